using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Webhooks;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>The messages that webhooks are asked with, and what their answers must look like.</summary>
internal static class AdmissionReviews
{
    private const string Group = "admission.k8s.io";

    public static byte[] Ask(AdmissionRequest request, AdmissionView view, string version, string uid)
    {
        var described = RequestDescription.Of(request, view);
        var body = new TreeObject(16);
        body.Set("uid", uid);
        foreach (var (name, value) in described)
        {
            if (name != "options")
                body.Append(name, value);
            if (name == "userInfo")
            {
                body.Append("object", view.Object ?? (Tree)TreeNull.Instance);
                body.Append("oldObject", view.OldObject ?? (Tree)TreeNull.Instance);
            }
        }

        body.Append("options", described["options"]!);
        return JsonTreeWriter.ToUtf8(new TreeObject(3)
        {
            ["kind"] = new TreeText("AdmissionReview"),
            ["apiVersion"] = new TreeText($"{Group}/{version}"),
            ["request"] = body,
        });
    }

    /// <exception cref="WebhookFailureException">It is no answer to the question.</exception>
    public static ReviewAnswer Read(ReadOnlySpan<byte> json, string version, string uid, bool mutating)
    {
        var decoded = JsonTreeReader.ReadAny(json);
        if (decoded.Tree is not { } review)
            throw new WebhookFailureException($"failed to call webhook: couldn't get version/kind; json parse error: {decoded.Error?.Message ?? "an object is expected"}");
        if (review.Object("response") is not { } response)
            throw Invalid("webhook response was absent");

        if (version == "v1")
            Check(review, response, uid);
        var patch = Patch(response);
        var type = response.Text("patchType");
        if (version == "v1")
            CheckPatch(patch, type, mutating);
        return new(
            response.Flag("allowed") == true,
            response.Object("status"),
            mutating ? patch : [],
            version == "v1" ? type ?? "" : "JSONPatch",
            [.. response.List("warnings")?.Texts() ?? []]);
    }

    private static void Check(TreeObject review, TreeObject response, string uid)
    {
        var answered = response.Text("uid") ?? "";
        if (answered != uid)
            throw Invalid($"expected response.uid=\"{uid}\", got \"{answered}\"");

        var kind = KindId.Of(review.Text("apiVersion") ?? "", review.Text("kind") ?? "");
        if (kind != new KindId(Group, "v1", "AdmissionReview"))
            throw Invalid($"expected webhook response of {Group}/v1, Kind=AdmissionReview, got {kind.Group}/{kind.Version}, Kind={kind.Kind}");
    }

    private static void CheckPatch(byte[] patch, string? type, bool mutating)
    {
        if (!mutating && patch.Length > 0)
            throw Invalid("validating webhook may not return response.patch");
        if (!mutating && type is not null)
            throw Invalid("validating webhook may not return response.patchType");
        if (patch.Length > 0 && type is null)
            throw Invalid("webhook returned response.patch but not response.patchType");
        if (patch.Length == 0 && type is not null)
            throw Invalid("webhook returned response.patchType but not response.patch");
        if (type is { Length: 0 })
            throw Invalid("webhook returned invalid response.patchType of \"\"");
    }

    private static byte[] Patch(TreeObject response)
    {
        try
        {
            return response.Text("patch") is { } text ? Convert.FromBase64String(text) : [];
        }
        catch (FormatException)
        {
            throw new WebhookFailureException("failed to call webhook: json: illegal base64 data in response.patch");
        }
    }

    private static WebhookFailureException Invalid(string why) => new($"received invalid webhook response: {why}");
}
