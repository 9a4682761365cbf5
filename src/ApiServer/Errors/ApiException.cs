using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Errors;

/// <summary>A request that ends with a Status object other than success.</summary>
public sealed class ApiException(int code, string reason, string message) : Exception(message)
{
    public int Code { get; } = code;

    /// <summary>Kubernetes' word for it ("NotFound"); empty for codes without one.</summary>
    public string Reason { get; } = reason;

    /// <summary>Name, group, kind, uid, causes and retryAfterSeconds.</summary>
    public TreeObject? Details { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>With an expired continue token: one that goes on without consistency.</summary>
    public string Continue { get; init; } = "";

    /// <summary>Sent as a line of text instead of a Status object.</summary>
    public bool IsPlainText { get; init; }

    public TreeObject ToStatus()
    {
        var status = new TreeObject();
        status.Set("kind", "Status");
        status.Set("apiVersion", "v1");
        var metadata = new TreeObject();
        if (Continue.Length > 0)
            metadata.Set("continue", Continue);
        status.Set("metadata", metadata);
        status.Set("status", "Failure");
        status.Set("message", Message);
        if (Reason.Length > 0)
            status.Set("reason", Reason);
        if (Details is not null)
            status.Set("details", Details);
        status.Set("code", Code);
        return status;
    }
}
