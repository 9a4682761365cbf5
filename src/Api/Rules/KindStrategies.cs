namespace CloudletK8s.Api.Rules;

/// <summary>Which strategy rules which kind: the one table. A kind that is not listed needs none.</summary>
public static class KindStrategies
{
    private static readonly KindStrategy Plain = new PlainStrategy();

    private static readonly Dictionary<Type, KindStrategy> ByRecord = [];

    public static KindStrategy Of(Type? record) => record is null ? Plain : ByRecord.GetValueOrDefault(record, Plain);

    private sealed class PlainStrategy : KindStrategy;
}
