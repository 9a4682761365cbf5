using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>Making texts of texts.</summary>
internal static class TextEdits
{
    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of("string.lowerAscii() string", (run, args) => Cased(run, args[0], char.IsAsciiLetterUpper, 'a' - 'A')),
        CelOverload.Of("string.upperAscii() string", (run, args) => Cased(run, args[0], char.IsAsciiLetterLower, 'A' - 'a')),
        CelOverload.Of("string.trim() string", (run, args) => Whole(run, args[0]).Trim()),
        CelOverload.Of("string.charAt(int) string", (_, args) => (long)args[1]! == Text(args[0]).Length ? "" : Part(Text(args[0]), (long)args[1]!, (long)args[1]! + 1)),
        CelOverload.Of("string.substring(int) string", (run, args) => Part(Whole(run, args[0]), (long)args[1]!, Text(args[0]).Length)),
        CelOverload.Of("string.substring(int, int) string", (run, args) => Part(Whole(run, args[0]), (long)args[1]!, (long)args[2]!)),
        CelOverload.Of("string.replace(string, string) string", (run, args) => Replaced(run, args, -1)),
        CelOverload.Of("string.replace(string, string, int) string", (run, args) => Replaced(run, args, (long)args[3]!)),
        CelOverload.Of("string.split(string) list(string)", (run, args) => Parts(Whole(run, args[0]), Text(args[1]), -1)),
        CelOverload.Of("string.split(string, int) list(string)", (run, args) => Parts(Whole(run, args[0]), Text(args[1]), (long)args[2]!)),
        CelOverload.Of("list(string).join() string", (run, args) => Joined(run, args[0], "")),
        CelOverload.Of("list(string).join(string) string", (run, args) => Joined(run, args[0], Text(args[1]))),
        CelOverload.Of("string.format(list(dyn)) string", (run, args) => TextFormatting.Format(run, Whole(run, args[0]), CelValues.List(args[1]))),
        CelOverload.Of("::strings.quote(string) string", (run, args) => GoQuote.Text(Whole(run, args[0]))),
    ];

    private static string Text(object? value) => value as string ?? throw CelValues.NoOverload;

    private static string Whole(CelRun run, object? text)
    {
        run.ChargeFor(Text(text).Length);
        return Text(text);
    }

    private static string Cased(CelRun run, object? text, Func<char, bool> other, int distance) => string.Create(
        Whole(run, text).Length, (Text: Text(text), other, distance), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = from.other(from.Text[i]) ? (char)(from.Text[i] + from.distance) : from.Text[i];
        });

    private static string Part(string text, long start, long end)
    {
        if (start < 0 || start > text.Length)
            throw new CelException($"index out of range: {start}");
        if (end < 0 || end > text.Length)
            throw new CelException($"index out of range: {end}");
        return start <= end ? text[(int)start..(int)end] : throw new CelException($"invalid substring range. start: {start}, end: {end}");
    }

    private static string Replaced(CelRun run, object?[] args, long most)
    {
        var (text, old, next) = (Whole(run, args[0]), Text(args[1]), Text(args[2]));
        if (old.Length == 0)
            return text;

        var parts = Parts(text, old, most < 0 ? -1 : most + 1);
        run.ChargeFor(text.Length + (parts.Count * (long)next.Length));
        return string.Join(next, parts);
    }

    private static List<object?> Parts(string text, string separator, long most)
    {
        if (most == 0)
            return [];
        if (separator.Length == 0)
            return [.. text.Select(object? (character) => character.ToString())];
        return [.. text.Split(separator, most < 0 ? int.MaxValue : (int)Math.Min(most, int.MaxValue))];
    }

    private static string Joined(CelRun run, object? list, string separator)
    {
        var parts = CelValues.List(list).Select(Text).ToList();
        run.ChargeFor(parts.Sum(part => (long)part.Length + separator.Length));
        return string.Join(separator, parts);
    }
}
