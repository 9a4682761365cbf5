using System.Globalization;
using System.Text;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

internal static class Conversions
{
    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of("int(int) int", Itself),
        CelOverload.Of("int(uint) int", (_, args) => checked((long)(ulong)args[0]!)),
        CelOverload.Of("int(double) int", (_, args) => Whole((double)args[0]!)),
        CelOverload.Of("int(string) int", (_, args) => long.TryParse((string)args[0]!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : throw NotParsed("Int", args[0])),
        CelOverload.Of("int(timestamp) int", (_, args) => ((DateTimeOffset)args[0]!).ToUnixTimeSeconds()),
        CelOverload.Of("int(duration) int", (_, args) => (long)((TimeSpan)args[0]!).TotalSeconds),
        CelOverload.Of("uint(uint) uint", Itself),
        CelOverload.Of("uint(int) uint", (_, args) => checked((ulong)(long)args[0]!)),
        CelOverload.Of("uint(double) uint", (_, args) => checked((ulong)Whole((double)args[0]!))),
        CelOverload.Of("uint(string) uint", (_, args) => ulong.TryParse((string)args[0]!, NumberStyles.None, CultureInfo.InvariantCulture, out var natural)
            ? natural
            : throw NotParsed("Uint", args[0])),
        CelOverload.Of("double(double) double", Itself),
        CelOverload.Of("double(int) double", (_, args) => (double)(long)args[0]!),
        CelOverload.Of("double(uint) double", (_, args) => (double)(ulong)args[0]!),
        CelOverload.Of("double(string) double", (_, args) => double.TryParse((string)args[0]!, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)
            ? fraction
            : throw NotParsed("Double", args[0])),
        CelOverload.Of("string(string) string", Itself),
        CelOverload.Of("string(int) string", Shown),
        CelOverload.Of("string(uint) string", Shown),
        CelOverload.Of("string(double) string", Shown),
        CelOverload.Of("string(bool) string", Shown),
        CelOverload.Of("string(bytes) string", Shown),
        CelOverload.Of("string(duration) string", Shown),
        CelOverload.Of("string(timestamp) string", Shown),
        CelOverload.Of("string(net.IP) string", (_, args) => args[0]!.ToString()),
        CelOverload.Of("string(net.CIDR) string", (_, args) => args[0]!.ToString()),
        CelOverload.Of("bytes(bytes) bytes", Itself),
        CelOverload.Of("bytes(string) bytes", (run, args) =>
        {
            run.ChargeFor(((string)args[0]!).Length);
            return Encoding.UTF8.GetBytes((string)args[0]!);
        }),
        CelOverload.Of("bool(bool) bool", Itself),
        CelOverload.Of("bool(string) bool", (_, args) => (string)args[0]! switch
        {
            "1" or "t" or "true" or "TRUE" or "True" => true,
            "0" or "f" or "false" or "FALSE" or "False" => false,
            _ => throw NotParsed("Bool", args[0]),
        }),
        CelOverload.Of("timestamp(timestamp) timestamp", Itself),
        CelOverload.Of("timestamp(int) timestamp", (_, args) => DateTimeOffset.FromUnixTimeSeconds((long)args[0]!)),
        CelOverload.Of("timestamp(string) timestamp", (_, args) => GoTime.TryParse((string)args[0]!, out var time, out var error) ? time : throw new CelException(error!)),
        CelOverload.Of("duration(duration) duration", Itself),
        CelOverload.Of("duration(int) duration", (_, args) => TimeSpan.FromMicroseconds((long)args[0]! / 1000d)),
        CelOverload.Of("duration(string) duration", (_, args) => GoDuration.TryParse((string)args[0]!, out TimeSpan span, out var error) ? span : throw new CelException(error!)),
        CelOverload.Of("type(A) type(A)", (_, args) => new CelTypeValue(CelValues.TypeName(args[0]))),
        CelOverload.Of("dyn(A) dyn", Itself),
        .. Sizes("string", "bytes", "list(A)", "map(A, B)"),
    ];

    private static IEnumerable<CelOverload> Sizes(params IEnumerable<string> types) => types.SelectMany(type => new[]
    {
        CelOverload.Of($"size({type}) int", (_, args) => CelValues.Size(args[0])),
        CelOverload.Of($"{type}.size() int", (_, args) => CelValues.Size(args[0])),
    });

    private static object? Itself(CelRun run, object?[] args) => args[0];

    private static object? Shown(CelRun run, object?[] args) => CelValues.Text(args[0]);

    private static long Whole(double value) => value is > long.MinValue and < long.MaxValue ? (long)value : throw new CelException("integer overflow");

    private static CelException NotParsed(string type, object? text) => new($"strconv.Parse{type}: parsing {GoQuote.Text((string)text!)}: invalid syntax");
}
