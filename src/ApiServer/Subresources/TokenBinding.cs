using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Binds a token to a pod, a secret or a node: it is good for as long as that object is there.</summary>
internal sealed class TokenBinding(ServedResources served)
{
    public async ValueTask<TokenSubject> Bind(TokenSubject account, TreeObject? reference, CancellationToken cancellationToken)
    {
        if (reference is null)
            return account;

        var kind = reference.Text("kind") ?? "";
        var apiVersion = reference.Text("apiVersion") ?? "";
        var name = reference.Text("name") ?? "";
        var group = apiVersion.Contains('/') ? apiVersion[..apiVersion.IndexOf('/')] : "";
        if (group.Length > 0 || kind is not ("Pod" or "Secret" or "Node"))
        {
            var version = apiVersion[(apiVersion.IndexOf('/') + 1)..];
            throw ApiErrors.BadRequest($"cannot bind token to object of type {group}/{version}, Kind={kind}");
        }

        var plural = kind.ToLowerInvariant() + "s";
        var bound = await Read(plural, kind == "Node" ? new("", name) : new(account.Namespace, name), cancellationToken)
            ?? throw ApiErrors.NotFound("", plural, name);
        var uid = bound.Object("metadata")?.Text("uid") ?? "";
        if (kind == "Pod" && bound.Object("spec")?.Text("serviceAccountName") != account.Name)
        {
            throw ApiErrors.BadRequest(
                $"cannot bind token for serviceaccount \"{account.Name}\" to pod running with different serviceaccount name.");
        }

        if (reference.Text("uid") is { Length: > 0 } wanted && wanted != uid)
        {
            throw new ApiException(
                409,
                "Conflict",
                $"Operation cannot be fulfilled on {kind} \"{name}\": the UID in the bound object reference ({wanted}) does not match the UID in record. The object might have been deleted and then recreated")
            {
                Details = new TreeObject { ["name"] = new TreeText(name), ["kind"] = new TreeText(kind) },
            };
        }

        var subject = account with { BoundKind = kind, BoundName = name, BoundUid = uid };
        return kind == "Pod" && bound.Object("spec")?.Text("nodeName") is { Length: > 0 } node
            ? subject with { NodeName = node, NodeUid = (await Read("nodes", new("", node), cancellationToken))?.Object("metadata")?.Text("uid") ?? "" }
            : subject;
    }

    private async ValueTask<TreeObject?> Read(string plural, ObjectKey key, CancellationToken cancellationToken) =>
        await served.Store(plural).Get(key, cancellationToken) is { } stored ? StoredTrees.Read(stored) : null;
}
