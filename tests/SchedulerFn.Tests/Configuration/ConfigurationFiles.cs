using System.Text;
using CloudletK8s.SchedulerFn.Configuration;
using CloudletK8s.SchedulerFn.Placements;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Tests.Builders;

namespace CloudletK8s.SchedulerFn.Tests.Configuration;

public sealed class ConfigurationFiles
{
    private const string Head = "apiVersion: kubescheduler.config.k8s.io/v1\nkind: KubeSchedulerConfiguration\n";

    [Fact]
    public void That_say_nothing_mean_the_defaults()
    {
        var profile = Assert.Single(Read("").Profiles);

        Assert.Equal("default-scheduler", profile.SchedulerName);
        Assert.Equal(SchedulerProfile.DefaultFilters, profile.Filters);
        Assert.Equal(SchedulerProfile.DefaultScores, profile.Scores);
        Assert.True(profile.Preempts);
    }

    [Fact]
    public void May_say_what_concerns_kube_scheduler_alone() =>
        Assert.Single(Read("leaderElection: {leaderElect: true}\nclientConnection: {kubeconfig: /x}\nparallelism: 8\n").Profiles);

    [Fact]
    public void Switch_plugins_and_weights_as_kube_scheduler_does()
    {
        var profile = Only("""
            profiles:
            - schedulerName: mine
              plugins:
                multiPoint:
                  disabled: [{name: ImageLocality}, {name: InterPodAffinity}]
                  enabled: [{name: TaintToleration, weight: 7}]
                filter:
                  disabled: [{name: NodePorts}]
                score:
                  enabled: [{name: NodeAffinity, weight: 5}, {name: ImageLocality}]
                  disabled: [{name: NodeResourcesFit}]
                postFilter:
                  disabled: [{name: "*"}]
            """);

        Assert.Equal("mine", profile.SchedulerName);
        Assert.DoesNotContain("InterPodAffinity", profile.Filters);
        Assert.DoesNotContain("NodePorts", profile.Filters);
        Assert.Contains("TaintToleration", profile.Filters);
        Assert.Equal(
            [
                new("NodeAffinity", 5), new("TaintToleration", 7), new("PodTopologySpread", 2), new("NodeResourcesBalancedAllocation", 1), new("DataLocality", 2),
                new("ImageLocality", 1),
            ],
            profile.Scores.OrderBy(score => score.Name is "NodeAffinity" ? 0 : score.Name is "ImageLocality" ? 2 : 1));
        Assert.False(profile.Preempts);
    }

    [Fact]
    public void Can_leave_only_what_they_name()
    {
        var profile = Only("""
            profiles:
            - plugins:
                multiPoint:
                  disabled: [{name: "*"}]
                  enabled: [{name: NodeName}, {name: NodeResourcesFit, weight: 9}, {name: SchedulingGates}]
            """);

        Assert.Equal(["NodeName", "NodeResourcesFit"], profile.Filters);
        Assert.Equal([new("NodeResourcesFit", 9)], profile.Scores);
        Assert.False(profile.Preempts);
        Assert.True(profile.ChecksGates);
    }

    [Fact]
    public void Give_plugins_their_arguments()
    {
        var profile = Only("""
            percentageOfNodesToScore: 50
            profiles:
            - pluginConfig:
              - name: NodeResourcesFit
                args:
                  kind: NodeResourcesFitArgs
                  apiVersion: kubescheduler.config.k8s.io/v1
                  ignoredResources: [example.com/gpu]
                  ignoredResourceGroups: [example.org]
                  scoringStrategy:
                    type: RequestedToCapacityRatio
                    resources: [{name: cpu, weight: 3}, {name: example.com/gpu, weight: 5}]
                    requestedToCapacityRatio: {shape: [{utilization: 0, score: 0}, {utilization: 100, score: 10}]}
              - name: InterPodAffinity
                args: {hardPodAffinityWeight: 7, ignorePreferredTermsOfExistingPods: true}
              - name: PodTopologySpread
                args: {defaultingType: List, defaultConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]}
              - name: DefaultPreemption
                args: {minCandidateNodesPercentage: 5, minCandidateNodesAbsolute: 7}
              - name: VolumeBinding
                args: {bindTimeoutSeconds: 60}
              - name: NodeResourcesBalancedAllocation
                args: {resources: [{name: cpu}]}
            """);

        Assert.Equal(50, profile.PercentageOfNodesToScore);
        Assert.Equal(["example.com/gpu"], profile.ResourcesFit.IgnoredResources);
        Assert.Equal(ScoringStrategy.RequestedToCapacityRatio, profile.ResourcesFit.Strategy);
        Assert.Equal([new("cpu", 3), new("example.com/gpu", 5)], profile.ResourcesFit.Resources);
        Assert.Equal([new(0, 0), new(100, 100)], profile.ResourcesFit.Shape);
        Assert.Equal((7, true), (profile.InterPodAffinity.HardPodAffinityWeight, profile.InterPodAffinity.IgnorePreferredTermsOfExistingPods));
        Assert.False(profile.Spread.AreSystemDefaults);
        Assert.Equal("zone", Assert.Single(profile.Spread.DefaultConstraints).TopologyKey);
        Assert.Equal((5, 7), (profile.Preemption.MinCandidateNodesPercentage, profile.Preemption.MinCandidateNodesAbsolute));
        Assert.Equal(TimeSpan.FromMinutes(1), profile.VolumeBinding.BindTimeout);
        Assert.Equal([new("cpu", 1)], profile.BalancedAllocation.Resources);
    }

