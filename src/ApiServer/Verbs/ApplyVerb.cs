using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Yaml;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Server-side apply: what the manager wants is merged into what is there, and who owns what is kept.</summary>
internal static class ApplyVerb
{
    public static async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var config = Read(scope);
        var createIfAbsent = scope.Subresource.Length == 0 ? () => Merged(scope, null, config) : (Func<TreeObject>?)null;
        var (stored, created) = await writer.Apply(scope, Change, createIfAbsent, cancellationToken);
        return new VerbResult.Stored(created ? 201 : 200, scope.Resource, stored);

        async ValueTask<TreeObject> Change(TreeObject current) =>
            await ObjectWriter.ToStorage(scope, Merged(scope, await scope.ToServed(current, cancellationToken), config), cancellationToken);
    }

    /// <param name="current">In the request's version.</param>
    private static TreeObject Merged(RequestScope scope, TreeObject? current, TreeObject config)
    {
        var result = ManagedFieldsTracker.Apply(
            current,
            config,
            scope.Kind.Schema,
            scope.Query.FieldManager,
            scope.Kind.ApiVersion,
            scope.Subresource,
            scope.Query.Force == true,
            scope.Now,
            ResetFields.Of(scope.Kind, scope.Subresource),
            KindVersions.Of(scope.Kind));
        if (result.Error is { } error)
            throw ApiErrors.Patch(error);
        if (result.Object is { } merged)
            return PatchBody.Normalized(merged, scope.Kind.Schema, scope.Request);

        var conflict = new ApiException(409, "Conflict", result.ConflictMessage) { Details = new TreeObject() };
        var causes = new TreeList();
        foreach (var taken in result.Conflicts)
        {
            causes.Add(new TreeObject
            {
                ["reason"] = new TreeText(FieldConflict.Reason),
                ["message"] = new TreeText(taken.Message),
                ["field"] = new TreeText(taken.Field),
            });
        }

        conflict.Details!.Set("causes", causes);
        throw conflict;
    }

    private static TreeObject Read(RequestScope scope)
    {
        if (scope.Request.BodyTree is { } given)
            return given;

        // As it was written: a default or an empty value that the reader adds would make its manager own it.
        var decoded = YamlTreeReader.ReadAny(scope.Request.Body.Span);
        if (decoded.Error is { } error)
            throw ApiErrors.BadRequest($"error decoding YAML: error converting YAML to JSON: {error.Message}");

        var config = decoded.Root switch
        {
            TreeObject tree => tree,
            TreeNull or null => new TreeObject(),
            { } other => throw ApiErrors.BadRequest(
                $"error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {GoMapText.NameOf(other)} into Go value of type map[string]interface {{}}"),
        };
        if (config.Object("metadata")?.Text("name") is { Length: > 0 } name && name != scope.Name)
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({scope.Name})");
        config.ObjectOrNew("metadata").Set("name", scope.Name);
        if (scope.Kind.Namespaced)
            ObjectMetadata.PlaceInNamespace(config.ObjectOrNew("metadata"), scope);
        return config;
    }
}
