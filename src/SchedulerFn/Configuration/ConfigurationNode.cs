using CloudletK8s.Api.Trees;

namespace CloudletK8s.SchedulerFn.Configuration;

/// <summary>A mapping of the file with its path. Every member must be read: what nobody read is a mistake of spelling.</summary>
internal sealed class ConfigurationNode(TreeObject tree, string path)
{
    private readonly HashSet<string> _read = [];

    public string Path { get; } = path;

    public TreeObject Tree { get; } = tree;

    public string? Text(string name) => Member(name) switch
    {
        null => null,
        TreeText text => text.Value,
        _ => throw Wrong(name, "must be a text"),
    };

    public bool Flag(string name) => Member(name) switch
    {
        null => false,
        TreeFlag flag => flag.Value,
        _ => throw Wrong(name, "must be true or false"),
    };

    public int Whole(string name, int otherwise, int least, int most)
    {
        var member = Member(name);
        if (member is null)
            return otherwise;
        if (member is not TreeNumber { IsFraction: false } number)
            throw Wrong(name, "must be a whole number");
        if (number.Whole < least || number.Whole > most)
            throw Wrong(name, $"Invalid value: {number.Whole}: not in valid range [{least}-{most}]");
        return (int)number.Whole;
    }

    public ConfigurationNode? Object(string name) => Member(name) switch
    {
        null => null,
        TreeObject tree => new(tree, At(name)),
        _ => throw Wrong(name, "must be a mapping"),
    };

    public IReadOnlyList<ConfigurationNode> Objects(string name) => [.. Items(name).Select((item, i) => item is TreeObject tree
        ? new ConfigurationNode(tree, $"{At(name)}[{i}]")
        : throw Wrong($"{name}[{i}]", "must be a mapping"))];

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select((item, i) => item is TreeText text ? text.Value : throw Wrong($"{name}[{i}]", "must be a text"))];

    /// <summary>These are for parts of kube-scheduler that do not exist here, and may say what they like.</summary>
    public void Ignore(params string[] names) => _read.UnionWith(names);

    public void Finish()
    {
        foreach (var (name, _) in Tree)
        {
            if (!_read.Contains(name))
                throw new SchedulerConfigurationException($"{At(name)}: unknown field; there are: {string.Join(", ", _read.Order(StringComparer.Ordinal))}");
        }
    }

    public SchedulerConfigurationException Wrong(string name, string what) => new($"{At(name)}: {what}");

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private Tree? Member(string name)
    {
        _read.Add(name);
        return Tree[name] is { } member and not TreeNull ? member : null;
    }

    private IEnumerable<Tree> Items(string name) => Member(name) switch
    {
        null => [],
        TreeList list => list,
        _ => throw Wrong(name, "must be a list"),
    };
}
