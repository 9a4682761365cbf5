using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.ApiServer.Tests.CustomResources;

namespace CloudletK8s.ApiServer.Tests.Policies;

public sealed class PolicyInForce : IAsyncLifetime
{
    private const string Denied = "deployments.apps \"d\" is forbidden: ValidatingAdmissionPolicy 'policy' with binding 'binding' denied request: ";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Holds_deployments_against_its_expressions()
    {
        await _cluster.Policy(""" "validations":[{"expression":"object.spec.replicas > 1","messageExpression":"'wants replicas > 1, got ' + object.spec.replicas"}] """);
        await _cluster.Create(Bound.Deployments, Bound.Deployment("unbound", 1));
        await _cluster.Bind();

        var refused = await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1)));

        // The message cannot be made of a text and a number, so the expression itself is shown.
        Assert.Equal((422, "Invalid", Denied + "failed expression: object.spec.replicas > 1"), (refused.Code, refused.Reason, refused.Message));
        Assert.Equal(
            "ValidatingAdmissionPolicy 'policy' with binding 'binding' denied request: failed expression: object.spec.replicas > 1",
            refused.Details!.List("causes")!.Objects().Single().Text("message"));
        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 2));
        await _cluster.Create(
            "/apis/apps/v1/namespaces/default/replicasets",
            """{"metadata":{"name":"r"},"spec":{"replicas":1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""");
        await TestCluster.Refused(() => _cluster.Patch(Bound.Deployments + "/d", """{"spec":{"replicas":1}}"""));
    }

    [Fact]
    public async Task Lets_expressions_name_variables()
    {
        await _cluster.Policy(
            """
            "variables":[{"name":"replicas","expression":"object.spec.replicas"},{"name":"oddReplicas","expression":"variables.replicas % 2 == 1"}],
            "validations":[{"expression":"variables.replicas > 1"},{"expression":"variables.oddReplicas","messageExpression":"'even: ' + string(variables.replicas)"}]
            """);
        await _cluster.Bind();

        Assert.EndsWith("failed expression: variables.replicas > 1", (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1)))).Message);
        Assert.EndsWith("even: 4", (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 4)))).Message);
        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 3));
    }

    [Theory]
    [InlineData("Forbidden", 403)]
    [InlineData("RequestEntityTooLarge", 413)]
    public async Task Refuses_for_the_reason_that_it_gives(string reason, int code)
    {
        await _cluster.Policy($$""" "validations":[{"expression":"false","message":"never","reason":"{{reason}}"}] """);
        await _cluster.Bind();

        var refused = await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1)));

        Assert.Equal((code, reason, Denied + "never"), (refused.Code, refused.Reason, refused.Message));
    }

    [Fact]
    public async Task Only_warns_where_its_binding_says_so()
    {
        await _cluster.Policy(""" "validations":[{"expression":"false","message":"think twice"}] """);
        await _cluster.Bind(actions: "\"Warn\",\"Audit\"");
        var request = new ApiRequest
        {
            Path = RequestPath.Parse(Bound.Deployments),
            Verb = "create",
            User = UserInfo.ApiServer,
            Body = System.Text.Encoding.UTF8.GetBytes(Bound.Deployment("d", 1)),
        };

        await _cluster.Host.Verbs.Run(request, CancellationToken.None);

        Assert.Equal(["Validation failed for ValidatingAdmissionPolicy 'policy' with binding 'binding': think twice"], request.Warnings);
    }

    [Theory]
    [InlineData("Fail", "expression 'object.metadata.labels.absent == 'x'' resulted in error: no such key: labels")]
    [InlineData("Ignore", null)]
    public async Task Fails_as_it_says_where_an_expression_has_no_value(string failurePolicy, string? message)
    {
        await _cluster.Policy($$""" "failurePolicy":"{{failurePolicy}}","validations":[{"expression":"object.metadata.labels.absent == 'x'"}] """);
        await _cluster.Bind();

        var create = () => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1));

        if (message is null)
            await create();
        else
            Assert.Equal(Denied + message, (await TestCluster.Refused(create)).Message);
    }

    [Fact]
    public async Task Sees_the_request_the_namespace_and_the_object_before()
    {
        await _cluster.Policy(
            """
            "validations":[
              {"expression":"request.operation == 'CREATE' ? oldObject == null : oldObject.spec.replicas <= object.spec.replicas","message":"no way back"},
              {"expression":"namespaceObject.metadata.name == 'default' && request.namespace == 'default' && request.kind.kind == 'Deployment' && !request.dryRun","message":"request"},
              {"expression":"request.userInfo.username == 'system:apiserver' && 'system:masters' in request.userInfo.groups","message":"user"},
              {"expression":"!has(request.userInfo.extra) && request.options.kind in ['CreateOptions', 'UpdateOptions']","message":"options"}]
            """);
        await _cluster.Bind();
        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 2));
        await _cluster.Patch(Bound.Deployments + "/d", """{"spec":{"replicas":3}}""");

        Assert.EndsWith("no way back", (await TestCluster.Refused(() => _cluster.Patch(Bound.Deployments + "/d", """{"spec":{"replicas":1}}"""))).Message);
    }

    [Fact]
    public async Task Asks_the_authorizer()
    {
        await _cluster.Policy(
            """
            "validations":[{"expression":"authorizer.group('apps').resource('deployments').namespace('default').name('special').check('create').allowed() || object.spec.replicas < 3","message":"too many"},
              {"expression":"authorizer.serviceAccount('default', 'nobody').path('/metrics').check('get').allowed() == false && !authorizer.requestResource.check('impossible').errored()","message":"path"}]
            """);
        await _cluster.Bind();
        var plain = new UserInfo("jane", [UserInfo.AuthenticatedGroup]);

        var refused = await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 3), plain));

        Assert.Equal(Denied + "too many", refused.Message);
        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 3));
    }

    [Fact]
    public async Task Takes_its_parameters_from_an_object()
    {
        await _cluster.Policy(
            """
            "paramKind":{"apiVersion":"v1","kind":"ConfigMap"},
            "validations":[{"expression":"object.spec.replicas <= int(params.data.most)","messageExpression":"'at most ' + params.data.most"}]
            """);
        await _cluster.Bind(""","paramRef":{"name":"limits","parameterNotFoundAction":"Deny"}""");
        Assert.Equal(
            Denied + "failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction",
            (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 3)))).Message);

        await _cluster.Create("/api/v1/namespaces/default/configmaps", """{"metadata":{"name":"limits"},"data":{"most":"2"}}""");

        Assert.Equal(Denied + "at most 2", (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 3)))).Message);
        await _cluster.Patch("/api/v1/namespaces/default/configmaps/limits", """{"data":{"most":"3"}}""");
        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 3));
    }

    [Fact]
    public async Task Holds_for_every_parameter_that_is_selected()
    {
        await _cluster.Create(Definitions.Path, Definitions.CronTab());
        await _cluster.Policy(
            """
            "paramKind":{"apiVersion":"stable.example.com/v1","kind":"CronTab"},
            "validations":[{"expression":"params == null || object.spec.replicas <= params.spec.replicas","messageExpression":"string(params.metadata.name)"}]
            """);
        await _cluster.Bind(""","paramRef":{"selector":{"matchLabels":{"limits":"yes"}},"namespace":"default","parameterNotFoundAction":"Allow"}""");
        await _cluster.Create(Bound.Deployments, Bound.Deployment("none", 5));
        await _cluster.Create(Definitions.CronTabs, Definitions.Object("unselected", """{"replicas":1}"""));
        await _cluster.Create(Definitions.CronTabs, """{"apiVersion":"stable.example.com/v1","kind":"CronTab","metadata":{"name":"wide","labels":{"limits":"yes"}},"spec":{"replicas":9}}""");
        await _cluster.Create(Bound.Deployments, Bound.Deployment("wide", 5));
        await _cluster.Create(Definitions.CronTabs, """{"apiVersion":"stable.example.com/v1","kind":"CronTab","metadata":{"name":"narrow","labels":{"limits":"yes"}},"spec":{"replicas":2}}""");

        Assert.EndsWith("narrow", (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 5)))).Message);
    }

    [Fact]
    public async Task Refuses_everything_when_its_kind_of_parameters_is_unknown()
    {
        await _cluster.Policy(""" "paramKind":{"apiVersion":"rules.example.com/v1","kind":"Rule"},"validations":[{"expression":"true"}] """);
        await _cluster.Bind(""","paramRef":{"name":"x","parameterNotFoundAction":"Allow"}""");

        Assert.Equal(
            "deployments.apps \"d\" is forbidden: ValidatingAdmissionPolicy 'policy' denied request: failed to configure policy: failed to find resource referenced by paramKind: 'rules.example.com/v1, Kind=Rule'",
            (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1)))).Message);
    }

    [Fact]
    public async Task Is_narrowed_by_conditions_exclusions_and_its_binding()
    {
        await _cluster.Create("/api/v1/namespaces", """{"metadata":{"name":"marked","labels":{"marked":"yes"}}}""");
        await _cluster.Policy(
            """ "matchConditions":[{"name":"not-free","expression":"!object.metadata.name.startsWith('free')"}],"validations":[{"expression":"false","message":"no"}] """,
            """
            {"resourceRules":[{"operations":["*"],"apiGroups":["apps"],"apiVersions":["*"],"resources":["*"]}],
             "excludeResourceRules":[{"operations":["*"],"apiGroups":["apps"],"apiVersions":["v1"],"resources":["deployments"],"resourceNames":["excluded"]}]}
            """);
        await _cluster.Bind(""","matchResources":{"namespaceSelector":{"matchLabels":{"marked":"yes"}}}""");
        const string Marked = "/apis/apps/v1/namespaces/marked/deployments";

        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1));
        await _cluster.Create(Marked, Bound.Deployment("free-one", 1));
        await _cluster.Create(Marked, Bound.Deployment("excluded", 1));

        Assert.EndsWith("no", (await TestCluster.Refused(() => _cluster.Create(Marked, Bound.Deployment("d", 1)))).Message);
    }

    [Fact]
    public async Task Ends_when_its_expressions_cost_too_much()
    {
        var list = $"[{string.Join(',', Enumerable.Range(0, 120))}]";
        await _cluster.Policy($$""" "validations":[{"expression":"{{list}}.all(a, {{list}}.all(b, {{list}}.all(c, a + b + c >= 0)))"}] """);
        await _cluster.Bind();

        Assert.EndsWith(
            "resulted in error: operation cancelled: actual cost limit exceeded",
            (await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1)))).Message);
    }

    [Fact]
    public async Task Is_written_only_by_who_may_read_its_parameters()
    {
        const string Constraints = """{"resourceRules":[{"operations":["*"],"apiGroups":["*"],"apiVersions":["*"],"resources":["*"]}]}""";
        const string Policy = $$$"""{"metadata":{"name":"policy"},"spec":{"matchConstraints":{{{Constraints}}},"paramKind":{"apiVersion":"v1","kind":"Secret"},"validations":[{"expression":"true"}]}}""";
        const string Binding = """{"metadata":{"name":"b"},"spec":{"policyName":"policy","validationActions":["Deny"],"paramRef":{"name":"s","namespace":"kube-system","parameterNotFoundAction":"Allow"}}}""";
        var jane = new UserInfo("jane", [UserInfo.AuthenticatedGroup]);

        var policy = await TestCluster.Refused(() => _cluster.Create(Bound.Policies, Policy, jane));
        await _cluster.Create(Bound.Policies, Policy);
        var binding = await TestCluster.Refused(() => _cluster.Create(Bound.Bindings, Binding, jane));
        await _cluster.Create(Bound.Bindings, Binding);

        Assert.Equal(
            "ValidatingAdmissionPolicy.admissionregistration.k8s.io \"policy\" is invalid: spec.paramKind: Forbidden: user jane must have \"get\" permission on all objects of the referenced paramKind (kind=Secret, apiVersion=v1)",
            policy.Message);
        Assert.EndsWith("spec.paramRef: Forbidden: user jane does not have \"get\" permission on the object referenced by paramRef", binding.Message);
    }

    [Fact]
    public async Task Is_gone_with_its_binding()
    {
        await _cluster.Policy(""" "validations":[{"expression":"false"}] """);
        await _cluster.Bind();
        await TestCluster.Refused(() => _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1)));

        await _cluster.Delete(Bound.Bindings + "/binding");

        await _cluster.Create(Bound.Deployments, Bound.Deployment("d", 1));
    }
}
