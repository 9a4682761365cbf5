using CloudletK8s.Api.Autoscaling.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.Scales;

/// <summary>Whatever can be scaled, by the kind that somebody names: built-in ones and those of custom resource definitions.</summary>
internal sealed class ScaleTargets(ControllerServices services)
{
    /// <summary>Null: nobody serves such a kind.</summary>
    public async ValueTask<KindInfo?> Find(string? apiVersion, string? kind, CancellationToken cancellationToken)
    {
        var kinds = services.Lives.Kinds;
        if (kinds.OfKind(apiVersion ?? "", kind ?? "") is { } known)
            return known;

        // It may have been defined just now.
        await kinds.Newest(cancellationToken);
        return kinds.OfKind(apiVersion ?? "", kind ?? "");
    }

    public static bool HasScale(KindInfo kind) => kind.Subresource("scale") is not null;

    public async ValueTask<ScaleAnswer> Get(KindInfo kind, ObjectName name, CancellationToken cancellationToken) =>
        Read(await services.Transport.Send(Call(kind, "get", name), cancellationToken));

    /// <summary>Sets the replicas, if the scale has not changed since it was read.</summary>
    public async ValueTask<ScaleAnswer> Update(KindInfo kind, ObjectName name, Scale scale, CancellationToken cancellationToken) =>
        Read(await services.Transport.Send(
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
}
