using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>The server refused a call, or could not serve it.</summary>
public sealed class ApiStatusException(Status status) : Exception(MessageOf(status))
{
    public Status Status { get; } = status;

    public int Code => Status.Code;

    /// <summary>Kubernetes' word for it ("Forbidden"); empty for codes without one.</summary>
    public string Reason => Status.Reason ?? "";

    /// <summary>When the server asks for it.</summary>
    public TimeSpan? RetryAfter => Status.Details is { RetryAfterSeconds: > 0 and var seconds } ? TimeSpan.FromSeconds(seconds) : null;

    private static string MessageOf(Status status) => $"{status.Code} {status.Reason}: {status.Message}";
}
