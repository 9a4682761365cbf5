using System.Buffers;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>Trees to bytes, as Go's encoder writes them.</summary>
public static class JsonTreeWriter
{
    private const string Metadata = "metadata";
    private const string ResourceVersion = "resourceVersion";

    // What stands before resourceVersion in the metadata of Kubernetes' types.
    private static readonly string[] BeforeResourceVersion = ["name", "generateName", "namespace", "selfLink", "uid"];

    public static void Write(Tree tree, IBufferWriter<byte> output)
    {
        var buffer = JsonBuffer.Take();
        Append(buffer, tree);
        output.Write(buffer.Written);
        buffer.Return();
    }

    public static byte[] ToUtf8(Tree tree)
    {
        var buffer = JsonBuffer.Take();
        Append(buffer, tree);
        var bytes = buffer.Written.ToArray();
        buffer.Return();
        return bytes;
    }

    public static string ToText(Tree tree) => System.Text.Encoding.UTF8.GetString(ToUtf8(tree));

    /// <summary>
    /// The bytes to store: metadata.resourceVersion is there but empty, and the offset lies between its quotes, where the store
    /// puts the revision.
    /// </summary>
    public static (byte[] Json, int RevisionOffset) WriteForStore(TreeObject tree)
    {
        var buffer = JsonBuffer.Take();
        var offset = 0;
        buffer.Byte((byte)'{');
        var first = true;
        foreach (var (name, value) in tree)
        {
            if (offset == 0 && name is not ("kind" or "apiVersion"))
                offset = AppendMetadata(buffer, tree.Object(Metadata), ref first);
            if (name != Metadata)
                AppendMember(buffer, name, value, ref first);
        }

        if (offset == 0)
            offset = AppendMetadata(buffer, tree.Object(Metadata), ref first);
        buffer.Byte((byte)'}');
        var bytes = buffer.Written.ToArray();
        buffer.Return();
        return (bytes, offset);
    }

    private static int AppendMetadata(JsonBuffer buffer, TreeObject? metadata, ref bool first)
    {
        AppendName(buffer, Metadata, ref first);
        buffer.Byte((byte)'{');
        var offset = 0;
        var inner = true;
        foreach (var (name, value) in metadata ?? [])
        {
            if (offset == 0 && !BeforeResourceVersion.Contains(name))
                offset = AppendRevision(buffer, ref inner);
            if (name != ResourceVersion)
                AppendMember(buffer, name, value, ref inner);
        }

        if (offset == 0)
            offset = AppendRevision(buffer, ref inner);
        buffer.Byte((byte)'}');
        return offset;
    }

    private static int AppendRevision(JsonBuffer buffer, ref bool first)
    {
        AppendName(buffer, ResourceVersion, ref first);
        buffer.Raw("\"\""u8);
        return buffer.Length - 1;
    }

    private static void Append(JsonBuffer buffer, Tree tree)
    {
        switch (tree)
        {
            case TreeText text:
                buffer.Text(text.Value);
                break;
            case TreeObject made:
                buffer.Byte((byte)'{');
                var firstMember = true;
                foreach (var (name, value) in made)
                    AppendMember(buffer, name, value, ref firstMember);
                buffer.Byte((byte)'}');
                break;
            case TreeList list:
                buffer.Byte((byte)'[');
                for (var i = 0; i < list.Count; i++)
                {
                    if (i > 0)
                        buffer.Byte((byte)',');
                    Append(buffer, list[i]);
                }

                buffer.Byte((byte)']');
                break;
            case TreeNumber { IsFraction: true } number:
                buffer.Number(number.Value);
                break;
            case TreeNumber number:
                buffer.Number(number.Whole);
                break;
            case TreeFlag flag:
                buffer.Raw(flag.Value ? "true"u8 : "false"u8);
                break;
            default:
                buffer.Raw("null"u8);
                break;
        }
    }

    private static void AppendMember(JsonBuffer buffer, string name, Tree value, ref bool first)
    {
        AppendName(buffer, name, ref first);
        Append(buffer, value);
    }

    private static void AppendName(JsonBuffer buffer, string name, ref bool first)
    {
        if (first)
            first = false;
        else
            buffer.Byte((byte)',');
        buffer.Text(name);
        buffer.Byte((byte)':');
    }
}
