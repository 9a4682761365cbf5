using System.Text.RegularExpressions;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.CustomResources;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>Looking into texts.</summary>
internal static class Texts
{
    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of("string.startsWith(string) bool", (run, args) => Whole(run, args[1]) is var part && Text(args[0]).StartsWith(part, StringComparison.Ordinal)),
        CelOverload.Of("string.endsWith(string) bool", (run, args) => Whole(run, args[1]) is var part && Text(args[0]).EndsWith(part, StringComparison.Ordinal)),
        CelOverload.Of("string.contains(string) bool", (run, args) => Whole(run, args[0]).Contains(Text(args[1]), StringComparison.Ordinal)),
        CelOverload.Of("string.matches(string) bool", (run, args) => Pattern(args[1]).IsMatch(Searched(run, args))),
        CelOverload.Of("matches(string, string) bool", (run, args) => Pattern(args[1]).IsMatch(Searched(run, args))),
        CelOverload.Of("string.find(string) string", (run, args) => Pattern(args[1]).Match(Searched(run, args)).Value),
        CelOverload.Of("string.findAll(string) list(string)", (run, args) => FindAll(run, args, -1)),
        CelOverload.Of("string.findAll(string, int) list(string)", (run, args) => FindAll(run, args, (long)args[2]!)),
        CelOverload.Of("string.indexOf(string) int", (run, args) => IndexOf(Whole(run, args[0]), Text(args[1]), 0)),
        CelOverload.Of("string.indexOf(string, int) int", (run, args) => IndexOf(Whole(run, args[0]), Text(args[1]), (long)args[2]!)),
        CelOverload.Of("string.lastIndexOf(string) int", (run, args) => LastIndexOf(Whole(run, args[0]), Text(args[1]), long.MaxValue)),
        CelOverload.Of("string.lastIndexOf(string, int) int", (run, args) => LastIndexOf(Whole(run, args[0]), Text(args[1]), Checked((long)args[2]!, Text(args[0])))),
    ];

    private static string Text(object? value) => (string)value!;

    /// <summary>A text that is walked over.</summary>
    private static string Whole(CelRun run, object? text)
    {
        run.ChargeFor(Text(text).Length);
        return Text(text);
    }

    private static string Searched(CelRun run, object?[] args)
    {
        // A pattern costs for each character that it is tried on.
        run.Charge((Text(args[0]).Length + 10) * (Text(args[1]).Length + 4) / 40);
        return Text(args[0]);
    }

    private static Regex Pattern(object? pattern) =>
        GoPatterns.Find(Text(pattern)) ?? throw new CelException($"error parsing regexp: `{Text(pattern)}`");

    private static List<object?> FindAll(CelRun run, object?[] args, long most)
    {
        var matches = Pattern(args[1]).Matches(Searched(run, args)).Select(object? (match) => match.Value);
        return [.. most < 0 ? matches : matches.Take((int)Math.Min(most, int.MaxValue))];
    }

    private static long IndexOf(string text, string part, long from) =>
        text.IndexOf(part, (int)Checked(from, text), StringComparison.Ordinal);

    private static long LastIndexOf(string text, string part, long from)
    {
        for (var at = Math.Min(from, text.Length - part.Length); at >= 0; at--)
        {
            if (text.AsSpan((int)at).StartsWith(part, StringComparison.Ordinal))
                return at;
        }

        return -1;
    }

    private static long Checked(long from, string text) => from >= 0 && from <= text.Length ? from : throw new CelException($"index out of range: {from}");
}
