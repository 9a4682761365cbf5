using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Batch.V1.Rules;

/// <summary>The selector that a job is given unless it asks to choose its own, and the labels that make it unique.</summary>
internal static class JobSelector
{
    private static readonly FieldPath TemplateMetadata = FieldPath.Root("spec").Child("template").Child("metadata");

    public static void Generate(TreeObject job)
    {
        var spec = job.ObjectOrNew("spec");
        if (spec.Flag("manualSelector") == true)
            return;

        var metadata = job.ObjectOrNew("metadata");
        var name = metadata.Text("name") ?? "";
        var uid = metadata.Text("uid") ?? "";

        // Whoever set one of them by hand is told so when the job is validated.
        var labels = spec.ObjectOrNew("template").ObjectOrNew("metadata").ObjectOrNew("labels");
        Add(labels, JobLabels.LegacyJobName, name);
        Add(labels, JobLabels.JobName, name);
        Add(labels, JobLabels.LegacyControllerUid, uid);
        Add(labels, JobLabels.ControllerUid, uid);
        Add(spec.ObjectOrNew("selector").ObjectOrNew("matchLabels"), JobLabels.ControllerUid, uid);
    }

    /// <param name="prefixed">Jobs made before the labels had a domain lack the ones that do.</param>
    public static void ValidateGenerated(JobSpec spec, ObjectMeta metadata, bool prefixed, FieldErrors errors)
    {
        if (spec.ManualSelector == true || spec.Selector is null)
            return;

        var uid = metadata.Uid ?? "";
        var name = metadata.Name ?? "";
        if (uid.Length == 0)
            errors.Required(FieldPath.Root("metadata").Child("uid"));

        var labels = spec.Template?.Metadata?.Labels;
        var expected = new Dictionary<string, string>();
        Expect(JobLabels.LegacyControllerUid, uid, labels, expected, errors);
        Expect(JobLabels.LegacyJobName, name, labels, expected, errors);
        if (prefixed)
        {
            Expect(JobLabels.ControllerUid, uid, labels, expected, errors);
            Expect(JobLabels.JobName, name, labels, expected, errors);
        }

        if (SelectorLogic.IsUsable(spec.Selector) && !SelectorLogic.Matches(spec.Selector, expected))
            errors.Invalid(FieldPath.Root("spec").Child("selector"), GoText.Of(spec.Selector), "`selector` not auto-generated");
    }

    private static void Add(TreeObject labels, string key, string value)
    {
        if (!labels.Has(key))
            labels.Set(key, value);
    }

    private static void Expect(string key, string value, IReadOnlyDictionary<string, string>? labels, Dictionary<string, string> expected, FieldErrors errors)
    {
        expected.Add(key, value);
        if (labels is null || !labels.TryGetValue(key, out var actual))
            errors.Required(TemplateMetadata.Child("labels").Key(key), $"must be '{value}'");
        else if (actual != value)
            errors.Invalid(TemplateMetadata.Child("labels").Key(key), labels, $"must be '{value}'");
    }
}
