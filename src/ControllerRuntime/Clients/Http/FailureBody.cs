using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.ControllerRuntime.Clients.Http;

/// <summary>What a refused call answers: mostly a Status, but proxies on the way answer in their own words.</summary>
internal static class FailureBody
{
    private const int LongestText = 2048;

    public static TreeObject Read(HttpResponseMessage response, byte[] body)
    {
        var code = (int)response.StatusCode;
        if (JsonTreeReader.ReadAny(body).Tree is { } status && status.Text("kind") == "Status")
        {
            status.Set("code", code);
            return status;
        }

        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, LongestText))).Trim();
        var made = new TreeObject();
        made.Set("kind", "Status");
        made.Set("status", "Failure");
        made.Set("message", text.Length > 0 ? text : response.ReasonPhrase ?? "");
        if (response.Headers.RetryAfter?.Delta is { } wait)
            made.ObjectOrNew("details").Set("retryAfterSeconds", (long)wait.TotalSeconds);
        made.Set("code", code);
        return made;
    }
}
