using System.Diagnostics;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>Custom resources, from their definition to their deletion.</summary>
public sealed class KindsOfOnesOwn(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_served_shown_and_explained(string version)
    {
        var kubectl = await Defined(version);

        Assert.Contains($"gadgets gadgetto toys.example.com/v1 true Gadget", (await kubectl.Run("api-resources")).Lines);
        Assert.Contains($"toys.example.com/v1", (await kubectl.Run("api-versions")).Lines);
        Assert.Equal(
            [$"NAME CREATED AT", $"gadgets.toys.example.com"],
            (await kubectl.Run($"get crd gadgets.toys.example.com")).Lines.Select((line, index) => index == 0 ? line : line.Split(' ')[0]));
        Assert.Contains("Established", (await kubectl.Run($"get crd gadgets.toys.example.com -o 'jsonpath={{.status.conditions[?(@.status==\"True\")].type}}'")).Output);

        await kubectl.Run("create -f -", Gadget("a", """{"size": 3, "color": "blue"}"""));
        Assert.Equal(["NAME SIZE READY AGE", "a 3"], Cut((await kubectl.Run("get gadgets")).Lines, 2));
        Assert.Equal(["NAME SIZE COLOR READY AGE", "a 3 blue"], Cut((await kubectl.Run("get gadgetto -o wide")).Lines, 3));
        Assert.Equal("gadget.toys.example.com/a\n", (await kubectl.Run("get gadgetry -o name")).Output);
        Assert.Contains("Spec:", (await kubectl.Run("describe gadget a")).Lines);

        var explained = (await kubectl.Run($"explain gadget.spec.size --api-version=toys.example.com/v1")).Lines;
        Assert.Contains("FIELD: size <integer>", explained);
        Assert.Contains(explained, line => line.Contains("How large it is.", StringComparison.Ordinal));
        Assert.Contains("parts <[]Object>", (await kubectl.Run($"explain gadget.spec --api-version=toys.example.com/v1")).Lines.Select(line => line.Replace(" -required-", "", StringComparison.Ordinal)));
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_changed_like_any_other(string version)
    {
        var kubectl = await Defined(version);
        await kubectl.Run("apply -f -", Gadget("a", """{"size": 3, "replicas": 1}"""));

        Assert.Equal("gadget.toys.example.com/a unchanged\n", (await kubectl.Run("apply -f -", Gadget("a", """{"size": 3, "replicas": 1}"""))).Output);
        Assert.Equal("gadget.toys.example.com/a configured\n", (await kubectl.Run("apply -f -", Gadget("a", """{"size": 4, "replicas": 2}"""))).Output);
        Assert.Equal("gadget.toys.example.com/a labeled\n", (await kubectl.Run("label gadget a tier=front")).Output);
        Assert.Equal("gadget.toys.example.com/a scaled\n", (await kubectl.Run("scale gadget a --replicas=7")).Output);
        Assert.Equal("gadget.toys.example.com/a edited\n", (await kubectl.Run("edit gadget a", editor: "sed -i s/front/back/")).Output);
        await kubectl.Run("""patch gadget a --type=merge -p '{"spec":{"color":"red"}}'""");
        await kubectl.Run("""patch gadget a --type=json -p '[{"op":"replace","path":"/spec/color","value":"green"}]'""");
        await kubectl.Run("""patch gadget a --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Ready","status":"True"}]},"spec":{"size":99}}'""");
        Assert.Equal(
            "4 7 green back True 5",
            (await kubectl.Run("get gadget a -o 'jsonpath={.spec.size} {.spec.replicas} {.spec.color} {.metadata.labels.tier} {.status.conditions[0].status} {.metadata.generation}'")).Output);
        Assert.Equal("gadget.toys.example.com/a condition met\n", (await kubectl.Run("wait --for=condition=Ready gadget/a --timeout=30s")).Output);

        var next = Gadget("a", """{"size": 5}""");
        var difference = await kubectl.Try("diff -f -", next);
        Assert.Equal(1, difference.ExitCode);
        Assert.Contains("-  size: 4\n", difference.Output);
        Assert.Contains("+  size: 5\n", difference.Output);
        Assert.Equal("gadget.toys.example.com/a configured (server dry run)\n", (await kubectl.Run("apply --dry-run=server -f -", next)).Output);
        Assert.Equal("4", (await kubectl.Run("get gadget a -o jsonpath={.spec.size}")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Belong_to_those_who_applied_them_part_by_part(string version)
    {
        var kubectl = await Defined(version);
        await kubectl.Run("apply --server-side -f -", Gadget("a", """{"size": 3, "parts": [{"name": "one", "weight": 1}]}"""));

        await kubectl.Run(
            "apply --server-side --field-manager=they -f -", Gadget("a", """{"parts": [{"name": "two", "weight": 2}]}"""));
        var conflict = await kubectl.Fail("apply --server-side --field-manager=they -f -", Gadget("a", """{"size": 4}"""));

        Assert.StartsWith("error: Apply failed with 1 conflict: conflict with \"kubectl\": .spec.size\n", conflict);
        Assert.Equal("one two", (await kubectl.Run("get gadget a -o jsonpath={.spec.parts[*].name}")).Output);
        await kubectl.Run("apply --server-side --field-manager=they -f -", Gadget("a", """{"color": "red"}"""));
        Assert.Equal("one", (await kubectl.Run("get gadget a -o jsonpath={.spec.parts[*].name}")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_held_to_their_schema(string version)
    {
        var kubectl = await Defined(version);

        Assert.Equal(
            "The Gadget \"a\" is invalid: spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1",
            await kubectl.Fail("create --validate=false -f -", Gadget("a", """{"size": 0}""")));
        Assert.Equal(
            "Error from server (BadRequest): error when creating \"STDIN\": Gadget in version \"v1\" cannot be handled as a Gadget: "
                + "strict decoding error: unknown field \"spec.wheels\"",
            await kubectl.Fail("create --validate=strict -f -", Gadget("a", """{"size": 1, "wheels": 4}""")));
        Assert.Equal(
            "Warning: unknown field \"spec.wheels\"\n",
            (await kubectl.Run("create --validate=warn -f -", Gadget("a", """{"size": 1, "wheels": 4}"""))).Errors);
        Assert.Equal("""{"color":"white","size":1}""", (await kubectl.Run("get gadget a -o jsonpath={.spec}")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_watched_until_their_definition_goes(string version)
    {
        var kubectl = await Defined(version);
        await kubectl.Run("create -f -", Gadget("a", """{"size": 3}"""));
        using var watch = kubectl.Begin("get gadgets --watch --output-watch-events");

        Assert.Equal("EVENT NAME SIZE READY AGE", await Line(watch));
        Assert.StartsWith("ADDED a 3 ", await Line(watch));
        await kubectl.Run("""patch gadget a --type=merge -p '{"spec":{"size":5}}'""");
        Assert.StartsWith("MODIFIED a 5 ", await Line(watch));
        Assert.StartsWith("customresourcedefinition.apiextensions.k8s.io \"gadgets.toys.example.com\" deleted", (await kubectl.Run($"delete crd gadgets.toys.example.com")).Output);
        Assert.StartsWith("DELETED a 5 ", await Line(watch));
        await watch.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("the server could not find the requested resource", await kubectl.Fail("get gadgets"));
    }

    private static async Task<string> Line(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? throw new InvalidOperationException("The output has ended.");
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Rows without their last columns: ages, and what is empty.</summary>
    private static IEnumerable<string> Cut(IReadOnlyList<string> lines, int columns) =>
        lines.Select((line, index) => index == 0 ? line : string.Join(' ', line.Split(' ').Take(columns)));

    private static string Gadget(string name, string spec) =>
        $$"""{"apiVersion": "toys.example.com/v1", "kind": "Gadget", "metadata": {"name": "{{name}}"}, "spec": {{spec}} }""";

    private async Task<KindSession> Defined(string version)
    {
        var kubectl = new KindSession(await Server.Session(version), "gadget", "toys");
        await kubectl.Run("apply -f -", await File.ReadAllTextAsync(TestData.Path("gadgets.yaml")));
        await kubectl.Run("wait --for=condition=Established crd/gadgets.toys.example.com --timeout=30s");
        return kubectl;
    }
}
