using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Tests.Cel;

/// <summary>Expressions over one object of which nothing is known beforehand.</summary>
internal static class Evaluated
{
    private const string Self =
        """{"min":1,"max":3,"name":"web-1","ratio":1.5,"on":true,"empty":null,"tags":["a","b"],"labels":{"x":"1","y":"2"},"ports":[{"port":80},{"port":443}],"type":"t","wait":"90s","namespace":"n"}""";

    private static readonly CelEnvironment Environment = new(("self", CelType.Dyn), ("oldSelf", CelType.Dyn));

    public static CelProgram Compiled(string expression) => CelProgram.Compile(expression, Environment);

    public static object? Of(string expression) => Compiled(expression).Run(TreeValues.From(Read(Self)), null);

    public static TreeObject Read(string json) => JsonTreeReader.ReadTrusted(System.Text.Encoding.UTF8.GetBytes(json));
}
