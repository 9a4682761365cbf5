using System.Reflection;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class RecordConverter<T> : Converter<T> where T : class
{
    private readonly FieldSchema[] _fields;
    private readonly FieldAccess<T>?[] _accesses;
    private readonly TreeText? _kind;
    private readonly TreeText? _apiVersion;

    public RecordConverter()
    {
        _fields = RecordSchemas.Of<T>().Table.InOrder;
        _accesses = new FieldAccess<T>?[_fields.Length];
        var apiVersion = typeof(T).GetCustomAttribute<KindAttribute>()?.ApiVersion ?? typeof(T).GetCustomAttribute<WireKindAttribute>()?.ApiVersion;
        if (apiVersion is not null)
        {
            _kind = new(typeof(T).Name);
            _apiVersion = new(apiVersion);
        }
    }

    public static RecordConverter<T> Instance { get; } = new();

    public override T? Read(Tree tree) => tree is TreeObject members ? ReadObject(members) : null;

    public override Tree? Write(T value) => value is null ? null : WriteObject(value);

    public T ReadObject(TreeObject members)
    {
        var record = Activator.CreateInstance<T>();
        var next = 0;
        foreach (var (name, value) in members)
        {
            var at = Find(name, ref next);
            if (at >= 0 && value is not TreeNull)
                Access(at)?.Read(record, value);
        }

        return record;
    }

    public TreeObject WriteObject(T record)
    {
        var members = new TreeObject(8);
        for (var i = 0; i < _fields.Length; i++)
        {
            var field = _fields[i];
            if (field.Property is null)
            {
                var header = field.Name == "kind" ? _kind : _apiVersion;
                if (header is not null)
                    members.Append(field.Name, header);
                continue;
            }

            var value = Access(i)!.Write(record);
            if (value is null)
                value = field.Presence == Presence.Always ? ZeroTrees.Of(field) : null;
            else if (field.Presence == Presence.OmitEmpty && value.IsZero)
                value = null;
            if (value is not null)
                members.Append(field.Name, value);
        }

        return members;
    }

    public override bool Same(T? one, T? other)
    {
        if (ReferenceEquals(one, other))
            return true;

        if (one is null || other is null)
            return false;

        for (var i = 0; i < _fields.Length; i++)
        {
            if (Access(i) is { } access && !access.Same(one, other))
                return false;
        }

        return true;
    }

    // Members mostly come in the schema's order: the search goes on where it last ended.
    private int Find(string name, ref int next)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var at = next + i < _fields.Length ? next + i : next + i - _fields.Length;
            if (ReferenceEquals(_fields[at].Name, name) || _fields[at].Name == name)
            {
                next = at + 1;
                return at;
            }
        }

        return -1;
    }

    // Two threads may both make an access; either serves.
    private FieldAccess<T>? Access(int at) => _accesses[at]
        ?? (_fields[at].Property is { } property ? _accesses[at] = FieldAccess<T>.Make(property) : null);
}
