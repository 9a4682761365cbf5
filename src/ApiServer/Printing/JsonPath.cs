using System.Globalization;
using System.Text;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>
/// The simple JSON paths of printer columns: members (.spec.a, ['a.b']), items ([0], [-1], [*]) and items by one of their
/// members ([?(@.type=="Ready")]). What cannot be read finds nothing.
/// </summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<Func<Tree, IEnumerable<Tree>>> _steps;

    private JsonPath(IReadOnlyList<Func<Tree, IEnumerable<Tree>>> steps) => _steps = steps;

    public static JsonPath Parse(string text)
    {
        var steps = new List<Func<Tree, IEnumerable<Tree>>>();
        var at = text.StartsWith('$') ? 1 : 0;
        while (at < text.Length)
        {
            var step = text[at] == '[' ? Bracket(text, ref at) : Member(text, ref at);
            if (step is null)
                return new([_ => []]);

            steps.Add(step);
        }

        return new(steps);
    }

    public IReadOnlyList<Tree> Find(Tree root)
    {
        IEnumerable<Tree> found = [root];
        foreach (var step in _steps)
            found = found.SelectMany(step);
        return [.. found];
    }

    private static Func<Tree, IEnumerable<Tree>>? Member(string text, ref int at)
    {
        if (text[at] == '.')
            at++;

        var name = new StringBuilder();
        for (; at < text.Length && text[at] is not ('.' or '['); at++)
        {
            // A dot within a name is written with a backslash.
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            name.Append(text[at]);
        }

        return name.Length == 0 ? null : name.ToString() == "*" ? All : Named(name.ToString());
    }

    private static Func<Tree, IEnumerable<Tree>>? Bracket(string text, ref int at)
    {
        var end = End(text, at);
        if (end < 0)
            return null;

        var inside = text[(at + 1)..end].Trim();
        at = end + 1;
        if (inside == "*")
            return All;
        if (inside.Length > 1 && inside[0] is '\'' or '"' && inside[^1] == inside[0])
            return Named(inside[1..^1]);
        if (int.TryParse(inside, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            return tree => Item(tree, index);

        return inside.StartsWith("?(@.", StringComparison.Ordinal) && inside.EndsWith(')') ? Filter(inside[3..^1]) : null;
    }

    /// <summary>Where the bracket closes; brackets inside quotes do not count.</summary>
    private static int End(string text, int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < text.Length; i++)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '\'' or '"')
                quote = text[i];
            else if (text[i] == ']')
                return i;
        }

        return -1;
    }

    private static Func<Tree, IEnumerable<Tree>>? Filter(string condition)
    {
        var equal = condition.IndexOf("==", StringComparison.Ordinal);
        var unequal = condition.IndexOf("!=", StringComparison.Ordinal);
        var operation = equal >= 0 ? equal : unequal;
        var path = Parse(operation < 0 ? condition.Trim() : condition[..operation].Trim());
        if (operation < 0)
            return tree => Items(tree).Where(item => path.Find(item).Count > 0);

        var wanted = condition[(operation + 2)..].Trim().Trim('\'', '"');
        return tree => Items(tree).Where(item => path.Find(item).Any(value => Text(value) == wanted) == (equal >= 0));
    }

    private static Func<Tree, IEnumerable<Tree>> Named(string name) =>
        tree => (tree as TreeObject)?[name] is { } member ? [member] : [];

    private static IEnumerable<Tree> All(Tree tree) => tree is TreeObject obj ? obj.Select(pair => pair.Value) : Items(tree);

    private static IEnumerable<Tree> Items(Tree tree) => tree as TreeList ?? [];

    private static IEnumerable<Tree> Item(Tree tree, int index)
    {
        if (tree is not TreeList list)
            return [];

        var at = index < 0 ? list.Count + index : index;
        return at >= 0 && at < list.Count ? [list[at]] : [];
    }

    private static string? Text(Tree value) => value is TreeFlag flag ? flag.Value ? "true" : "false" : value.ToString();
}
