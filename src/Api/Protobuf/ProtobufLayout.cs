using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Protobuf;

/// <summary>
/// The fields of a message by number. Where Go inlines a struct, protobuf has a message of its own although JSON has none:
/// such a group has further fields and no schema.
/// </summary>
internal sealed class ProtobufLayout
{
    private readonly ProtobufField[] _byNumber;

    private ProtobufLayout(List<ProtobufField> fields)
    {
        Ascending = [.. fields.OrderBy(field => field.Number)];
        _byNumber = Ascending;
    }

    public ProtobufField[] Ascending { get; }

    public static ProtobufLayout Of(FieldSchema[] fields) => Of(fields, depth: 0, [.. Enumerable.Range(0, fields.Length)]);

    public ProtobufField? Find(int number)
    {
        foreach (var field in _byNumber)
        {
            if (field.Number == number)
                return field;
        }

        return null;
    }

    private static ProtobufLayout Of(FieldSchema[] fields, int depth, IReadOnlyList<int> members)
    {
        var own = members.Where(at => fields[at].Number > 0 && fields[at].NestedIn.Count == depth)
            .Select(at => new ProtobufField(fields[at].Number, at, fields[at], null));
        var groups = members.Where(at => fields[at].NestedIn.Count > depth)
            .GroupBy(at => fields[at].NestedIn[depth])
            .Select(group => new ProtobufField(group.Key, -1, null, Of(fields, depth + 1, [.. group])));
        return new([.. own, .. groups]);
    }
}
