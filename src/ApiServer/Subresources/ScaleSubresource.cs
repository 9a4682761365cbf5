using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Autoscaling.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>The replicas of any kind that has them, as an autoscaling/v1 Scale.</summary>
internal sealed class ScaleSubresource : ISubresource
{
    private const string ApiVersion = "autoscaling/v1";

    public async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        if (scope.Request.Verb == "get")
        {
            var stored = await scope.Store.Get(scope.Key, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, scope.Name);
            return new VerbResult.Made(200, await Shown(scope, stored, cancellationToken), null);
        }

        Func<TreeObject, TreeObject> next = scope.Request.Verb == "patch" ? Patch(scope) : Replace(scope);
        var (written, _) = await writer.Update(scope, obj => Changed(scope, obj, next, cancellationToken), null, cancellationToken);
        return new VerbResult.Made(200, await Shown(scope, written, cancellationToken), null);
    }

    private static Func<TreeObject, TreeObject> Replace(RequestScope scope)
    {
        var given = Decode(scope);
        return _ => given;
    }

    private static Func<TreeObject, TreeObject> Patch(RequestScope scope)
    {
        // What is applied is a scale of its own: the one field that it may set is the one that it means.
        if (PatchBody.IsApply(scope.Request))
        {
            var applied = Decode(scope);
            return current =>
            {
                var merged = current.CloneObject();
                merged["spec"] = applied["spec"]?.Clone() ?? merged["spec"];
                return merged;
            };
        }

        var patch = PatchBody.Read(scope.Request, isCustom: false);
        return current => patch.ApplyTo(current, RecordSchemas.Of<Scale>(), scope.Request);
    }

    private static TreeObject Decode(RequestScope scope) =>
        BodyDecoder.Decode(scope.Request, RecordSchemas.Of<Scale>(), ApiVersion, nameof(Scale));

    private static async ValueTask<TreeObject> Changed(
        RequestScope scope, TreeObject obj, Func<TreeObject, TreeObject> next, CancellationToken cancellationToken)
    {
        // The paths are those of the version that was asked for.
        var served = await scope.ToServed(obj, cancellationToken);
        var scale = next(Shown(scope, served));
        Check(scope, scale, served);
        var changed = ScaleMapping.Apply(scale, served, scope.Resource.ScalePaths);
        return scope.Resource.NeedsConversion ? await ObjectWriter.ToStorage(scope, changed, cancellationToken) : changed;
    }

    private static void Check(RequestScope scope, TreeObject scale, TreeObject obj)
    {
        var metadata = ObjectMetadata.Of(scale);
        if (metadata.Text("name") is { Length: > 0 } name && name != scope.Name)
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({scope.Name})");
        if (metadata.Text("namespace") is { Length: > 0 } inNamespace && inNamespace != scope.Namespace)
            throw ApiErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");

        var errors = new FieldErrors();
        ScaleMapping.Validate(scale, errors);
        if (errors.Any)
            throw ApiErrors.Invalid("autoscaling", nameof(Scale), scope.Name, errors.All);
        if (!ScaleMapping.IsOf(scale, obj))
        {
            throw ApiErrors.Conflict(
                scope.Kind,
                scope.Name,
                $"Precondition failed: UID in precondition: {metadata.Text("uid")}, UID in object meta: {ObjectMetadata.Of(obj).Text("uid")}");
        }
    }

    private static async ValueTask<TreeObject> Shown(RequestScope scope, StoredObject stored, CancellationToken cancellationToken)
    {
        if (scope.Resource.Custom is { } custom)
            await custom.Prepare([stored], cancellationToken);
        return Shown(scope, ServedJson.Tree(scope.Resource, stored));
    }

    private static TreeObject Shown(RequestScope scope, TreeObject obj) => ScaleMapping.ToScale(obj, scope.Resource.ScalePaths)
        ?? throw ApiErrors.Internal($"the spec replicas field \"{scope.Resource.ScalePaths.SpecReplicas}\" does not exist");
}
