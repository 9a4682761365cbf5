using CloudletK8s.Api.Cel;

namespace CloudletK8s.Api.Tests.Cel;

/// <summary>Whatever somebody writes as an expression has a value, or says why not.</summary>
public sealed class RandomExpressions
{
    private const int Expressions = 4_000;

    private static readonly string[] Atoms =
    [
        "self", "oldSelf", "self.name", "self.min", "self.ratio", "self.tags", "self.labels", "self.ports", "self.empty", "self.?other", "self.wait",
        "0", "1", "-1", "9223372036854775807", "2u", "1.5", "1e300", "''", "'a'", "'é😀'", "b'x'", "true", "null", "[]", "[1, 2]", "['a']", "{}", "{'a': 1}",
        "int", "type(1)", "optional.none()", "optional.of(1)", "duration('1h')", "timestamp('2024-01-01T00:00:00Z')", "quantity('1Gi')",
        "url('https://a/b?c=d')", "ip('10.0.0.1')", "cidr('10.0.0.0/8')", "format.dns1123Label()", "dyn(1)", "dyn('a')", "dyn([1])", "dyn(null)",
    ];

    private static readonly string[] Functions =
    [
        "size", "int", "uint", "double", "string", "bytes", "bool", "timestamp", "duration", "type", "dyn", "matches", "quantity", "isQuantity", "url",
        "isURL", "ip", "isIP", "cidr", "isCIDR", "sets.contains", "sets.equivalent", "sets.intersects", "optional.of", "optional.ofNonZeroValue",
        "strings.quote", "format.named", "ip.isCanonical", "unknown", "has",
    ];

    private static readonly string[] Methods =
    [
        "size", "startsWith", "endsWith", "contains", "matches", "find", "findAll", "indexOf", "lastIndexOf", "lowerAscii", "upperAscii", "trim", "charAt",
        "substring", "replace", "split", "join", "format", "getFullYear", "getHours", "getSeconds", "isSorted", "min", "max", "sum", "hasValue", "value",
        "or", "orValue", "sign", "isInteger", "asInteger", "asApproximateFloat", "add", "sub", "compareTo", "isLessThan", "getHost", "getPort", "getQuery",
        "family", "isLoopback", "containsIP", "containsCIDR", "masked", "prefixLength", "validate", "unknown",
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"];
    private static readonly string[] Loops = ["all", "exists", "exists_one", "map", "filter", "optMap", "optFlatMap"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Never_fail_in_another_way(int seed)
    {
        var random = new Random(seed);
        var (valued, failed, refused) = (0, 0, 0);
        for (var i = 0; i < Expressions; i++)
        {
            var text = Expression(random, 3);
            if (random.Next(20) == 0)
                text = text.Remove(random.Next(text.Length), 1);
            try
            {
                if (Evaluated.Compiled(text).Error is not null)
                    refused++;
                else
                    Evaluated.Of(text);
                valued++;
            }
            catch (Exception e) when (e is CelException or CelLimitException)
            {
                failed++;
            }
            catch (Exception e)
            {
                Assert.Fail($"{text} (seed {seed}) ends with {e}");
            }
        }

        // The generator makes all three.
        Assert.True(valued - refused > 200 && failed > 200 && refused > 200, $"{valued - refused} valued, {failed} failed, {refused} refused");
    }

    private static string Expression(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
            return Of(random, Atoms);

        string Inner() => random.Next(2) == 0 ? $"dyn({Expression(random, depth - 1)})" : Expression(random, depth - 1);
        return random.Next(9) switch
        {
            0 => $"{Of(random, Functions)}({Inner()})",
            1 => $"{Of(random, Functions)}({Inner()}, {Inner()})",
            2 => $"({Inner()}).{Of(random, Methods)}()",
            3 => $"({Inner()}).{Of(random, Methods)}({Inner()})",
            4 => $"({Inner()}).{Of(random, Methods)}({Inner()}, {Inner()})",
            5 => $"({Inner()}).{Of(random, Loops)}(x, {(random.Next(2) == 0 ? "dyn(x) == " : "")}{Inner()})",
            6 => $"({Inner()})[{(random.Next(3) == 0 ? "?" : "")}{Inner()}]",
            7 => $"({Inner()}) ? {Inner()} : dyn({Inner()})",
            _ => $"dyn({Inner()}) {Of(random, Operators)} ({Inner()})",
        };
    }

    private static string Of(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
