using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Configuration;

/// <summary>Reads one profile: its plugins over the default ones, and their arguments.</summary>
internal static class ProfileReader
{
    /// <summary>Extension points at which nothing can be chosen here: the engine does that work itself.</summary>
    private static readonly string[] FixedPoints = ["queueSort", "preFilter", "preScore", "reserve", "permit", "preBind", "bind", "postBind"];

    public static SchedulerProfile Read(ConfigurationNode node, int percentage)
    {
        var profile = new SchedulerProfile
        {
            SchedulerName = node.Text("schedulerName") ?? PodInfo.DefaultScheduler,
            PercentageOfNodesToScore = node.Whole("percentageOfNodesToScore", percentage, 0, 100),
        };
        if (profile.SchedulerName.Length == 0)
            throw node.Wrong("schedulerName", "Required value");

        if (node.Object("plugins") is { } plugins)
            profile = WithPlugins(profile, plugins);

        var configured = new HashSet<string>();
        foreach (var config in node.Objects("pluginConfig"))
        {
            var name = config.Text("name") ?? throw config.Wrong("name", "Required value");
            if (!configured.Add(name))
                throw config.Wrong("name", $"Duplicate value: \"{name}\"");
            PluginPoint.CheckName(config, "name", name);
            if (config.Object("args") is { } arguments)
            {
                arguments.Ignore("kind", "apiVersion");
                profile = ArgumentsReader.Read(profile, name, arguments);
                arguments.Finish();
            }

            config.Finish();
        }

        node.Finish();
        return profile;
    }

    private static bool IsGates(string name) => name == PluginNames.SchedulingGates;

    private static bool IsPreemption(string name) => name == PluginNames.DefaultPreemption;

    private static SchedulerProfile WithPlugins(SchedulerProfile profile, ConfigurationNode plugins)
    {
        var all = PluginPoint.Read(plugins, "multiPoint").Over(PluginPoint.Defaults);
        var filters = PluginPoint.Read(plugins, "filter", PluginPoint.IsFilter);
        var scores = PluginPoint.Read(plugins, "score", PluginPoint.IsScore);
        var gates = PluginPoint.Read(plugins, "preEnqueue", IsGates);
        var preemption = PluginPoint.Read(plugins, "postFilter", IsPreemption);
        foreach (var point in FixedPoints)
            PluginPoint.Read(plugins, point);
        plugins.Finish();
        return profile with
        {
            Filters = [.. filters.Expand(all, PluginPoint.IsFilter).Select(plugin => plugin.Name)],
            Scores = scores.Expand(all, PluginPoint.IsScore),
            ChecksGates = gates.Expand(all, IsGates).Count > 0,
            Preempts = preemption.Expand(all, IsPreemption).Count > 0,
        };
    }
}
