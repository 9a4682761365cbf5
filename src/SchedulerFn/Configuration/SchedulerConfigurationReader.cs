using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Yaml;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Configuration;

/// <summary>Reads a KubeSchedulerConfiguration file, v1. What it says about parts that do not exist here (leader election, client connections) is passed over.</summary>
public static class SchedulerConfigurationReader
{
    private const string ApiVersion = "kubescheduler.config.k8s.io/v1";
    private const string Kind = "KubeSchedulerConfiguration";
    private const int LongestBackoffSeconds = 86_400;

    /// <exception cref="SchedulerConfigurationException">The file cannot be used.</exception>
    public static SchedulerConfiguration Read(ReadOnlySpan<byte> yaml)
    {
        var decoded = YamlTreeReader.ReadAny(yaml);
        if (decoded.Error is { } error)
            throw new SchedulerConfigurationException($"the scheduler's configuration is not YAML: {error.Message}");
        if (decoded.Tree is not TreeObject tree)
            throw new SchedulerConfigurationException("the scheduler's configuration must be a mapping");


        var root = new ConfigurationNode(tree, "");
        if (root.Text("kind") != Kind)
            throw root.Wrong("kind", $"must be {Kind}");
        if (root.Text("apiVersion") != ApiVersion)
            throw root.Wrong("apiVersion", $"must be {ApiVersion}");

        root.Ignore("parallelism", "leaderElection", "clientConnection", "enableProfiling", "enableContentionProfiling", "delayCacheUntilActive", "metadata");
        if (root.Objects("extenders").Count > 0)
            throw root.Wrong("extenders", "extenders are not supported: this scheduler calls nothing outside");

        var initial = root.Whole("podInitialBackoffSeconds", 1, 1, LongestBackoffSeconds);
        var longest = root.Whole("podMaxBackoffSeconds", Math.Max(initial, 10), 1, LongestBackoffSeconds);
        if (longest < initial)
            throw root.Wrong("podMaxBackoffSeconds", $"Invalid value: {longest}: must be greater than or equal to podInitialBackoffSeconds");

        var percentage = root.Whole("percentageOfNodesToScore", 0, 0, 100);
        var profiles = root.Objects("profiles").Select(profile => ProfileReader.Read(profile, percentage)).ToArray();
        root.Finish();
        for (var i = 0; i < profiles.Length; i++)
        {
            if (profiles.Take(i).Any(other => other.SchedulerName == profiles[i].SchedulerName))
                throw new SchedulerConfigurationException($"profiles[{i}].schedulerName: Duplicate value: \"{profiles[i].SchedulerName}\"");
        }

        return new()
        {
            Profiles = profiles.Length > 0 ? profiles : [new SchedulerProfile { PercentageOfNodesToScore = percentage }],
            InitialBackoff = TimeSpan.FromSeconds(initial),
            LongestBackoff = TimeSpan.FromSeconds(longest),
        };
    }
}
