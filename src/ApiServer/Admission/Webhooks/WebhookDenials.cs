using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>What clients are told when a webhook says no, or cannot be asked.</summary>
internal static class WebhookDenials
{
    private const int LeastCode = 400;

    public static ApiException Denied(string webhook, TreeObject? result)
    {
        var by = $"admission webhook \"{webhook}\" denied the request";
        var reason = result?.Text("reason") ?? "";
        var message = result?.Text("message") is { Length: > 0 } said ? $"{by}: {said}"
            : reason.Length > 0 ? $"{by}: {reason}"
            : $"{by} without explanation";
        var code = (int)(result?.Whole("code") ?? 0);
        return new(code is >= LeastCode and < 1000 ? code : LeastCode, reason, message) { Details = result?.Object("details") };
    }

    public static ApiException NotCalled(string webhook, string why) => ApiErrors.Internal($"failed calling webhook \"{webhook}\": {why}");

    public static ApiException NotDry(string webhook) => ApiErrors.BadRequest($"admission webhook \"{webhook}\" does not support dry run");
}
