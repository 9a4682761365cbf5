using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Webhooks;

namespace CloudletK8s.ApiServer.CustomResources.Conversion;

/// <summary>The webhook that converts the objects of a definition from version to version.</summary>
/// <param name="target">Null: the definition names none that could be called.</param>
/// <param name="reviewVersions">Those that the webhook understands, the preferred first.</param>
internal sealed class ConversionWebhook(WebhookTarget? target, IReadOnlyList<string> reviewVersions, WebhookClients clients)
{
    /// <summary>Objects that travel together: lists are long, and what is asked must be answered in time.</summary>
    private const int MostTogether = 500;

    private const int MostBytesTogether = 8 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static ConversionWebhook? Of(TreeObject definition, WebhookClients clients)
    {
        if (definition.Object("spec")?.Object("conversion") is not { } conversion || conversion.Text("strategy") != "Webhook")
            return null;

        var webhook = conversion.Object("webhook");
        return new(WebhookTarget.Of(webhook?.Object("clientConfig")), [.. webhook?.List("conversionReviewVersions")?.Texts() ?? []], clients);
    }

    /// <param name="objects">None in the wanted version already. They stay as they are.</param>
    /// <returns>In the same order, owned by the caller.</returns>
    /// <exception cref="ApiException">The webhook was not to be had, or gave no good answer.</exception>
    public async ValueTask<IReadOnlyList<TreeObject>> Convert(IReadOnlyList<TreeObject> objects, string apiVersion, CancellationToken cancellationToken)
    {
        var converted = new List<TreeObject>(objects.Count);
        var batch = new TreeList();
        var bytes = 0;
        foreach (var obj in objects)
        {
            // What an object takes as text is near enough to what it takes in the request.
            var size = JsonTreeWriter.ToUtf8(obj).Length;
            if (batch.Count == MostTogether || (batch.Count > 0 && bytes + size > MostBytesTogether))
            {
                converted.AddRange(await Call(batch, apiVersion, cancellationToken));
                (batch, bytes) = (new(), 0);
            }

            batch.Add(obj);
            bytes += size;
        }

        if (batch.Count > 0)
            converted.AddRange(await Call(batch, apiVersion, cancellationToken));
        return converted;
    }

    private async ValueTask<IReadOnlyList<TreeObject>> Call(TreeList batch, string apiVersion, CancellationToken cancellationToken)
    {
        var first = (TreeObject)batch[0];
        var shown = $"{first.Text("apiVersion")}, Kind={first.Text("kind")}";
        var reviewVersion = reviewVersions.FirstOrDefault(version => version is "v1" or "v1beta1")
            ?? throw Failed("no supported conversion review versions");
        if (target is null)
            throw Failed($"conversion webhook for {shown} failed: webhook configuration must have either service or URL");

        try
        {
            var uid = Guid.NewGuid().ToString();
            var answer = await clients.Of(target).Post(ConversionReviews.Ask(batch, apiVersion, reviewVersion, uid), Limit, tellTimeout: true, cancellationToken);
            return ConversionReviews.Read(answer.Span, batch, apiVersion, reviewVersion, uid);
        }
        catch (WebhookFailureException e)
        {
            throw Failed($"conversion webhook for {shown} failed: {e.Message}");
        }
        catch (ConversionMistakeException e)
        {
            throw Failed($"conversion webhook for {shown} {e.Message}");
        }
    }

    private static ApiException Failed(string message) => new(500, "", message);
}
