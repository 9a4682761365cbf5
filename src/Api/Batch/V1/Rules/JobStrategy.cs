using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Batch.V1.Rules;

internal sealed class JobStrategy : KindStrategy
{
    public override bool OrphansDependents => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        Workloads.PrepareTemplate(obj, null);
        JobSelector.Generate(obj);
        JobDefaults.TakeLabelsOfTemplate(obj);
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        base.PrepareForUpdate(obj, old, context);
        if (context.Subresource.Length == 0)
            Workloads.PrepareTemplate(obj, old);
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        Validate(RecordBinder.Read<Job>(obj), null, prefixed: true, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var job = RecordBinder.Read<Job>(obj);
        if (context.Subresource == "status")
        {
            new JobStatusValidation(job.Spec ?? new(), job.Status ?? new(), Workloads.Status<JobStatus>(old), errors).Validate();
            return;
        }

        var labels = old.Object("spec", "template")?.Object("metadata", "labels");
        Validate(job, Workloads.Spec<JobSpec>(old), labels?.Has(JobLabels.JobName) == true && labels.Has(JobLabels.ControllerUid), errors);
        JobUpdateValidation.Validate(obj, old, job.Spec ?? new(), errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is null)
            Workloads.WarnOfName(obj, context);
        if (old is null || !Tree.Same(obj["spec"], old["spec"]))
            JobWarnings.Add(obj.Object("spec"), Workloads.SpecPath, context);
    }

    private static void Validate(Job job, JobSpec? old, bool prefixed, FieldErrors errors)
    {
        var spec = job.Spec ?? new();
        JobSelector.ValidateGenerated(spec, job.Metadata ?? new(), prefixed, errors);
        JobSpecValidation.Validate(spec, Workloads.SpecPath, errors, old);
        if (!JobSpecValidation.IsIndexed(spec) || spec.Completions is not > 0)
            return;

        // Pods of an indexed job are named after their index; the last one must still be a host name.
        var longest = $"{job.Metadata?.Name}-{spec.Completions - 1}";
        if (DnsNames.Label(longest).Count > 0)
            errors.Invalid(FieldPath.Root("metadata").Child("name"), job.Metadata?.Name ?? "", $"will not able to create pod with invalid DNS label: {longest}");
    }
}
