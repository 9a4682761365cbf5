using CloudletK8s.Api.Meta.V1;
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

    public static DeleteOptionsBody Read(ApiRequest request)
    {
        var options = request.Body.IsEmpty && request.BodyTree is null ? FromQuery(request.Query) : FromBody(request);
        if (options.Policy is not ("" or "Orphan" or "Background" or "Foreground"))
        {
            throw ApiErrors.InvalidOption("propagationPolicy", options.Policy, ["Foreground", "Background", "Orphan", "nil"]);
        }

        if (options.Policy.Length > 0 && options.OrphanDependents is not null)
            throw ApiErrors.InvalidListOption("propagationPolicy", "orphanDependents and deletionPropagation cannot be both set");

        return options.GracePeriodSeconds < 0 ? options with { GracePeriodSeconds = 1 } : options;
    }

    private static DeleteOptionsBody FromQuery(QueryOptions query) => new()
    {
        GracePeriodSeconds = query.GracePeriodSeconds,
        Policy = query.PropagationPolicy,
        OrphanDependents = query.OrphanDependents,
        DryRun = query.DryRun,
    };

    private static DeleteOptionsBody FromBody(ApiRequest request)
    {
        var body = BodyDecoder.Decode(request, RecordSchemas.Of<DeleteOptions>(), "", nameof(DeleteOptions));
        var preconditions = body.Object("preconditions");
        return new()
        {
            GracePeriodSeconds = body.Whole("gracePeriodSeconds"),
            Policy = body.Text("propagationPolicy") ?? "",
            OrphanDependents = body.Flag("orphanDependents"),
            Uid = preconditions?.Text("uid") ?? "",
            ResourceVersion = preconditions?.Text("resourceVersion") ?? "",
            DryRun = request.Query.DryRun || IsDryRun(body.List("dryRun")),
        };
    }

    private static bool IsDryRun(TreeList? values)
    {
        foreach (var value in values?.Texts() ?? [])
        {
            if (value != "All")
                throw ApiErrors.InvalidOption("dryRun", value, ["All"]);
        }

        return values is { Count: > 0 };
    }
}
