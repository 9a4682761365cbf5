using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Storage.V1;
using CloudletK8s.Api.Values;
using CloudletK8s.Reconcilers.ClaimProtection;
using CloudletK8s.Reconcilers.EphemeralVolumes;
using CloudletK8s.Reconcilers.VolumeAttachments;
using CloudletK8s.Reconcilers.VolumeBinding;
using CloudletK8s.Reconcilers.VolumeProtection;
using CloudletK8s.Reconcilers.VolumeReclaim;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.VolumeBinding;

public sealed class ClaimsOnAControlPlane : IAsyncLifetime
{
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(
            static services =>
            [
                new ClaimController(services), new VolumeController(services), new ClaimProtectionController(services),
                new VolumeProtectionController(services), new EphemeralVolumeController(services), new AttachmentController(services),
            ],
            new ManualTime(),
            options: new() { ProtectStorageInUse = true });
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Get_the_smallest_volume_that_is_large_enough()
    {
        await _plane.Create(Volume("small", "1Gi"));
        await _plane.Create(Volume("large", "10Gi"));
        await _plane.Create(Volume("right", "5Gi"));
        await _plane.Quiet();
        await _plane.Create(Claim("data", "3Gi"));
        await _plane.Quiet();

        var claim = await Claim("data");
        Assert.Equal(("right", "Bound"), (claim.Spec!.VolumeName, claim.Status!.Phase));
        Assert.Equal("5Gi", claim.Status.Capacity!["storage"].ToString());
        Assert.Equal(["ReadWriteOnce"], claim.Status.AccessModes!);
        Assert.Equal(("yes", "yes"), (claim.Metadata!.Annotations!["pv.kubernetes.io/bind-completed"], claim.Metadata.Annotations["pv.kubernetes.io/bound-by-controller"]));
        var volume = await Volume("right");
        Assert.Equal(("Bound", claim.Metadata.Uid), (volume!.Status!.Phase, volume.Spec!.ClaimRef!.Uid));
        Assert.Equal("Available", (await Volume("small"))!.Status!.Phase);
    }

    [Fact]
    public async Task Wait_for_a_volume_that_comes_later()
    {
        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Quiet();
        Assert.Equal("Pending", (await Claim("data")).Status!.Phase);
        Assert.Contains("Normal FailedBinding no persistent volumes available for this claim and no storage class is set", await _plane.EventsOf(_namespace, "data"));

        await _plane.Create(Volume("v", "1Gi"));
        await _plane.Quiet();
        Assert.Equal("Bound", (await Claim("data")).Status!.Phase);
    }

