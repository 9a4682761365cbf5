using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

internal sealed class PersistentVolumeStrategy : KindStrategy
{
    private const string TransitionTime = "lastPhaseTransitionTime";
    private const string AttributesClass = "volumeAttributesClassName";

    private static readonly FieldPath Spec = FieldPath.Root("spec");

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        var status = new TreeObject();
        status.Set("phase", "Pending");
        status.Set(TransitionTime, GoTime.Format(context.Now));
        obj.Set("status", status);
        obj.Object("spec")?.Remove(AttributesClass);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource == "status")
            NoteTransition(obj, old, context);
        else if (old.Object("spec")?.Has(AttributesClass) != true)
            obj.Object("spec")?.Remove(AttributesClass);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
            return;

        Validate(obj, errors, LabelsInAffinity.HasInvalidValue(old));
        PersistentVolumeChange.Validate(obj.Object("spec") ?? new(), old.Object("spec") ?? new(), errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context) => VolumeWarnings.CollectForVolume(obj, context.Warnings);

    private static void Validate(TreeObject obj, FieldErrors errors, bool allowInvalidAffinityValues = false)
    {
        var volume = RecordBinder.Read<PersistentVolume>(obj);
        var spec = volume.Spec ?? new();
        PersistentVolumeSpecValidation.Validate(spec, volume.Metadata?.Name ?? "", inline: false, Spec, errors, allowInvalidAffinityValues);
        if (volume.Metadata?.Annotations?.ContainsKey(VolumeWarnings.MountOptions) == true && !TakesMountOptions(spec))
        {
            errors.Forbidden(
                FieldPath.Root("metadata").Child("annotations", VolumeWarnings.MountOptions), "may not specify mount options for this volume type");
        }
    }

    private static bool TakesMountOptions(PersistentVolumeSpec spec) =>
        new object?[]
        {
            spec.GcePersistentDisk, spec.AwsElasticBlockStore, spec.Glusterfs, spec.Nfs, spec.Rbd, spec.Quobyte, spec.Iscsi, spec.Cinder,
            spec.Cephfs, spec.AzureFile, spec.VsphereVolume, spec.AzureDisk, spec.PhotonPersistentDisk,
        }.Any(static source => source is not null);

    private static void NoteTransition(TreeObject obj, TreeObject old, RuleContext context)
    {
        var status = obj.ObjectOrNew("status");
        var before = old.Object("status") ?? new();
        if (status.Text("phase") != before.Text("phase")
            && (status[TransitionTime] is not TreeText || Tree.Same(status[TransitionTime], before[TransitionTime])))
        {
            status.Set(TransitionTime, GoTime.Format(context.Now));
        }
    }
}
