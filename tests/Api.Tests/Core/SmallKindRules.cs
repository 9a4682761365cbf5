using CloudletK8s.Api.Coordination.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Nodes.V1;
using CloudletK8s.Api.Scheduling.V1;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Tests.Core;

public class SmallKindRules
{
    private readonly KindGiven<Lease> _lease = new("""{"metadata":{"name":"l","namespace":"n"},"spec":{"leaseDurationSeconds":15}}""");
    private readonly KindGiven<PriorityClass> _priority = new("""{"metadata":{"name":"p"},"value":5}""");
    private readonly KindGiven<RuntimeClass> _runtime = new("""{"metadata":{"name":"r"},"handler":"runc"}""");
    private readonly KindGiven<ServiceAccount> _account = new("""{"metadata":{"name":"a","namespace":"n"},"secrets":[{"name":"s","namespace":"x","uid":"1"}]}""");

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'leaseDurationSeconds':0,'leaseTransitions':-1}}", "spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0\nspec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec':{'preferredHolder':'x','strategy':'y'}}", "")]
    public void A_lease_is_checked(string patch, string expected) => Assert.Equal(expected, _lease.CreateErrors(patch));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'value':1000000001}", "value: Forbidden: maximum allowed value of a user defined priority is 1000000000")]
    [InlineData("{'metadata':{'name':'system-mine'}}", "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-mine is not a known system priority class")]
    [InlineData("{'metadata':{'name':'system-node-critical'},'value':2000001000}", "")]
    [InlineData("{'preemptionPolicy':'Odd'}", "preemptionPolicy: Unsupported value: \"Odd\": supported values: \"PreemptLowerPriority\", \"Never\"")]
    public void A_priority_class_is_checked(string patch, string expected) => Assert.Equal(expected, _priority.CreateErrors(patch));

    [Fact]
    public void A_priority_class_keeps_its_value() => Assert.Equal(
        "value: Forbidden: may not be changed in an update.\npreemptionPolicy: Invalid value: \"Never\": field is immutable",
        _priority.UpdateErrors("{'value':6,'preemptionPolicy':'Never'}"));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'handler':'a.b'}", "handler: Invalid value: \"a.b\": must not contain dots")]
    [InlineData("{'scheduling':{'tolerations':[{'operator':'Exists'},{'operator':'Exists'}]}}", "scheduling.tolerations[1]: Duplicate value: {\"operator\":\"Exists\"}")]
    [InlineData("{'overhead':{'podFixed':{'odd':'1'}}}", "overhead.limits[odd]: Invalid value: \"odd\": must be a standard resource type or fully qualified\noverhead.limits[odd]: Invalid value: \"odd\": must be a standard resource for containers")]
    public void A_runtime_class_is_checked(string patch, string expected) => Assert.Equal(expected, _runtime.CreateErrors(patch));

    [Fact]
    public void A_service_account_names_its_secrets_only() =>
        Assert.Equal("""[{"name":"s"}]""", JsonTreeWriter.ToText(_account.Prepared()["secrets"]!));
}
