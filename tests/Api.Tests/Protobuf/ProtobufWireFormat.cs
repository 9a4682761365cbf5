using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Protobuf;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.Api.Tests.Protobuf;

public class ProtobufWireFormat
{
    private static readonly Schema Ports = RecordSchemas.Of<ContainerPort>();

    // As Kubernetes' generated code writes it: every value that is not held by pointer, zero or not, in order of numbers.
    [Fact]
    public void Writes_zero_values_as_the_generated_code_does() => Assert.Equal(
        "6b387300" + "0a04" + "0a00" + "1200" + "120b" + "0a00" + "1000" + "18903f" + "2200" + "2a00" + "1a00" + "2200",
        Hex("""{"containerPort":8080}""", Ports));

    [Fact]
    public void Puts_negative_numbers_into_ten_bytes() => Assert.Contains("10ffffffffffffffffff01", Hex("""{"hostPort":-1}""", Ports));

    [Fact]
    public void Writes_inlined_structs_as_messages_of_their_own()
    {
        var hex = Hex("""{"name":"a","emptyDir":{}}""", RecordSchemas.Of<Volume>());
        Assert.Contains("0a0161" + "1204" + "1202" + "0a00", hex);
    }

    [Fact]
    public void Takes_packed_and_unpacked_numbers()
    {
        var schema = RecordSchemas.Of<PodSecurityContext>();
        var unpacked = Envelope([0x20, 0x01, 0x20, 0x02]);
        var packed = Envelope([0x22, 0x02, 0x01, 0x02]);
        Assert.Equal("""{"supplementalGroups":[1,2]}""", JsonTreeWriter.ToText(ProtobufTreeReader.Read(unpacked, schema).Tree!));
        Assert.Equal("""{"supplementalGroups":[1,2]}""", JsonTreeWriter.ToText(ProtobufTreeReader.Read(packed, schema).Tree!));
    }

    [Fact]
    public void Carries_lists_and_their_items()
    {
        var schema = ListSchemas.Of(RecordSchemas.Of<ConfigMap>());
        const string list = """{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"a","creationTimestamp":null},"data":{"k":"v"}},{"metadata":{"name":"b","creationTimestamp":null}}]}""";
        var tree = JsonTreeReader.Read(System.Text.Encoding.UTF8.GetBytes(list), schema, DecodeOptions.Default).Tree!;
        Assert.Equal(list, JsonTreeWriter.ToText(ProtobufTreeReader.Read(ProtobufTreeWriter.ToBytes(tree, schema), schema).Tree!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Is_the_same_for_a_list_that_is_made_item_by_item(int count)
    {
        var schema = ListSchemas.Of(RecordSchemas.Of<ConfigMap>());
        var items = Enumerable.Range(0, count)
            .Select(i => $$"""{"metadata":{"name":"map-{{i}}"},"data":{"k":"{{new string('v', i % 300)}}"} }""");
        var text = $$"""{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[{{string.Join(',', items)}}]}""";
        var whole = JsonTreeReader.Read(System.Text.Encoding.UTF8.GetBytes(text), schema, DecodeOptions.Default).Tree!;
        var head = whole.CloneObject();
        head.Remove("items");

        using var list = ProtobufList.Of(head, count, i => (TreeObject)whole.List("items")![i], schema);

        Assert.Equal(ProtobufTreeWriter.ToBytes(whole, schema), list.Blocks.SelectMany(block => block.ToArray()));
        Assert.Equal(list.Length, list.Blocks.Sum(block => (long)block.Length));
    }

    [Fact]
    public void Carries_watch_events_in_frames()
    {
        var schema = RecordSchemas.Of<Secret>();
        var tree = JsonTreeReader.Read("""{"kind":"Secret","apiVersion":"v1","data":{"k":"dg=="}}"""u8, schema, DecodeOptions.Default).Tree!;
        var frame = ProtobufTreeWriter.ToWatchFrame("ADDED", tree, schema);
        Assert.Equal(frame.Length - 4, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(frame));
        Assert.Null(ProtobufTreeReader.ReadWatchFrame(frame.AsSpan(4), out var type, out var body));
        Assert.Equal("ADDED", type);
        Assert.Equal(JsonTreeWriter.ToText(tree), JsonTreeWriter.ToText(ProtobufTreeReader.Read(body, schema).Tree!));
    }

    [Theory]
    [InlineData("", "empty data")]
    [InlineData("7b7d", "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]")]
    [InlineData("6b387300", "empty body")]
    [InlineData("6b38730012ffffffff07", "unexpected EOF")]
    [InlineData("6b38730012ffffffffffffffffff01", "proto: negative length found during unmarshaling")]
    [InlineData("6b387300ffffffffffffffffffffff", "proto: integer overflow")]
    [InlineData("6b38730012020800", "proto: wrong wireType = 0 for field 1")]
    [InlineData("6b38730012027a05", "unexpected EOF")]
    [InlineData("6b38730012017f", "proto: illegal wireType 7")]
    public void Refuses_what_is_no_message(string hex, string expected) =>
        Assert.Equal(expected, ProtobufTreeReader.Read(Convert.FromHexString(hex), Ports).Error?.Message);

    private static string Hex(string json, Schema schema)
    {
        var tree = JsonTreeReader.Read(System.Text.Encoding.UTF8.GetBytes(json), schema, DecodeOptions.Default).Tree!;
        return Convert.ToHexStringLower(ProtobufTreeWriter.ToBytes(tree, schema));
    }

    private static byte[] Envelope(byte[] message) => [.. "k8s\0"u8, 0x12, (byte)message.Length, .. message];
}