    [Fact]
    public async Task Share_no_volume()
    {
        foreach (var name in (string[])["v1", "v2", "v3"])
            await _plane.Create(Volume(name, "1Gi"));
        await _plane.Quiet();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => _plane.Create(Claim($"c{i}", "1Gi"))));
        await _plane.Quiet();

        var claims = await _plane.List<PersistentVolumeClaim>(_namespace);
        Assert.Equal(["v1", "v2", "v3"], claims.Where(claim => claim.Status?.Phase == "Bound").Select(claim => claim.Spec!.VolumeName).Order());
    }

    [Fact]
    public async Task Are_told_why_the_volume_they_name_does_not_do()
    {
        await _plane.Create(Volume("v", "1Gi"));
        await _plane.Create(Claim("data", "2Gi", volume: "v"));
        await _plane.Quiet();

        Assert.Contains("Warning VolumeMismatch Cannot bind to requested volume \"v\": requested PV is too small", await _plane.EventsOf(_namespace, "data"));
        Assert.Equal("Pending", (await Claim("data")).Status!.Phase);
    }

    [Fact]
    public async Task Get_the_volume_that_its_maker_promised_to_them()
    {
        var volume = Volume("v", "1Gi");
        await _plane.Create(volume with { Spec = volume.Spec! with { ClaimRef = new() { Namespace = _namespace, Name = "data" } } });
        await _plane.Create(Claim("other", "1Gi"));
        await _plane.Quiet();
        Assert.Equal("Pending", (await Claim("other")).Status!.Phase);

        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Quiet();
        Assert.Equal("Bound", (await Claim("data")).Status!.Phase);
        Assert.Null((await Volume("v"))!.Metadata!.Annotations?.GetValueOrDefault("pv.kubernetes.io/bound-by-controller"));
    }

    [Theory]
    [InlineData("Retain", "Released")]
    [InlineData("Recycle", "Failed")]
    [InlineData("Delete", "Failed")]
    public async Task Leave_a_volume_that_was_made_by_hand(string policy, string phase)
    {
        var volume = Volume("v", "1Gi");
        await _plane.Create(volume with { Spec = volume.Spec! with { PersistentVolumeReclaimPolicy = policy } });
        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Quiet();
        await _plane.Delete<PersistentVolumeClaim>(_namespace, "data");
        await _plane.Quiet();

        Assert.Null(await _plane.Get<PersistentVolumeClaim>(_namespace, "data"));
        Assert.Equal(phase, (await Volume("v"))!.Status!.Phase);
    }

    [Fact]
    public async Task Are_lost_with_their_volume()
    {
        await _plane.Create(Volume("v", "1Gi"));
        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Quiet();
        await _plane.Change<PersistentVolume>("", "v", volume => volume with { Metadata = volume.Metadata! with { Finalizers = [] } });
        await _plane.Delete<PersistentVolume>("", "v");
        await _plane.Change<PersistentVolume>("", "v", volume => volume with { Metadata = volume.Metadata! with { Finalizers = [] } }).ContinueWith(static _ => { }, TaskScheduler.Default);
        await _plane.UntilGone<PersistentVolume>("", "v");
        await _plane.Quiet();

        Assert.Equal("Lost", (await Claim("data")).Status!.Phase);
        Assert.Contains("Warning ClaimLost Bound claim has lost its PersistentVolume. Data on the volume is lost!", await _plane.EventsOf(_namespace, "data"));
    }

    [Fact]
    public async Task Stay_as_long_as_a_pod_uses_them()
    {
        await _plane.Create(Volume("v", "1Gi"));
        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Ready(await _plane.Create(Pod("user", new Volume { Name = "d", PersistentVolumeClaim = new() { ClaimName = "data" } })));
        await _plane.Delete<PersistentVolumeClaim>(_namespace, "data");
        await _plane.Delete<PersistentVolume>("", "v");
        await _plane.Quiet();
        Assert.Equal(["kubernetes.io/pvc-protection"], (await Claim("data")).Metadata!.Finalizers!);

        await _plane.Delete<Pod>(_namespace, "user");
        await _plane.Quiet();
        Assert.Null(await _plane.Get<PersistentVolumeClaim>(_namespace, "data"));
        Assert.Null(await Volume("v"));
    }

    [Fact]
    public async Task Get_a_volume_made_on_the_node_of_their_first_pod()
    {
        await _plane.Create(Class("disk", "WaitForFirstConsumer"));
        await _plane.Create(new Node { Metadata = new() { Name = "edge-1", Labels = new Dictionary<string, string> { ["kubernetes.io/hostname"] = "edge-1" } } });
        await _plane.Create(Claim("data", "1Gi", storage: "disk"));
        await _plane.Quiet();
        Assert.Contains("Normal WaitForFirstConsumer waiting for first consumer to be created before binding", await _plane.EventsOf(_namespace, "data"));

        await _plane.Change<PersistentVolumeClaim>(_namespace, "data", claim => claim with { Metadata = claim.Metadata! with { Annotations = new Dictionary<string, string> { ["volume.kubernetes.io/selected-node"] = "edge-1" } } });
        await _plane.Quiet();

        var claim = await Claim("data");
        Assert.Equal(("Bound", $"pvc-{claim.Metadata!.Uid}"), (claim.Status!.Phase, claim.Spec!.VolumeName));
        Assert.Equal("cloudlet.dev/host-path", claim.Metadata.Annotations!["volume.kubernetes.io/storage-provisioner"]);
        var volume = (await Volume(claim.Spec.VolumeName!))!;
        Assert.Equal($"/srv/{volume.Metadata!.Name}", volume.Spec!.HostPath!.Path);
        Assert.Equal(["edge-1"], volume.Spec.NodeAffinity!.Required!.NodeSelectorTerms![0].MatchExpressions![0].Values!);
        Assert.Contains($"Normal ProvisioningSucceeded Successfully provisioned volume {volume.Metadata.Name} using cloudlet.dev/host-path", await _plane.EventsOf(_namespace, "data"));

        await _plane.Delete<PersistentVolumeClaim>(_namespace, "data");
        await _plane.Quiet();
        Assert.Null(await Volume(volume.Metadata.Name!));
    }

    [Fact]
    public async Task Grow_where_their_class_allows_it()
    {
        await _plane.Create(Class("disk", "Immediate"));
        await _plane.Create(Claim("data", "1Gi", storage: "disk"));
        await _plane.Quiet();
        await _plane.Change<PersistentVolumeClaim>(_namespace, "data", claim => claim with { Spec = claim.Spec! with { Resources = new() { Requests = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse("4Gi") } } } });
        await _plane.Quiet();

        var claim = await Claim("data");
        Assert.Equal("4Gi", claim.Status!.Capacity!["storage"].ToString());
        Assert.Equal("4Gi", (await Volume(claim.Spec!.VolumeName!))!.Spec!.Capacity!["storage"].ToString());
    }

    [Fact]
    public async Task Wait_for_a_provisioner_from_outside()
    {
        await _plane.Create(Class("cloud", "Immediate") with { Provisioner = "disk.example.com", Parameters = null });
        await _plane.Create(Claim("data", "1Gi", storage: "cloud"));
        await _plane.Quiet();

        Assert.Equal("disk.example.com", (await Claim("data")).Metadata!.Annotations!["volume.kubernetes.io/storage-provisioner"]);
        Assert.Contains(await _plane.EventsOf(_namespace, "data"), told => told.StartsWith("Normal ExternalProvisioning Waiting for a volume to be created either by the external provisioner 'disk.example.com'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_a_default_class_that_comes_later()
    {
        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Quiet();
        var storage = Class("disk", "Immediate");
        await _plane.Create(storage with { Metadata = storage.Metadata! with { Annotations = new Dictionary<string, string> { ["storageclass.kubernetes.io/is-default-class"] = "true" } } });
        await _plane.Quiet();

        Assert.Equal(("disk", "Bound"), ((await Claim("data")).Spec!.StorageClassName, (await Claim("data")).Status!.Phase));
    }

    [Fact]
    public async Task Say_what_is_wrong_with_their_class()
    {
        await _plane.Create(Class("odd", "Immediate") with { Parameters = new Dictionary<string, string> { ["path"] = "../etc" } });
        await _plane.Create(Claim("data", "1Gi", storage: "odd"));
        await _plane.Create(Claim("lost", "1Gi", storage: "none"));
        await _plane.Quiet();

        Assert.Contains(await _plane.EventsOf(_namespace, "data"), told => told.StartsWith("Warning ProvisioningFailed Failed to provision volume with StorageClass \"odd\": invalid parameter path=../etc", StringComparison.Ordinal));
        Assert.Contains("Warning ProvisioningFailed storageclass.storage.k8s.io \"none\" not found", await _plane.EventsOf(_namespace, "lost"));
    }

    [Fact]
    public async Task Are_made_for_the_ephemeral_volumes_of_pods()
    {
        var pod = await _plane.Create(Pod("p", new Volume
        {
            Name = "scratch",
            Ephemeral = new()
            {
                VolumeClaimTemplate = new()
                {
                    Metadata = new() { Labels = new Dictionary<string, string> { ["kind"] = "scratch" } },
                    Spec = new() { AccessModes = ["ReadWriteOnce"], Resources = new() { Requests = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse("1Gi") } } },
                },
            },
        }));
        await _plane.Quiet();

        var claim = await Claim("p-scratch");
        Assert.Equal((pod.Metadata!.Uid, "scratch"), (Assert.Single(claim.Metadata!.OwnerReferences!).Uid, claim.Metadata.Labels!["kind"]));
    }

    [Fact]
    public async Task Of_drivers_are_attached_to_the_nodes_of_their_pods()
    {
        await _plane.Create(new Node { Metadata = new() { Name = "node-1" } });
        var volume = Volume("v", "1Gi");
        await _plane.Create(volume with { Spec = volume.Spec! with { HostPath = null, Csi = new() { Driver = "disk.example.com", VolumeHandle = "h1" } } });
        await _plane.Create(Claim("data", "1Gi"));
        await _plane.Ready(await _plane.Create(Pod("user", new Volume { Name = "d", PersistentVolumeClaim = new() { ClaimName = "data" } })));
        await _plane.Quiet();

        var attachment = Assert.Single(await _plane.List<VolumeAttachment>(""));
        Assert.Equal(("disk.example.com", "node-1", "v"), (attachment.Spec!.Attacher, attachment.Spec.NodeName, attachment.Spec.Source!.PersistentVolumeName));
        await _plane.Change<VolumeAttachment>("", attachment.Metadata!.Name!, one => one with { Status = new() { Attached = true } }, status: true);
        await _plane.Quiet();
        Assert.Equal("kubernetes.io/csi/disk.example.com^h1", Assert.Single((await _plane.Get<Node>("", "node-1"))!.Status!.VolumesAttached!).Name);

        await _plane.Delete<Pod>(_namespace, "user");
        await _plane.Quiet();
        Assert.Empty(await _plane.List<VolumeAttachment>(""));
        Assert.Empty((await _plane.Get<Node>("", "node-1"))!.Status!.VolumesAttached ?? []);
    }

    private async Task<PersistentVolumeClaim> Claim(string name) => (await _plane.Get<PersistentVolumeClaim>(_namespace, name))!;

    private Task<PersistentVolume?> Volume(string name) => _plane.Get<PersistentVolume>("", name);

    private static PersistentVolume Volume(string name, string size) => new()
    {
        Metadata = new() { Name = name },
        Spec = new()
        {
            Capacity = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse(size) },
            AccessModes = ["ReadWriteOnce"],
            PersistentVolumeReclaimPolicy = "Retain",
            HostPath = new() { Path = "/tmp/x" },
        },
    };

    private PersistentVolumeClaim Claim(string name, string size, string? storage = null, string? volume = null) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace },
        Spec = new()
        {
            AccessModes = ["ReadWriteOnce"],
            StorageClassName = storage,
            VolumeName = volume,
            Resources = new() { Requests = new Dictionary<string, Quantity> { ["storage"] = Quantity.Parse(size) } },
        },
    };

    private static StorageClass Class(string name, string mode) => new()
    {
        Metadata = new() { Name = name },
        Provisioner = "cloudlet.dev/host-path",
        Parameters = new Dictionary<string, string> { ["path"] = "/srv" },
        VolumeBindingMode = mode,
        AllowVolumeExpansion = true,
    };

    private Pod Pod(string name, Volume volume) => new()
    {
        Metadata = new() { Name = name, Namespace = _namespace },
        Spec = new() { Containers = [new() { Name = "c", Image = "nginx" }], Volumes = [volume] },
    };
}
