using System.Reflection;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Records;

/// <summary>One property of a record, without knowing its type.</summary>
internal abstract class FieldAccess<TRecord> where TRecord : class
{
    public static FieldAccess<TRecord> Make(PropertyInfo property) => (FieldAccess<TRecord>)Activator.CreateInstance(
        typeof(PropertyAccess<,>).MakeGenericType(typeof(TRecord), property.PropertyType), property)!;

    public abstract void Read(TRecord record, Tree tree);

    public abstract Tree? Write(TRecord record);

    public abstract bool Same(TRecord one, TRecord other);
}
