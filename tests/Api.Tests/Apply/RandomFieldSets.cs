using System.Globalization;
using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Tests.Apply;

/// <summary>Small sets over few names, so that two of them often meet.</summary>
internal static class RandomFieldSets
{
    public static FieldSet Next(Random random) => FieldsV1.Parse(Fields(random, 0))!;

    private static TreeObject Fields(Random random, int depth)
    {
        var fields = new TreeObject();
        var count = random.Next(depth == 0 ? 0 : 1, 7);
        for (var i = 0; i < count; i++)
        {
            var node = depth < 3 && random.Next(2) == 0 ? Fields(random, depth + 1) : new TreeObject();
            if (node.Count > 0 && random.Next(2) == 0)
                node.Prepend(".", new TreeObject());
            fields[Element(random)] = node;
        }

        return fields;
    }

    private static string Element(Random random)
    {
        var number = random.Next(5).ToString(CultureInfo.InvariantCulture);
        return random.Next(5) switch
        {
            0 => $$"""k:{"name":"n{{number}}"}""",
            1 => $$"""k:{"containerPort":{{number}},"protocol":"TCP"}""",
            2 => $"v:{number}",
            3 => $"v:\"a{(random.Next(3) == 0 ? " " : "")}<{number}\"",
            _ => $"f:n{number}",
        };
    }
}
