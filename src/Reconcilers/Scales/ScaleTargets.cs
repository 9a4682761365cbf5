using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Scales;

/// <summary>Whatever can be scaled, by the kind that somebody names: built-in ones and those of custom resource definitions.</summary>
internal sealed class ScaleTargets(ControllerSources sources, IApiTransport transport)
{
    private readonly ObjectCache<CustomResourceDefinition> _definitions = sources.Reads<CustomResourceDefinition>();

    /// <summary>Null: nobody serves such a kind.</summary>
    public KindInfo? Find(string? apiVersion, string? kind)
    {
        var (group, version) = Split(apiVersion ?? "");
        foreach (var known in BuiltInKinds.All)
        {
            if (known.Kind == kind && known.Group == group && known.Version == version)
                return known;
        }

        foreach (var definition in _definitions.All())
        {
            if (definition.Spec is { } spec && spec.Group == group && spec.Names?.Kind == kind && Served(spec, version) is { } served)
                return Describe(spec, served);
        }

        return null;
    }

    public static bool HasScale(KindInfo kind) => kind.Subresource("scale") is not null;

    public async ValueTask<ScaleAnswer> Get(KindInfo kind, ObjectName name, CancellationToken cancellationToken) =>
        Read(await transport.Send(Call(kind, "get", name), cancellationToken));

    /// <summary>Sets the replicas, if the scale has not changed since it was read.</summary>
    public async ValueTask<ScaleAnswer> Update(KindInfo kind, ObjectName name, Scale scale, CancellationToken cancellationToken) =>
        Read(await transport.Send(
            Call(kind, "update", name) with { Body = RecordBinder.Write(scale), Query = [new("fieldManager", "kube-controller-manager")] },
            cancellationToken));

    private static ApiCall Call(KindInfo kind, string verb, ObjectName name) => new()
    {
        Kind = kind,
        Verb = verb,
        Namespace = name.Namespace,
        Name = name.Name,
        Subresource = "scale",
        Answer = RecordSchemas.Of<Scale>(),
    };

    private static ScaleAnswer Read(ApiAnswer answer) => answer.Code < 300
        ? new(RecordBinder.Read<Scale>(answer.Body), null)
        : new(null, RecordBinder.Read<Status>(answer.Body));

    private static CustomResourceDefinitionVersion? Served(CustomResourceDefinitionSpec spec, string version) =>
        spec.Versions?.FirstOrDefault(candidate => candidate.Served && candidate.Name == version);

    /// <summary>As much of a custom kind as its scale needs.</summary>
    private static KindInfo Describe(CustomResourceDefinitionSpec spec, CustomResourceDefinitionVersion version) => new()
    {
        Group = spec.Group ?? "",
        Version = version.Name ?? "",
        Kind = spec.Names?.Kind ?? "",
        Plural = spec.Names?.Plural ?? "",
        Singular = spec.Names?.Singular ?? "",
        ListKind = spec.Names?.ListKind ?? "",
        Namespaced = spec.Scope == "Namespaced",
        Schema = RecordSchemas.Of<Scale>(),
        StorageApiVersion = $"{spec.Group}/{version.Name}",
        Subresources = version.Subresources?.Scale is null ? [] : [new("scale", ["get", "patch", "update"], RecordSchemas.Of<Scale>(), "autoscaling/v1", "Scale")],
    };

    private static (string Group, string Version) Split(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
    }
}
