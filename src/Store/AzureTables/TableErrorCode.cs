using Azure;

namespace CloudletK8s.Store.AzureTables;

/// <summary>The service's names for what went wrong, as far as the store acts on them.</summary>
internal static class TableErrorCode
{
    public const string EntityAlreadyExists = "EntityAlreadyExists";
    public const string EntityNotFound = "EntityNotFound";
    public const string ResourceNotFound = "ResourceNotFound";
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
    public const string TableNotFound = "TableNotFound";
    public const string TableAlreadyExists = "TableAlreadyExists";
    public const string ServerBusy = "ServerBusy";

    public static string? Of(Response response) => response.Headers.TryGetValue("x-ms-error-code", out var code) ? code : null;
}
