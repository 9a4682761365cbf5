using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Records;

/// <summary>Reads a tree of a known schema as its record, so that rules can be written over typed values.</summary>
public static class RecordBinder
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Properties = new();

    public static T Read<T>(TreeObject tree)
        where T : class => (T)ReadRecord(tree, typeof(T));

    private static object ReadRecord(TreeObject tree, Type type)
    {
        var record = Activator.CreateInstance(type)!;
        var properties = Properties.GetOrAdd(type, static type => PropertiesOf(type));
        foreach (var (name, value) in tree)
        {
            if (value is not TreeNull && properties.TryGetValue(name, out var property))
                property.SetValue(record, ReadValue(value, property.PropertyType));
        }

        return record;
    }

    private static Dictionary<string, PropertyInfo> PropertiesOf(Type type) => RecordSchemas.Of(type).Fields
        .Where(field => field.Property is not null)
        .ToDictionary(field => field.Name, field => field.Property!);

    private static object? ReadValue(Tree value, Type declared)
    {
        if (declared == typeof(Tree))
            return value;

        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return value switch
        {
            TreeFlag flag => flag.Value,
            TreeText text => ReadText(text.Value, type),
            TreeNumber number => ReadNumber(number, type),
            TreeList list => ReadList(list, type.GetGenericArguments()[0]),
            TreeObject map when type.IsGenericType => ReadMap(map, type.GetGenericArguments()[1]),
            TreeObject obj => ReadRecord(obj, type),
            _ => null,
        };
    }

    private static object ReadText(string text, Type type) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(Quantity) => new Quantity(text),
        _ when type == typeof(IntOrString) => IntOrString.Of(text),
        _ when type == typeof(byte[]) => Convert.FromBase64String(text),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        _ when type == typeof(MicroTime) => new MicroTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"a text is no {type}"),
    };

    private static object ReadNumber(TreeNumber number, Type type) => type switch
    {
        _ when type == typeof(int) => (int)number.Whole,
        _ when type == typeof(long) => number.Whole,
        _ when type == typeof(double) => number.Value,
        _ when type == typeof(IntOrString) => IntOrString.Of((int)number.Whole),
        _ when type == typeof(Quantity) => new Quantity(number.ToString()),
        _ => throw new InvalidOperationException($"a number is no {type}"),
    };

    private static IList ReadList(TreeList list, Type element)
    {
        var items = Array.CreateInstance(element, list.Count);
        for (var i = 0; i < list.Count; i++)
            items.SetValue(ReadValue(list[i], element), i);
        return items;
    }

    private static IDictionary ReadMap(TreeObject map, Type element)
    {
        var entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        foreach (var (name, value) in map)
            entries[name] = ReadValue(value, element);
        return entries;
    }
}
