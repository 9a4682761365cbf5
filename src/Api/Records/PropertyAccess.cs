using System.Reflection;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

internal sealed class PropertyAccess<TRecord, TValue>(PropertyInfo property) : FieldAccess<TRecord> where TRecord : class
{
    private readonly Converter<TValue> _converter = Converters.Of<TValue>();
    private readonly Func<TRecord, TValue> _get = property.GetMethod!.CreateDelegate<Func<TRecord, TValue>>();
    private readonly Action<TRecord, TValue?> _set = property.SetMethod!.CreateDelegate<Action<TRecord, TValue?>>();

    public override void Read(TRecord record, Tree tree) => _set(record, _converter.Read(tree));

    public override Tree? Write(TRecord record) => _converter.Write(_get(record));

    public override bool Same(TRecord one, TRecord other) => _converter.Same(_get(one), _get(other));
}
