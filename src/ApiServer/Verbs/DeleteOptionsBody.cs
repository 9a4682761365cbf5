using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Requests;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>How to delete: from the body when there is one, else from the query.</summary>
internal sealed record DeleteOptionsBody
{
    public long? GracePeriodSeconds { get; init; }

    /// <summary>Orphan, Background, Foreground, or empty.</summary>
    public string Policy { get; init; } = "";

    public bool? OrphanDependents { get; init; }

    public string Uid { get; init; } = "";

    public string ResourceVersion { get; init; } = "";

    public bool DryRun { get; init; }

    /// <summary>Admission was asked under another name: an eviction is no deletion to it.</summary>
    public bool IsAdmitted { get; init; }

    private IReadOnlyList<string> DryRunTexts { get; init; } = [];

    public static DeleteOptionsBody Read(ApiRequest request)
    {
        var options = request.Body.IsEmpty && request.BodyTree is null ? FromQuery(request.Query) : FromBody(request);
        options.Check();
        return options.GracePeriodSeconds < 0 ? options with { GracePeriodSeconds = 1 } : options;
    }

    /// <summary>As webhooks are shown them.</summary>
    public TreeObject ToTree(string apiVersion)
    {
        var options = new TreeObject(8);
        options.Set("kind", nameof(DeleteOptions));
        options.Set("apiVersion", apiVersion);
        if (GracePeriodSeconds is { } seconds)
            options.Set("gracePeriodSeconds", seconds);
        if (Uid.Length > 0)
            options.ObjectOrNew("preconditions").Set("uid", Uid);
        if (ResourceVersion.Length > 0)
            options.ObjectOrNew("preconditions").Set("resourceVersion", ResourceVersion);
        if (OrphanDependents is { } orphan)
            options.Set("orphanDependents", orphan);
        if (Policy.Length > 0)
            options.Set("propagationPolicy", Policy);
        if (DryRun)
            options.Set("dryRun", TreeList.OfTexts(["All"]));
        return options;
    }

    private static DeleteOptionsBody FromQuery(QueryOptions query) => new()
    {
        GracePeriodSeconds = query.GracePeriodSeconds,
        Policy = query.PropagationPolicy,
        OrphanDependents = query.OrphanDependents,
        DryRun = query.DryRun,
        DryRunTexts = query.DryRunTexts,
    };

    private static DeleteOptionsBody FromBody(ApiRequest request)
    {
        var body = BodyDecoder.DecodeOptions(request, RecordSchemas.Of<DeleteOptions>(), nameof(DeleteOptions));
        var preconditions = body.Object("preconditions");
        return new()
        {
            GracePeriodSeconds = body.Whole("gracePeriodSeconds"),
            Policy = body.Text("propagationPolicy") ?? "",
            OrphanDependents = body.Flag("orphanDependents"),
            Uid = preconditions?.Text("uid") ?? "",
            ResourceVersion = preconditions?.Text("resourceVersion") ?? "",
            DryRun = request.Query.DryRun || body.List("dryRun") is { Count: > 0 },
            DryRunTexts = [.. body.List("dryRun")?.Texts() ?? []],
        };
    }

    private void Check()
    {
        var errors = new FieldErrors();
        if (Policy.Length > 0 && OrphanDependents is not null)
            errors.Invalid(FieldPath.Root("propagationPolicy"), Policy, "orphanDependents and deletionPropagation cannot be both set");
        if (Policy is not ("" or "Orphan" or "Background" or "Foreground"))
            errors.NotSupported(FieldPath.Root("propagationPolicy"), Policy, ["Foreground", "Background", "Orphan", "nil"]);
        OptionRules.CheckDryRun(DryRunTexts, errors);
        if (errors.Any)
            throw ApiErrors.InvalidOptions(nameof(DeleteOptions), errors);
    }
}
