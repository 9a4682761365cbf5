using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Configuration;

/// <summary>What a profile switches on and off at one extension point.</summary>
internal sealed record PluginPoint(IReadOnlyList<ScorePlugin> Enabled, IReadOnlyList<string> Disabled)
{
    private const string All = "*";
    private const int HeaviestWeight = 1_000_000;

    /// <summary>All plugins, with the weights they score with.</summary>
    public static IReadOnlyList<ScorePlugin> Defaults { get; } =
    [
        .. new[] { PluginNames.SchedulingGates, PluginNames.PrioritySort }
            .Concat(SchedulerProfile.DefaultFilters)
            .Concat([PluginNames.DefaultPreemption, PluginNames.NodeResourcesBalancedAllocation, PluginNames.ImageLocality, PluginNames.DataLocality, PluginNames.DefaultBinder])
            .Select(name => new ScorePlugin(name, SchedulerProfile.DefaultScores.FirstOrDefault(score => score.Name == name)?.Weight ?? 0)),
    ];

    public static PluginPoint Read(ConfigurationNode plugins, string name)
    {
        if (plugins.Object(name) is not { } point)
            return new([], []);

        var enabled = point.Objects("enabled").Select(plugin => Read(plugin)).ToArray();
        var disabled = point.Objects("disabled").Select(plugin => Read(plugin).Name).ToArray();
        if (enabled.GroupBy(plugin => plugin.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw point.Wrong("enabled", $"plugin \"{twice.Key}\" already registered");
        point.Finish();
        return new(enabled, disabled);
    }

    /// <summary>What is enabled here must do something here.</summary>
    public static PluginPoint Read(ConfigurationNode plugins, string name, Func<string, bool> belongs)
    {
        var point = Read(plugins, name);
        var wrong = point.Enabled.FirstOrDefault(plugin => !belongs(plugin.Name));
        return wrong is null ? point : throw plugins.Wrong($"{name}.enabled", $"plugin \"{wrong.Name}\" does not extend {name} plugin");
    }

    public static bool IsFilter(string name) => SchedulerProfile.DefaultFilters.Contains(name);

    public static bool IsScore(string name) => SchedulerProfile.DefaultScores.Any(score => score.Name == name);

    public static void CheckName(ConfigurationNode node, string member, string name)
    {
        if (name != All && Defaults.All(plugin => plugin.Name != name))
            throw node.Wrong(member, $"no plugin is named \"{name}\"; there are: {string.Join(", ", Defaults.Select(plugin => plugin.Name).Order(StringComparer.Ordinal))}");
    }

    /// <summary>The default plugins with this laid over them: replaced in place, or added at the end.</summary>
    public IReadOnlyList<ScorePlugin> Over(IReadOnlyList<ScorePlugin> defaults)
    {
        var kept = defaults.Where(plugin => !IsDisabled(plugin.Name))
            .Select(plugin => Enabled.FirstOrDefault(mine => mine.Name == plugin.Name) is { } mine ? mine with { Weight = mine.Weight > 0 ? mine.Weight : plugin.Weight } : plugin)
            .ToList();
        return [.. kept, .. Enabled.Where(mine => kept.TrueForAll(plugin => plugin.Name != mine.Name)).Select(Weighted)];
    }

    /// <summary>The plugins of this point: first those named here that hold everywhere, then the rest of those, then what is named only here.</summary>
    public IReadOnlyList<ScorePlugin> Expand(IReadOnlyList<ScorePlugin> everywhere, Func<string, bool> belongs)
    {
        var general = everywhere.Where(plugin => belongs(plugin.Name)).ToList();
        var named = Enabled.Where(mine => belongs(mine.Name)).Select(mine => mine with { Weight = mine.Weight > 0 ? mine.Weight : general.Find(plugin => plugin.Name == mine.Name)?.Weight ?? 0 }).ToList();
        return
        [
            .. named.Where(mine => general.Exists(plugin => plugin.Name == mine.Name)).Select(Weighted),
            .. general.Where(plugin => !IsDisabled(plugin.Name) && !named.Exists(mine => mine.Name == plugin.Name)).Select(Weighted),
            .. named.Where(mine => !general.Exists(plugin => plugin.Name == mine.Name)).Select(Weighted),
        ];
    }

    private static ScorePlugin Weighted(ScorePlugin plugin) => plugin.Weight > 0 ? plugin : plugin with { Weight = 1 };

    private static ScorePlugin Read(ConfigurationNode plugin)
    {
        var name = plugin.Text("name") ?? throw plugin.Wrong("name", "Required value");
        CheckName(plugin, "name", name);
        var weight = plugin.Whole("weight", 0, 0, HeaviestWeight);
        plugin.Finish();
        return new(name, weight);
    }

    private bool IsDisabled(string name) => Disabled.Contains(All) || Disabled.Contains(name);
}
