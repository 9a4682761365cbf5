using System.Text;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.BadInput;

/// <summary>Valid requests, damaged at random. The seed is in the message of each failure.</summary>
public sealed class RandomRequests
{
    private const int RequestsPerSeed = 250;

    private static readonly (string Method, string Path, string Body, string ContentType)[] Valid =
    [
        ("POST", "/api/v1/namespaces/default/pods?fieldValidation=Strict", Pod, PlainClient.Json),
        ("POST", "/api/v1/namespaces/default/pods", Pod, "application/yaml"),
        ("POST", "/apis/apps/v1/namespaces/default/deployments?dryRun=All", Deployment, PlainClient.Json),
        ("PUT", "/api/v1/namespaces/default/configmaps/seed", Map, PlainClient.Json),
        ("PATCH", "/api/v1/namespaces/default/configmaps/seed", """{"data":{"b":null,"c":"d"},"metadata":{"labels":{"x":"y"}}}""", PlainClient.MergePatch),
        ("PATCH", "/api/v1/namespaces/default/configmaps/seed", """[{"op":"add","path":"/data/z","value":"1"},{"op":"test","path":"/data/a","value":"b"},{"op":"copy","from":"/data/a","path":"/metadata/annotations"}]""", PlainClient.JsonPatch),
        ("PATCH", "/api/v1/namespaces/default/configmaps/seed", """{"$retainKeys":["a"],"data":{"a":"x","$patch":"replace"},"metadata":{"finalizers":[],"$setElementOrder/finalizers":["a/b"]}}""", PlainClient.StrategicPatch),
        ("PATCH", "/api/v1/namespaces/default/configmaps/seed?fieldManager=fuzz&force=true", Map, PlainClient.Apply),
        ("GET", "/api/v1/pods?labelSelector=a%20in%20(b,c),!d,e!=f&fieldSelector=status.phase!=Running&limit=2&resourceVersion=1&resourceVersionMatch=NotOlderThan", "", ""),
        ("GET", "/api/v1/namespaces/default/configmaps?limit=1&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJkZWZhdWx0L2EifQ", "", ""),
        ("GET", "/api/v1/namespaces/default/configmaps?watch=true&timeoutSeconds=1&resourceVersion=0&allowWatchBookmarks=true", "", ""),
        ("DELETE", "/api/v1/namespaces/default/configmaps/gone", """{"kind":"DeleteOptions","apiVersion":"v1","gracePeriodSeconds":1,"preconditions":{"uid":"a"},"propagationPolicy":"Foreground"}""", PlainClient.Json),
    ];

    private const string Map = """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"seed","labels":{"a":"b"}},"data":{"a":"b"},"binaryData":{"c":"AAEC"}}""";

    private const string Pod = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"fuzz-","labels":{"app":"x"},"annotations":{"n":"1"}},
         "spec":{"terminationGracePeriodSeconds":5,"containers":[{"name":"c","image":"i:1","resources":{"limits":{"cpu":"100m","memory":"1Gi"}},
         "ports":[{"containerPort":80,"name":"http"}],"env":[{"name":"A","value":"b"}],"livenessProbe":{"httpGet":{"path":"/","port":"http"},"periodSeconds":3}}],
         "tolerations":[{"key":"k","operator":"Exists","effect":"NoExecute","tolerationSeconds":10}]}}
        """;

    private const string Deployment = """
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"fuzz"},"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}},
         "strategy":{"rollingUpdate":{"maxSurge":"25%","maxUnavailable":1}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Are_answered_and_never_break_the_server(int seed)
    {
        // Damaged time-outs must not make the test wait for a watch.
        await using var server = await InProcessServer.Start(options: new() { LongestWatch = TimeSpan.FromMilliseconds(100) });
        var random = new Random(seed);
        await server.Client.Post("/api/v1/namespaces/default/configmaps", Map);
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < RequestsPerSeed; i++)
        {
            var (method, path, body, contentType) = Valid[random.Next(Valid.Length)];
            if (body.Length == 0 || random.Next(10) == 0)
                path = MutatedPath(path, random);
            var bytes = Mutated(Encoding.UTF8.GetBytes(body), random);

            var answer = await server.Client.Send(method, path, body.Length == 0 ? null : bytes, contentType);

            Assert.True(
                answer.Code is (>= 200 and < 300) or (>= 400 and < 500) or 504,
                $"seed {seed}, request {i}: {answer.Code} for {method} {path} {Convert.ToBase64String(bytes)}: {answer.Text}\n{string.Join('\n', server.Log.TakeLast(30))}");
            if (answer.Code < 300)
                accepted++;
            else
                refused++;
        }

        Assert.True(accepted > RequestsPerSeed / 20 && refused > RequestsPerSeed / 20, $"{accepted} accepted, {refused} refused: the damage is too small or too great to tell anything");
        Assert.Equal(200, (await server.Client.Get("/api/v1/namespaces/default")).Code);
        Assert.True(server.Failures.Length == 0, server.Failures);
    }

    private static byte[] Mutated(byte[] body, Random random)
    {
        var bytes = new List<byte>(body);
        for (var changes = random.Next(4); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(30), bytes.Count - at)));
                    break;
                default:
                    ReplaceValue(bytes, at, random);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Keeps the JSON whole: the next value becomes another.</summary>
    private static void ReplaceValue(List<byte> bytes, int at, Random random)
    {
        var colon = bytes.IndexOf((byte)':', at);
        if (colon < 0)
            return;

        var end = bytes.FindIndex(colon, value => value is (byte)',' or (byte)'}');
        if (end < 0)
            return;

        bytes.RemoveRange(colon + 1, end - colon - 1);
        bytes.InsertRange(colon + 1, Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
    }

    private static string MutatedPath(string path, Random random)
    {
        var at = random.Next(1, path.Length);
        return random.Next(4) switch
        {
            0 => path[..at] + Uri.EscapeDataString(((char)random.Next(1, 0x3000)).ToString()) + path[at..],
            1 => path[..at] + path[Math.Min(path.Length, at + random.Next(5))..],
            2 => path[..at] + "%2F%00,=!()"[..random.Next(1, 11)].Replace("%0", "%20", StringComparison.Ordinal) + path[at..],
            _ => path,
        };
    }

    private static readonly string[] Pieces = ["{", "}", "[", "]", "\"", ",", ":", "null", "\\u0000", "\\ud800", "1e999", "\n- ", "\t", "&a", "*a", "!!binary ", "---\n", "-0", "$patch"];

    private static readonly string[] Values =
    [
        "null", "1", "-1", "1.5", "1e400", "9223372036854775808", "true", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "{\"a\":{}}", "\"\\u0000\"",
        "\"9999999999999999999Ei\"", "\"2024-13-40T00:00:00Z\"", "\"-\"",
    ];
}
