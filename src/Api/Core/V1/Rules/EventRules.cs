using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Events by the names of core/v1, in which Kubernetes checks those of events.k8s.io, too.</summary>
internal static class EventRules
{
    private const int TextLength = 128;
    private const int NoteLength = 1024;

    private static readonly string[] FixedFields =
    [
        "involvedObject", "reason", "message", "source", "firstTimestamp", "lastTimestamp", "count", "reason", "type", "eventTime",
        "action", "related", "reportingController", "reportingInstance",
    ];

    /// <summary>Rules for every event; an event with an event time is held to more of them.</summary>
    public static void Validate(Event record, FieldErrors errors)
    {
        var ns = record.Metadata?.Namespace ?? "";
        var objectNs = record.InvolvedObject?.Namespace ?? "";
        if (record.EventTime is null)
        {
            if (objectNs.Length == 0 ? ns is not ("" or "default") : ns != objectNs)
                errors.Invalid(InvolvedNamespace, objectNs, "does not match event.namespace");
        }
        else
        {
            if (objectNs.Length == 0 && ns is not ("default" or "kube-system"))
                errors.Invalid(InvolvedNamespace, objectNs, "does not match event.namespace");
            ValidateTexts(record, errors);
        }

        errors.Invalid(FieldPath.Root("namespace"), ns, DnsNames.Subdomain(ns));
    }

    /// <summary>What a new event of events.k8s.io/v1 must have besides.</summary>
    public static void ValidateStrict(Event record, FieldErrors errors)
    {
        ValidateSeries(record, errors);
        if (record.EventTime is null)
            errors.Required(FieldPath.Root("eventTime"));
        if (record.Type is not ("Normal" or "Warning"))
            errors.Invalid(FieldPath.Root("type"), "", $"has invalid value: {record.Type}");
        if (record.FirstTimestamp is not null)
            Unset("firstTimestamp", errors);
        if (record.LastTimestamp is not null)
            Unset("lastTimestamp", errors);
        if (record.Count != 0)
            Unset("count", errors);
        if (!string.IsNullOrEmpty(record.Source?.Component) || !string.IsNullOrEmpty(record.Source?.Host))
            Unset("source", errors);
    }

    /// <summary>Of an event of events.k8s.io/v1 only the series can change.</summary>
    public static void ValidateStrictUpdate(Event record, TreeObject obj, TreeObject old, FieldErrors errors)
    {
        if (!Tree.Same(obj["series"], old["series"]))
            ValidateSeries(record, errors);

        foreach (var field in FixedFields)
        {
            var member = field == "reportingController" ? "reportingComponent" : field;
            if (!Same(obj[member], old[member]))
                errors.Invalid(FieldPath.Root(field), obj[member] ?? TreeText.Empty, Wording.Immutable);
        }
    }

    private static readonly FieldPath InvolvedNamespace = FieldPath.Root("involvedObject").Child("namespace");

    private static bool Same(Tree? left, Tree? right) => left is null or { IsZero: true } ? right is null or { IsZero: true } : left.SameAs(right);

    private static void Unset(string field, FieldErrors errors) => errors.Invalid(FieldPath.Root(field), "", "needs to be unset");

    private static void ValidateSeries(Event record, FieldErrors errors)
    {
        if (record.Series is not { } series)
            return;

        if (series.Count < 2)
            errors.Invalid(FieldPath.Root("series.count"), "", "should be at least 2");
        if (series.LastObservedTime is null)
            errors.Required(FieldPath.Root("series.lastObservedTime"));
    }

    private static void ValidateTexts(Event record, FieldErrors errors)
    {
        var controller = record.ReportingComponent ?? "";
        if (controller.Length == 0)
            errors.Required(FieldPath.Root("reportingController"));
        errors.Invalid(FieldPath.Root("reportingController"), controller, QualifiedNames.Name(controller));

        ValidateText("reportingInstance", record.ReportingInstance ?? "", errors);
        ValidateText("action", record.Action ?? "", errors);
        ValidateText("reason", record.Reason ?? "", errors);
        if (Wording.IsLonger(record.Message ?? "", NoteLength))
            errors.Invalid(FieldPath.Root("message"), "", $"can have at most {NoteLength} characters");
    }

    private static void ValidateText(string field, string value, FieldErrors errors)
    {
        if (value.Length == 0)
            errors.Required(FieldPath.Root(field));
        if (Wording.IsLonger(value, TextLength))
            errors.Invalid(FieldPath.Root(field), "", $"can have at most {TextLength} characters");
    }
}