    [Fact]
    public void Add_an_affinity_to_every_pod()
    {
        var profile = Only("""
            profiles:
            - pluginConfig:
              - name: NodeAffinity
                args:
                  addedAffinity:
                    requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: pool, operator: In, values: [x]}]}]}
                    preferredDuringSchedulingIgnoredDuringExecution: [{weight: 5, preference: {matchExpressions: [{key: fast, operator: Exists}]}}]
            """);
        var given = new Given("a pool=x; b pool=x fast=1; c pool=y; d", profile: profile);

        Assert.Equal("a=0 b=100", given.Scores("NodeAffinity", ""));
        Assert.Equal(
            "0/4 nodes are available: 2 node(s) didn't match Pod's node affinity/selector, 2 node(s) didn't match scheduler-enforced node affinity.",
            given.Outcome("sel:zone=z"));
    }

    [Theory]
    [InlineData("profiles: 3", "profiles: must be a list")]
    [InlineData("profiles: [3]", "profiles[0]: must be a mapping")]
    [InlineData("profile: []", "profile: unknown field; there are: ")]
    [InlineData("profiles: [{schedulerName: x}, {schedulerName: x}]", "profiles[1].schedulerName: Duplicate value: \"x\"")]
    [InlineData("profiles: [{schedulerName: ''}]", "profiles[0].schedulerName: Required value")]
    [InlineData("percentageOfNodesToScore: 101", "percentageOfNodesToScore: Invalid value: 101: not in valid range [0-100]")]
    [InlineData("percentageOfNodesToScore: a", "percentageOfNodesToScore: must be a whole number")]
    [InlineData("podInitialBackoffSeconds: 0", "podInitialBackoffSeconds: Invalid value: 0: not in valid range [1-86400]")]
    [InlineData("{podInitialBackoffSeconds: 9, podMaxBackoffSeconds: 5}", "podMaxBackoffSeconds: Invalid value: 5: must be greater than or equal to podInitialBackoffSeconds")]
    [InlineData("extenders: [{urlPrefix: x}]", "extenders: extenders are not supported: this scheduler calls nothing outside")]
    [InlineData("profiles: [{plugins: {filter: {enabled: [{name: Foo}]}}}]", "profiles[0].plugins.filter.enabled[0].name: no plugin is named \"Foo\"; there are: ")]
    [InlineData("profiles: [{plugins: {filter: {enabled: [{name: ImageLocality}]}}}]", "profiles[0].plugins.filter.enabled: plugin \"ImageLocality\" does not extend filter plugin")]
    [InlineData("profiles: [{plugins: {filters: {}}}]", "profiles[0].plugins.filters: unknown field; there are: ")]
    [InlineData("profiles: [{plugins: {score: {enabled: [{name: ImageLocality}, {name: ImageLocality}]}}}]", "profiles[0].plugins.score.enabled: plugin \"ImageLocality\" already registered")]
    [InlineData("profiles: [{pluginConfig: [{args: {}}]}]", "profiles[0].pluginConfig[0].name: Required value")]
    [InlineData("profiles: [{pluginConfig: [{name: Foo}]}]", "profiles[0].pluginConfig[0].name: no plugin is named \"Foo\"; there are: ")]
    [InlineData("profiles: [{pluginConfig: [{name: NodePorts}, {name: NodePorts}]}]", "profiles[0].pluginConfig[1].name: Duplicate value: \"NodePorts\"")]
    [InlineData("profiles: [{pluginConfig: [{name: NodePorts, args: {x: 1}}]}]", "profiles[0].pluginConfig[0].args.x: unknown field; there are: ")]
    [InlineData("profiles: [{pluginConfig: [{name: InterPodAffinity, args: {hardPodAffinityWeight: 101}}]}]", "profiles[0].pluginConfig[0].args.hardPodAffinityWeight: Invalid value: 101: ")]
    [InlineData("profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {scoringStrategy: {type: Best}}}]}]", "profiles[0].pluginConfig[0].args.scoringStrategy.type: Unsupported value: \"Best\"")]
    [InlineData("profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {scoringStrategy: {type: RequestedToCapacityRatio}}}]}]", "profiles[0].pluginConfig[0].args.scoringStrategy.requestedToCapacityRatio.shape: Required value")]
    [InlineData("profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {ignoredResourceGroups: [a/b]}}]}]", "profiles[0].pluginConfig[0].args.ignoredResourceGroups: Invalid value: \"a/b\"")]
    [InlineData("profiles: [{pluginConfig: [{name: PodTopologySpread, args: {defaultConstraints: [{maxSkew: 1, topologyKey: z, whenUnsatisfiable: ScheduleAnyway}]}}]}]", "profiles[0].pluginConfig[0].args.defaultingType: Invalid value: \"System\"")]
    [InlineData("profiles: [{pluginConfig: [{name: DefaultPreemption, args: {minCandidateNodesPercentage: 0, minCandidateNodesAbsolute: 0}}]}]", "profiles[0].pluginConfig[0].args.minCandidateNodesPercentage: cannot be zero")]
    public void That_are_wrong_are_refused_with_the_place(string body, string expected)
    {
        var text = body.StartsWith('{') ? body.Trim('{', '}').Replace(", ", "\n", StringComparison.Ordinal) : body;

        Assert.StartsWith(expected, Assert.Throws<SchedulerConfigurationException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [", "the scheduler's configuration is not YAML: ")]
    [InlineData("3", "the scheduler's configuration must be a mapping")]
    [InlineData("kind: Pod", "kind: must be KubeSchedulerConfiguration")]
    [InlineData("kind: KubeSchedulerConfiguration\napiVersion: kubescheduler.config.k8s.io/v1beta3", "apiVersion: must be kubescheduler.config.k8s.io/v1")]
    public void That_are_something_else_are_refused(string text, string expected) => Assert.StartsWith(
        expected,
        Assert.Throws<SchedulerConfigurationException>(() => SchedulerConfigurationReader.Read(Encoding.UTF8.GetBytes(text))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Leave_ignored_resources_to_others()
    {
        var profile = Only("profiles: [{pluginConfig: [{name: NodeResourcesFit, args: {ignoredResources: [example.com/gpu, cpu], ignoredResourceGroups: [example.org]}}]}]");

        Assert.Equal("a", new Given("a", profile: profile).Outcome("gpu=5"));
        Assert.Equal("0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient example.com/other.", new Given("a", profile: profile).Outcome("gpu=5 cpu=9 example.com/other=1"));
    }

    [Fact]
    public void Spread_pods_of_a_service_that_say_nothing_of_it()
    {
        var profile = Only("profiles: [{pluginConfig: [{name: PodTopologySpread, args: {defaultingType: List, defaultConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule}]}}]}]");
        var given = new Given("a zone=x; b zone=y", "o @a app=w", profile: profile);
        Assert.Equal("a b", given.Outcome("app=w"));

        given.State.Apply(new Api.Core.V1.Service { Metadata = new() { Name = "w", Namespace = "default" }, Spec = new() { Selector = new Dictionary<string, string> { ["app"] = "w" } } });
        Assert.Equal("b", given.Outcome("app=w"));

        given.State.RemoveService("default", "w");
        Assert.Equal("a b", given.Outcome("app=w"));

        given.State.Apply(new Api.Apps.V1.ReplicaSet { Metadata = new() { Name = "r", Namespace = "default" }, Spec = new() { Selector = Words.Selector("app=w") } });
        Assert.Equal("a b", given.Outcome("app=w"));
        Assert.Equal("b", given.Outcome("app=w owner=ReplicaSet/r"));
    }

    [Fact]
    public void Can_limit_how_many_nodes_are_scored()
    {
        var nodes = string.Join(';', Enumerable.Range(0, 300).Select(number => $"n{number:D3}"));
        var given = new Given(nodes, profile: Only("percentageOfNodesToScore: 40"));
        var taken = new HashSet<string>();
        for (var i = 0; i < 300; i++)
        {
            var placed = Assert.IsType<Placement.Placed>(given.Schedule("cpu=1"));
            Assert.Equal(120, placed.FeasibleNodes);
            taken.Add(placed.Node);
        }

        Assert.True(taken.Count > 120, "It went on where the last pod left off.");
    }

    private static SchedulerConfiguration Read(string body) => SchedulerConfigurationReader.Read(Encoding.UTF8.GetBytes(Head + body));

    private static SchedulerProfile Only(string body) => Assert.Single(Read(body).Profiles);
}
