using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Api.Tests.Core;

public class VolumeAndClaimRules
{
    private readonly KindGiven<PersistentVolume> _volume = new(
        """{"metadata":{"name":"v"},"spec":{"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"hostPath":{"path":"/data"}}}""");

    private readonly KindGiven<PersistentVolumeClaim> _claim = new(
        """{"metadata":{"name":"c","namespace":"n"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}},"storageClassName":"fast"}}""");

    [Fact]
    public void A_volume_begins_pending_and_is_retained()
    {
        var volume = _volume.Prepared();

        Assert.Equal("Retain", volume.Object("spec")!.Text("persistentVolumeReclaimPolicy"));
        Assert.Equal("Filesystem", volume.Object("spec")!.Text("volumeMode"));
        Assert.Equal("Pending", volume.Object("status")!.Text("phase"));
        Assert.Equal("2026-01-02T03:04:05Z", volume.Object("status")!.Text("lastPhaseTransitionTime"));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'accessModes':null}}", "spec.accessModes: Required value")]
    [InlineData("{'spec':{'accessModes':['ReadWriteOnce','ReadWriteOncePod']}}", "spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes")]
    [InlineData("{'spec':{'capacity':{'storage':'0'}}}", "spec.capacity[storage]: Invalid value: \"0\": must be greater than zero")]
    [InlineData("{'spec':{'hostPath':null}}", "spec: Required value: must specify a volume type")]
    [InlineData("{'spec':{'nfs':{'server':'s','path':'/p'}}}", "spec.nfs: Forbidden: may not specify more than 1 volume type")]
    [InlineData("{'spec':{'hostPath':null,'local':{'path':'/d'}}}", "spec.nodeAffinity: Required value: Local volume requires node affinity")]
    [InlineData("{'spec':{'hostPath':null,'csi':{'driver':'d','volumeHandle':''}}}", "spec.csi.volumeHandle: Required value")]
    [InlineData("{'spec':{'hostPath':{'path':'/'},'persistentVolumeReclaimPolicy':'Recycle'}}", "spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/'")]
    [InlineData("{'metadata':{'annotations':{'volume.beta.kubernetes.io/mount-options':'ro'}}}", "metadata.annotations.volume.beta.kubernetes.io/mount-options: Forbidden: may not specify mount options for this volume type")]
    public void A_volume_is_checked(string patch, string expected) => Assert.Equal(expected, _volume.CreateErrors(patch));

    [Theory]
    [InlineData("{'spec':{'storageClassName':'other'}}", "")]
    [InlineData("{'spec':{'volumeMode':'Block'}}", "volumeMode: Invalid value: \"Block\": field is immutable")]
    public void A_volume_keeps_its_mode(string patch, string expected) => Assert.Equal(expected, _volume.UpdateErrors(patch));

    [Fact]
    public void A_volume_keeps_its_source() => Assert.StartsWith(
        "spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation\n",
        _volume.UpdateErrors("{'spec':{'hostPath':{'path':'/other'}}}"),
        StringComparison.Ordinal);

    [Fact]
    public void A_volume_notes_when_its_phase_changes()
    {
        var updated = _volume.Updated("{'status':{'phase':'Available'}}", "status", "{'status':{'phase':'Pending','lastPhaseTransitionTime':'2025-01-01T00:00:00Z'}}");

        Assert.Equal("2026-01-02T03:04:05Z", updated.Object("status")!.Text("lastPhaseTransitionTime"));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'accessModes':['Odd']}}", "spec.accessModes: Unsupported value: \"Odd\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"")]
    [InlineData("{'spec':{'resources':null}}", "spec.resources[storage]: Required value")]
    [InlineData("{'spec':{'storageClassName':'A'}}", "spec.storageClassName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")]
    public void A_claim_is_checked(string patch, string expected) => Assert.Equal(expected, _claim.CreateErrors(patch));

    [Theory]
    [InlineData("{'spec':{'dataSource':{'kind':'PersistentVolumeClaim','name':'old'}}}", true, true)]
    [InlineData("{'spec':{'dataSource':{'kind':'Odd','name':'old','apiGroup':'a.b'}}}", false, false)]
    [InlineData("{'spec':{'dataSourceRef':{'kind':'Odd','name':'old','apiGroup':'a.b'}}}", true, true)]
    [InlineData("{'spec':{'dataSourceRef':{'kind':'Odd','name':'old','apiGroup':'a.b','namespace':'x'}}}", false, false)]
    public void A_claim_says_its_source_in_both_ways(string patch, bool source, bool reference)
    {
        var spec = _claim.Prepared(patch).Object("spec")!;

        Assert.Equal((source, reference), (spec.Has("dataSource"), spec.Has("dataSourceRef")));
    }

    [Theory]
    [InlineData("{'spec':{'resources':{'requests':{'storage':'2Gi'}}}}", "")]
    [InlineData("{'spec':{'resources':{'requests':{'storage':'512Mi'}}}}", "spec.resources.requests.storage: Forbidden: field can not be less than status.capacity")]
    public void A_bound_claim_may_grow(string patch, string expected) =>
        Assert.Equal(expected, _claim.UpdateErrors(patch, stored: "{'spec':{'volumeName':'v'},'status':{'phase':'Bound','capacity':{'storage':'1Gi'}}}"));

    [Theory]
    [InlineData("{'spec':{'resources':{'requests':{'storage':'2Gi'}}}}")]
    [InlineData("{'spec':{'storageClassName':'slow'}}")]
    [InlineData("{'spec':{'accessModes':['ReadWriteMany']}}")]
    public void A_claim_that_waits_stays_as_it_is(string patch) => Assert.StartsWith(
        "spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n",
        _claim.UpdateErrors(patch),
        StringComparison.Ordinal);

    [Fact]
    public void A_claim_gets_its_volume_once()
    {
        Assert.Equal("", _claim.UpdateErrors("{'spec':{'volumeName':'v'}}"));
        Assert.NotEqual("", _claim.UpdateErrors("{'spec':{'volumeName':'w'}}", stored: "{'spec':{'volumeName':'v'}}"));
    }

    [Fact]
    public void A_claim_without_a_class_gets_one_later() =>
        Assert.Equal("", _claim.UpdateErrors("{'spec':{'storageClassName':'fast'}}", stored: "{'spec':{'storageClassName':null}}"));

    [Fact]
    public void A_claim_for_a_part_of_a_byte_is_warned_about() => Assert.Equal(
        "spec.resources.requests[storage]: fractional byte value \"1500m\" is invalid, must be an integer",
        _claim.Warnings("{'spec':{'resources':{'requests':{'storage':'1500m'}}}}"));
}
