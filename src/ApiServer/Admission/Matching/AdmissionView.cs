using CloudletK8s.Api.Autoscaling.V1.Rules;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>A request's objects as one version of the resource shows them; for the scale subresource, as scales.</summary>
internal sealed class AdmissionView
{
    private readonly AdmissionRequest _request;
    private readonly ServedResource _version;

    private AdmissionView(AdmissionRequest request, ServedResource version)
    {
        _request = request;
        _version = version;
    }

    public ResourceId Resource => ResourceId.Of(_version.Kind);

    public KindId Kind => KindOf(_request, _version.Kind);

    /// <summary>The kind of the version that the client used.</summary>
    public KindId RequestKind => KindOf(_request, _request.Resource.Kind);

    public TreeObject? Object { get; private set; }

    public TreeObject? OldObject { get; private set; }

    private bool IsScale => _request.Subresource == "scale";

    public static async ValueTask<AdmissionView> Of(AdmissionRequest request, ServedResource version, CancellationToken cancellationToken)
    {
        var view = new AdmissionView(request, version);
        view.Object = await view.Shown(request.Object, cancellationToken);
        view.OldObject = await view.Shown(request.OldObject, cancellationToken);
        return view;
    }

    /// <summary>Puts another object in the place of the request's, after it passed the gate that bodies pass.</summary>
    /// <returns>True when that changed something.</returns>
    public async ValueTask<bool> Replace(TreeObject patched, CancellationToken cancellationToken)
    {
        var schema = _request.Carried?.Schema ?? (IsScale ? RecordSchemas.Of<Api.Autoscaling.V1.Scale>() : _version.Kind.Schema);
        var decoded = JsonTreeReader.Read(JsonTreeWriter.ToUtf8(patched), schema, DecodeOptions.Lenient);
        if (decoded.Tree is not { } next)
            throw ApiErrors.Internal(decoded.Error?.Message ?? "an object is expected");

        ObjectDefaults.Apply(next, schema);
        if (next.SameAs(Object))
            return false;

        Object = next;
        var stored = await ToStorage(next.CloneObject(), cancellationToken);
        var target = _request.Object!;
        target.Clear();
        foreach (var (name, value) in stored)
            target.Append(name, value);
        return true;
    }

    private async ValueTask<TreeObject> ToStorage(TreeObject next, CancellationToken cancellationToken)
    {
        if (_request.Carried is not null)
            return next;
        if (IsScale)
            next = ScaleMapping.Apply(next, (await InVersion(_request.Object!, cancellationToken)).CloneObject(), _version.ScalePaths);
        if (!_version.NeedsConversion)
            return next;

        var converted = await _version.Convert(next, _version.Storage, cancellationToken);
        ObjectDefaults.Apply(converted, _version.Storage.Schema);
        return converted;
    }

    private async ValueTask<TreeObject?> Shown(TreeObject? tree, CancellationToken cancellationToken)
    {
        if (tree is null || _request.Carried is not null)
            return tree;

        var converted = await InVersion(tree, cancellationToken);
        return IsScale ? ScaleMapping.ToScale(converted, _version.ScalePaths) : converted;
    }

    private ValueTask<TreeObject> InVersion(TreeObject tree, CancellationToken cancellationToken) => tree.Text("apiVersion") == _version.Kind.ApiVersion
        ? new(tree)
        : _version.Convert(tree, _version.Kind, cancellationToken);

    private static KindId KindOf(AdmissionRequest request, KindInfo kind)
    {
        if (request.Carried is { } carried)
            return KindId.Of(carried.ApiVersion, carried.Kind);
        return request.Subresource == "scale" ? new("autoscaling", "v1", "Scale") : new(kind.Group, kind.Version, kind.Kind);
    }
}
