using CloudletK8s.Api.AdmissionRegistration.V1;
using CloudletK8s.Api.AdmissionRegistration.V1.Rules;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.AdmissionRegistration;

public class WebhookGiven
{
    private const string Hook = "'name':'a.b.io','clientConfig':{'service':{'namespace':'d','name':'s'}},'sideEffects':'None','admissionReviewVersions':['v1'],'rules':[{'operations':['CREATE'],'apiGroups':[''],'apiVersions':['v1'],'resources':['pods']}]";

    private readonly RuledKind<MutatingWebhookConfiguration> _hooks = new();
    private readonly RuledKind<ValidatingAdmissionPolicy> _policies = new();
    private readonly RuledKind<ValidatingAdmissionPolicyBinding> _bindings = new();

    [Fact]
    public void Gets_its_defaults()
    {
        var hook = _hooks.Read("{'metadata':{'name':'h'},'webhooks':[{" + Hook + "}]}").List("webhooks")!.Objects().Single();

        Assert.Equal("Fail", hook.Text("failurePolicy"));
        Assert.Equal("Equivalent", hook.Text("matchPolicy"));
        Assert.Equal("Never", hook.Text("reinvocationPolicy"));
        Assert.Equal(10, hook.Whole("timeoutSeconds"));
        Assert.Equal("{}", Json.Text(hook["namespaceSelector"]));
        Assert.Equal("{}", Json.Text(hook["objectSelector"]));
        Assert.Equal("*", hook.List("rules")!.Objects().Single().Text("scope"));
        Assert.Equal(443, hook.Object("clientConfig", "service")!.Whole("port"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",'timeoutSeconds':31", "webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds")]
    [InlineData(",'sideEffects':'Some'", "webhooks[0].sideEffects: Unsupported value: \"Some\": supported values: \"None\", \"NoneOnDryRun\"")]
    [InlineData(",'admissionReviewVersions':['v2']", "webhooks[0].admissionReviewVersions: Invalid value: []string{\"v2\"}: must include at least one of v1, v1beta1")]
    [InlineData(",'name':'short'", "webhooks[0].name: Invalid value: \"short\": should be a domain with at least three segments separated by dots")]
    [InlineData(",'clientConfig':{}", "webhooks[0].clientConfig: Required value: exactly one of url or service is required")]
    [InlineData(",'clientConfig':{'url':'http://x.io'}", "webhooks[0].clientConfig.url: Invalid value: \"http\": 'https' is the only allowed URL scheme; desired format: https://host[/path]")]
    [InlineData(",'rules':[{'operations':['*','CREATE'],'apiGroups':[''],'apiVersions':['v1'],'resources':['pods']}]", "webhooks[0].rules[0].operations: Invalid value: []admissionregistration.OperationType{\"*\", \"CREATE\"}: if '*' is present, must not specify other operations")]
    [InlineData(",'rules':[{'operations':['CREATE'],'apiGroups':[''],'apiVersions':['v1'],'resources':['pods/*','pods/exec']}]", "webhooks[0].rules[0].resources[1]: Invalid value: \"pods/exec\": if 'pods/*' is present, must not specify pods/exec")]
    [InlineData(",'matchConditions':[{'name':'c','expression':'(a'}]", "webhooks[0].matchConditions[0].expression: Invalid value: \"(a\": compilation failed: ERROR: <input>:1:3: Syntax error: mismatched input '<EOF>' expecting ')'\n | (a\n | ..^")]
    [InlineData(",'matchConditions':[{'name':'c','expression':'object.on'}]", "webhooks[0].matchConditions[0].expression: Invalid value: \"object.on\": must evaluate to bool but got dyn")]
    [InlineData(",'matchConditions':[{'name':'c','expression':'variables.a == params.b'}]", "webhooks[0].matchConditions[0].expression: Invalid value: \"variables.a == params.b\": compilation failed: ERROR: <input>:1:1: undeclared reference to 'variables' (in container '')\n | variables.a == params.b\n | ^\nERROR: <input>:1:16: undeclared reference to 'params' (in container '')\n | variables.a == params.b\n | ...............^")]
    public void Is_checked(string members, params string[] errors) => Assert.Equal(
        errors, _hooks.ErrorsOfCreating("{'metadata':{'name':'h'},'webhooks':[{" + Without(members) + members + "}]}"));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'validations':null}}", "spec.validations: Required value: validations or auditAnnotations must contain at least one item", "spec.auditAnnotations: Required value: validations or auditAnnotations must contain at least one item")]
    [InlineData("{'spec':{'matchConstraints':null}}", "spec.matchConstraints: Required value")]
    [InlineData("{'spec':{'variables':[{'name':'in','expression':'1'}]}}", "spec.variables[0].name: Invalid value: \"in\": name is not a valid CEL identifier")]
    [InlineData("{'spec':{'validations':[{'expression':'true','reason':'Teapot'}]}}", "spec.validations[0].reason: Unsupported value: \"Teapot\": supported values: \"Forbidden\", \"Invalid\", \"RequestEntityTooLarge\"")]
    [InlineData("{'spec':{'variables':[{'name':'a','expression':'object.spec.a'},{'name':'n','expression':'[1]'}],'validations':[{'expression':'variables.a == 1 && variables.n == [2]'}]}}")]
    [InlineData("{'spec':{'validations':[{'expression':'variables.a == 1'}]}}", "spec.validations[0].expression: Invalid value: \"variables.a == 1\": compilation failed: ERROR: <input>:1:10: undefined field 'a'\n | variables.a == 1\n | .........^")]
    [InlineData("{'spec':{'paramKind':{'apiVersion':'v1','kind':'ConfigMap'},'validations':[{'expression':'params == null || object.a == params.data.a','messageExpression':'string(object.a)'}]}}")]
    [InlineData("{'spec':{'validations':[{'expression':'authorizer.group(\\'\\').resource(\\'pods\\').check(\\'get\\').allowed()','messageExpression':'authorizer.x'}]}}", "spec.validations[0].messageExpression: Invalid value: \"authorizer.x\": compilation failed: ERROR: <input>:1:1: undeclared reference to 'authorizer' (in container '')\n | authorizer.x\n | ^")]
    [InlineData("{'spec':{'auditAnnotations':[{'key':'k','valueExpression':'1'}]}}", "spec.auditAnnotations[0].valueExpression: Invalid value: \"1\": must evaluate to one of [string null_type] but got int")]
    [InlineData("{'spec':{'validations':[{'expression':'request.userInfo.groups.exists(g, g == 1)'}]}}", "spec.validations[0].expression: Invalid value: \"request.userInfo.groups.exists(g, g == 1)\": compilation failed: ERROR: <input>:1:37: found no matching overload for '_==_' applied to '(string, int)'\n | request.userInfo.groups.exists(g, g == 1)\n | ....................................^")]
    public void Has_a_policy_beside_it(string change, params string[] errors) => Assert.Equal(errors, _policies.ErrorsOfCreating(
        "{'metadata':{'name':'p'},'spec':{'matchConstraints':{'resourceRules':[{'operations':['CREATE'],'apiGroups':[''],'apiVersions':['v1'],'resources':['pods']}]},'validations':[{'expression':'object.spec.replicas <= 5'}]}}",
        change));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'validationActions':['Deny','Warn']}}", "spec.validationActions: Invalid value: []admissionregistration.ValidationAction{\"Deny\", \"Warn\"}: must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)")]
    [InlineData("{'spec':{'paramRef':{'name':'x'}}}", "spec.paramRef.parameterNotFoundAction: Required value")]
    public void Has_a_binding_for_the_policy(string change, params string[] errors) =>
        Assert.Equal(errors, _bindings.ErrorsOfCreating("{'metadata':{'name':'b'},'spec':{'policyName':'p','validationActions':['Deny']}}", change));

    /// <summary>JSON may not name a member twice.</summary>
    private static string Without(string members)
    {
        var kept = Hook;
        foreach (var name in (string[])["'name':'a.b.io',", "'clientConfig':{'service':{'namespace':'d','name':'s'}},", "'sideEffects':'None',", "'admissionReviewVersions':['v1'],"])
        {
            if (members.StartsWith("," + name[..(name.IndexOf(':') + 1)], StringComparison.Ordinal))
                kept = kept.Replace(name, "");
        }

        return members.StartsWith(",'rules'", StringComparison.Ordinal) ? kept[..kept.IndexOf(",'rules'", StringComparison.Ordinal)] : kept;
    }
}
