using System.Reflection;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Yaml;

namespace CloudletK8s.Api.Tests.Trees;

public class EveryKind
{
    public static TheoryData<string> Kinds => new(BuiltInKinds.All.Select(kind => kind.Record!)
        .Concat(typeof(KindInfo).Assembly.GetTypes().Where(type => type.IsDefined(typeof(WireKindAttribute))))
        .Select(type => type.FullName!)
        .Where(name => !name.EndsWith("WatchEvent", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Survives_JSON(string record)
    {
        foreach (var (given, schema) in Objects(record))
        {
            var result = JsonTreeReader.Read(JsonTreeWriter.ToUtf8(given), schema, DecodeOptions.Default);
            Assert.Null(result.Error);
            Assert.Empty(result.Problems);
            Assert.Equal(JsonTreeWriter.ToText(given), JsonTreeWriter.ToText(result.Tree!));
            Assert.Equal(JsonTreeWriter.ToText(given), JsonTreeWriter.ToText(JsonTreeReader.ReadTrusted(JsonTreeWriter.ToUtf8(given), schema)));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Survives_protobuf(string record)
    {
        foreach (var (given, schema) in Objects(record, nestedTypes: false))
        {
            var result = ProtobufTreeReader.Read(ProtobufTreeWriter.ToBytes(given, schema), schema);
            Assert.Null(result.Error);
            Assert.Equal(JsonTreeWriter.ToText(given), JsonTreeWriter.ToText(result.Tree!));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Survives_YAML(string record)
    {
        foreach (var (given, schema) in Objects(record))
        {
            var result = YamlTreeReader.Read(YamlTreeWriter.ToUtf8(given), schema, DecodeOptions.Default);
            Assert.Null(result.Error);
            Assert.Equal(JsonTreeWriter.ToText(given), JsonTreeWriter.ToText(result.Tree!));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Survives_its_record(string record)
    {
        var type = typeof(KindInfo).Assembly.GetType(record)!;
        var method = typeof(EveryKind).GetMethod(nameof(ThroughRecord), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        foreach (var (given, _) in Objects(record))
            Assert.Equal(JsonTreeWriter.ToText(given), JsonTreeWriter.ToText((TreeObject)method.Invoke(null, [given])!));
    }

    private static TreeObject ThroughRecord<T>(TreeObject tree) where T : class => RecordBinder.Write(RecordBinder.Read<T>(tree));

    private static IEnumerable<(TreeObject Object, Schema Schema)> Objects(string record, bool nestedTypes = true)
    {
        var type = typeof(KindInfo).Assembly.GetType(record)!;
        var schema = RecordSchemas.Of(type);
        for (var seed = 1; seed <= 3; seed++)
        {
            var full = new FullObjects(seed, nestedTypes).Make(schema);
            yield return (Normal(full, schema), schema);
        }

        // And the other end: nothing given at all.
        var empty = new TreeObject();
        empty.Set("kind", type.Name);
        empty.Set("apiVersion", FullObjects.ApiVersionOf(type)!);
        yield return (Normal(empty, schema), schema);
    }

    private static TreeObject Normal(TreeObject tree, Schema schema)
    {
        var result = JsonTreeReader.Read(JsonTreeWriter.ToUtf8(tree), schema, DecodeOptions.Default);
        return result.Tree ?? throw new InvalidOperationException(result.Error!.Message);
    }
}
