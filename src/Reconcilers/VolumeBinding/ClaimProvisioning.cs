using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Volumes;

namespace CloudletK8s.Reconcilers.VolumeBinding;

/// <summary>No volume suits the claim: one is made, here or by the class's own provisioner.</summary>
internal static class ClaimProvisioning
{
    private const string InTree = "kubernetes.io/";

    public static Plan Decide(ClaimView view)
    {
        var claim = view.Claim;
        if (view.Class is not { } storage)
            return Fail(claim, $"storageclass.storage.k8s.io \"{claim.Class()}\" not found");

        var provisioner = storage.Provisioner ?? "";
        if (provisioner.StartsWith(InTree, StringComparison.Ordinal))
            return Fail(claim, $"no volume plugin matched name: {provisioner}");

        // External provisioners start when they see their name.
        var marked = claim.Metadata!.Annotations.With((VolumeFacts.StorageProvisioner, provisioner), (VolumeFacts.BetaStorageProvisioner, provisioner));
        if (Write.UpdateOf(claim, claim with { Metadata = claim.Metadata with { Annotations = marked } }) is { } mark)
            return Plan.Of(mark);

        return provisioner == HostPathProvisioner.Name ? Make(view, storage) : ClaimPlan.Wait(claim, EventNote.Normal(
            claim, "ExternalProvisioning",
            $"Waiting for a volume to be created either by the external provisioner '{provisioner}' or manually by the system administrator. "
                + "If volume creation is delayed, please verify that the provisioner is running and correctly registered."));
    }

    private static Plan Make(ClaimView view, StorageClass storage)
    {
        var claim = view.Claim;
        var node = claim.Annotation(VolumeFacts.SelectedNode);
        if (node is { Length: > 0 } && view.SelectedNode is null)
        {
            // The node went away meanwhile. Without the mark the scheduler chooses another.
            var annotations = claim.Metadata!.Annotations!.Where(static one => one.Key != VolumeFacts.SelectedNode).ToDictionary();
            return Plan.Of(new Write.Update<PersistentVolumeClaim>(claim with { Metadata = claim.Metadata with { Annotations = annotations } }));
        }

        if (HostPathProvisioner.Make(claim, storage, view.SelectedNode, out var error) is not { } volume)
            return Fail(claim, $"Failed to provision volume with StorageClass \"{storage.Metadata!.Name}\": {error}");

        var waiting = ClaimPlan.Wait(claim);
        return waiting with
        {
            Steps =
            [
                PlanStep.Of(new Write.Create<PersistentVolume>(volume)
                {
                    Settled = true,
                    Done = EventNote.Normal(claim, "ProvisioningSucceeded", $"Successfully provisioned volume {volume.Metadata!.Name} using {HostPathProvisioner.Name}"),
                    Refused = refusal => EventNote.Warning(
                        claim, "ProvisioningFailed", $"Error creating provisioned PV object for claim {claim.Metadata!.Namespace}/{claim.Metadata.Name}: {refusal.Message}. Deleting the volume."),
                }),
            ],
        };
    }

    private static Plan Fail(PersistentVolumeClaim claim, string message) =>
        ClaimPlan.Wait(claim, EventNote.Warning(claim, "ProvisioningFailed", message));
}
