using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Batch.V1.Rules;

internal sealed class CronJobStrategy : KindStrategy
{
    /// <summary>Jobs are named after their cron job and eleven characters of time.</summary>
    private const int NameLength = DnsNames.LabelLength - 11;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        PodTemplates.Prepare(JobSpecOf(obj)?.Object("template"), null);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource.Length == 0)
            PodTemplates.Prepare(JobSpecOf(obj)?.Object("template"), JobSpecOf(old)?.Object("template"));
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        CronJobValidation.Validate(Workloads.Spec<CronJobSpec>(obj), null, Workloads.SpecPath, errors);
        if (obj.Object("metadata")?.Text("name") is { Length: > NameLength } name)
            errors.Invalid(FieldPath.Root("metadata").Child("name"), name, Wording.MaxLength(NameLength));
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource.Length == 0)
            CronJobValidation.Validate(Workloads.Spec<CronJobSpec>(obj), Workloads.Spec<CronJobSpec>(old), Workloads.SpecPath, errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is null)
            Workloads.WarnOfName(obj, context);
        if (old is null || !Tree.Same(obj["spec"], old["spec"]))
        {
            var path = Workloads.SpecPath.Child("jobTemplate", "spec");
            JobWarnings.Add(JobSpecOf(obj), path, context);
        }

        if (obj.Object("spec")?.Text("schedule")?.Contains("TZ", StringComparison.Ordinal) == true)
        {
            context.Warnings.Add("cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, "
                + "see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details");
        }
    }

    private static TreeObject? JobSpecOf(TreeObject obj) => obj.Object("spec", "jobTemplate")?.Object("spec");
}
