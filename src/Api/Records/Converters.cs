using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Records;

/// <summary>Finds the converter of a property's type.</summary>
internal static class Converters
{
    private static readonly Dictionary<Type, object> Scalars = new()
    {
        [typeof(string)] = new ScalarConverter<string>(tree => (tree as TreeText)?.Value, value => new TreeText(value)),
        [typeof(bool)] = new ScalarConverter<bool>(tree => tree is TreeFlag { Value: true }, TreeFlag.Of),
        [typeof(int)] = new ScalarConverter<int>(tree => (int)Whole(tree), value => TreeNumber.Of(value)),
        [typeof(long)] = new ScalarConverter<long>(Whole, TreeNumber.Of),
        [typeof(double)] = new ScalarConverter<double>(tree => tree is TreeNumber number ? number.Value : 0, WriteDouble),
        [typeof(byte[])] = new ScalarConverter<byte[]>(ReadBytes, bytes => new TreeText(Convert.ToBase64String(bytes))),
        [typeof(Quantity)] = new ScalarConverter<Quantity>(ReadQuantity, quantity => new TreeText(quantity.ToString())),
        [typeof(IntOrString)] = new ScalarConverter<IntOrString>(ReadIntOrString, WriteIntOrString),
        [typeof(DateTimeOffset)] = new ScalarConverter<DateTimeOffset>(ReadTime, time => new TreeText(GoTime.Format(time))),
        [typeof(MicroTime)] = new ScalarConverter<MicroTime>(ReadMicroTime, time => new TreeText(time.ToString())),
        [typeof(TimeSpan)] = new ScalarConverter<TimeSpan>(ReadDuration, span => new TreeText(GoDuration.Format(span))),
        [typeof(Tree)] = new ScalarConverter<Tree>(tree => tree, tree => tree),
    };

    public static Converter<T> Of<T>() => (Converter<T>)(Scalars.GetValueOrDefault(typeof(T)) ?? Make(typeof(T)));

    private static object Make(Type type)
    {
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var made = generic == typeof(Nullable<>) ? typeof(NullableConverter<>).MakeGenericType(type.GetGenericArguments())
            : generic == typeof(IReadOnlyList<>) ? typeof(ListConverter<>).MakeGenericType(type.GetGenericArguments())
            : generic == typeof(IReadOnlyDictionary<,>) ? typeof(MapConverter<>).MakeGenericType(type.GetGenericArguments()[1])
            : typeof(RecordConverter<>).MakeGenericType(type);
        return made.GetProperty(nameof(RecordConverter<>.Instance))?.GetValue(null) ?? Activator.CreateInstance(made)!;
    }

    private static long Whole(Tree tree) => tree is TreeNumber { IsFraction: false } number ? number.Whole : 0;

    private static TreeNumber WriteDouble(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? TreeNumber.Of((long)value) : TreeNumber.Of(value);

    private static byte[]? ReadBytes(Tree tree) => tree is TreeText text ? Convert.FromBase64String(text.Value) : null;

    private static Quantity ReadQuantity(Tree tree) =>
        tree is TreeText text && Quantity.TryParse(text.Value, out var quantity) ? quantity : default;

    private static IntOrString ReadIntOrString(Tree tree) =>
        tree is TreeText text ? IntOrString.Of(text.Value) : IntOrString.Of((int)Whole(tree));

    private static Tree WriteIntOrString(IntOrString value) => value.Text is { } text ? new TreeText(text) : TreeNumber.Of(value.Number);

    private static DateTimeOffset ReadTime(Tree tree) =>
        tree is TreeText text && GoTime.TryParse(text.Value, out var time, out _) ? time : default;

    private static MicroTime ReadMicroTime(Tree tree) =>
        tree is TreeText text && GoTime.TryParseMicros(text.Value, out var time, out _) ? new(time) : default;

    private static TimeSpan ReadDuration(Tree tree) =>
        tree is TreeText text && GoDuration.TryParse(text.Value, out TimeSpan span, out _) ? span : default;
}
