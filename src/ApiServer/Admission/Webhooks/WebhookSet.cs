using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>All webhooks of one sort, in the order in which they are called.</summary>
internal sealed record WebhookSet(IReadOnlyList<CompiledWebhook> Hooks)
{
    public bool IsEmpty => Hooks.Count == 0;

    public static WebhookSet Of(IReadOnlyList<ResourceSnapshot> snapshots)
    {
        var hooks = new List<CompiledWebhook>();
        foreach (var stored in snapshots[0].Objects())
        {
            var index = 0;
            foreach (var hook in StoredTrees.Read(stored).List("webhooks")?.Objects() ?? [])
                hooks.Add(new(stored.Key.Name, index++, hook));
        }

        return new(hooks);
    }
}
