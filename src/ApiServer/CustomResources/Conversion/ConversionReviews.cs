using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Webhooks;

namespace CloudletK8s.ApiServer.CustomResources.Conversion;

/// <summary>The messages that conversion webhooks are asked with, and what their answers must look like.</summary>
internal static class ConversionReviews
{
    private const string Group = "apiextensions.k8s.io";

    public static byte[] Ask(TreeList objects, string apiVersion, string reviewVersion, string uid) => JsonTreeWriter.ToUtf8(new TreeObject(3)
    {
        ["kind"] = new TreeText("ConversionReview"),
        ["apiVersion"] = new TreeText($"{Group}/{reviewVersion}"),
        ["request"] = new TreeObject(3)
        {
            ["uid"] = new TreeText(uid),
            ["desiredAPIVersion"] = new TreeText(apiVersion),
            ["objects"] = objects,
        },
    });

    /// <exception cref="WebhookFailureException">It says that it failed, or is no answer to the question.</exception>
    /// <exception cref="ConversionMistakeException">The objects are not those that were sent.</exception>
    public static IReadOnlyList<TreeObject> Read(ReadOnlySpan<byte> json, TreeList sent, string apiVersion, string reviewVersion, string uid)
    {
        var decoded = JsonTreeReader.ReadAny(json);
        if (decoded.Tree is not { } review)
            throw new WebhookFailureException($"couldn't get version/kind; json parse error: {decoded.Error?.Message ?? "an object is expected"}");

        var isV1 = reviewVersion == "v1";
        if (isV1 && (review.Text("apiVersion") != $"{Group}/v1" || review.Text("kind") != "ConversionReview"))
            throw new WebhookFailureException($"expected webhook response of {Group}/v1, Kind=ConversionReview, got {review.Text("apiVersion")}, Kind={review.Text("kind")}");
        if (review.Object("response") is not { } response)
            throw new WebhookFailureException("no response provided");
        if (isV1 && response.Text("uid") != uid)
            throw new WebhookFailureException($"expected response.uid=\"{uid}\", got \"{response.Text("uid")}\"");

        var result = response.Object("result");
        if (result?.Text("status") != "Success")
            throw new WebhookFailureException(result?.Text("message") is { Length: > 0 } said ? said : $"response.result.status was '{result?.Text("status")}', not 'Success'");

        var objects = response.List("convertedObjects") ?? new();
        if (objects.Count != sent.Count)
            throw new ConversionMistakeException($"returned {objects.Count} objects, expected {sent.Count}");

        var converted = new List<TreeObject>(objects.Count);
        for (var i = 0; i < objects.Count; i++)
            converted.Add(ConvertedObject.Check((TreeObject)sent[i], objects[i], apiVersion, i, sent.Count > 1));
        return converted;
    }
}
