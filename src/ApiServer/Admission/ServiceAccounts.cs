using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Every pod runs as a service account, and its containers find the token of it.</summary>
/// <param name="required">Refuse pods whose account is not there. Off while nobody creates the default accounts.</param>
internal sealed class ServiceAccounts(IResourceStore accounts, bool required, TimeProvider time, Random random) : IAdmissionPlugin
{
    private const string Default = "default";

    /// <summary>How long a pod waits for the account that a controller makes for each new namespace.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public const string MountPath = "/var/run/secrets/kubernetes.io/serviceaccount";
    private const string VolumePrefix = "kube-api-access-";
    private const string SuffixLetters = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;

    /// <summary>An hour and seven seconds: the odd number tells these tokens apart from those that somebody asked for.</summary>
    private const long TokenSeconds = 3607;

    public bool Handles(AdmissionRequest request) => PodCreation.Is(request);

    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (PodCreation.IsMirror(request.Object!))
            return;

        var spec = request.Object!.ObjectOrNew("spec");
        var name = spec.Text("serviceAccountName") is { Length: > 0 } given ? given : Default;
        spec.Set("serviceAccountName", name);
        spec.Set("serviceAccount", name);
        var key = new ObjectKey(request.Namespace, name);
        var found = await accounts.Get(key, cancellationToken);
        if (found is null && required && name == Default)
            found = await WaitFor(key, cancellationToken);
        if (found is not { } stored)
        {
            if (required)
            {
                throw ApiErrors.Forbidden(
                    request.Resource.Storage, request.Name, $"error looking up service account {request.Namespace}/{name}: serviceaccount \"{name}\" not found");
            }

            return;
        }

        var account = StoredTrees.Read(stored);
        if (spec.List("imagePullSecrets") is not { Count: > 0 } && account.List("imagePullSecrets") is { Count: > 0 } secrets)
            spec.Set("imagePullSecrets", secrets);
        if (spec.Flag("automountServiceAccountToken") ?? account.Flag("automountServiceAccountToken") ?? true)
            Mount(spec);
    }

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (!PodCreation.IsMirror(request.Object!))
            return ValueTask.CompletedTask;

        var spec = request.Object!.Object("spec");
        if (spec?.Text("serviceAccountName") is { Length: > 0 })
            throw ApiErrors.Forbidden(request.Resource.Storage, request.Name, "a mirror pod may not reference service accounts");
        return ValueTask.CompletedTask;
    }

    private async ValueTask<StoredObject?> WaitFor(ObjectKey key, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var cursor = await accounts.Watch(accounts.Revision, cancellationToken);
        try
        {
            while (true)
            {
                if (await accounts.Get(key, cancellationToken) is { } found)
                    return found;
                if (cursor is null || !await cursor.WaitToRead(either.Token))
                    return null;

                while (cursor.TryRead(out _))
                {
                    // Whatever it was, the account may be there now.
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Mount(TreeObject spec)
    {
        var name = (spec.List("volumes")?.Objects() ?? []).Select(volume => volume.Text("name") ?? "")
            .FirstOrDefault(existing => existing.StartsWith(VolumePrefix, StringComparison.Ordinal));
        var isNew = name is null;
        name ??= VolumePrefix + Suffix();
        var mounted = false;
        foreach (var container in PodCreation.Containers(spec))
        {
            var mounts = container.ListOrNew("volumeMounts");
            if (mounts.Objects().Any(mount => mount.Text("mountPath") == MountPath))
                continue;

            var mount = new TreeObject(3);
            mount.Set("name", name);
            mount.Set("readOnly", true);
            mount.Set("mountPath", MountPath);
            mounts.Add(mount);
            mounted = true;
        }

        if (mounted && isNew)
            spec.ListOrNew("volumes").Add(Volume(name));
        foreach (var container in PodCreation.Containers(spec).Where(container => container.List("volumeMounts") is { Count: 0 }))
            container.Remove("volumeMounts");
    }

    private string Suffix() => string.Create(SuffixLength, random, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = SuffixLetters[source.Next(SuffixLetters.Length)];
    });

    private static TreeObject Volume(string name)
    {
        var token = new TreeObject { ["expirationSeconds"] = TreeNumber.Of(TokenSeconds), ["path"] = new TreeText("token") };
        var authority = new TreeObject
        {
            ["name"] = new TreeText("kube-root-ca.crt"),
            ["items"] = new TreeList([new TreeObject { ["key"] = new TreeText("ca.crt"), ["path"] = new TreeText("ca.crt") }]),
        };
        var field = new TreeObject { ["apiVersion"] = new TreeText("v1"), ["fieldPath"] = new TreeText("metadata.namespace") };
        var place = new TreeObject
        {
            ["items"] = new TreeList([new TreeObject { ["path"] = new TreeText("namespace"), ["fieldRef"] = field }]),
        };
        var projected = new TreeObject
        {
            ["sources"] = new TreeList(
            [
                new TreeObject { ["serviceAccountToken"] = token },
                new TreeObject { ["configMap"] = authority },
                new TreeObject { ["downwardAPI"] = place },
            ]),
            ["defaultMode"] = TreeNumber.Of(420),
        };
        return new TreeObject { ["name"] = new TreeText(name), ["projected"] = projected };
    }
}
