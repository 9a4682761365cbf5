namespace CloudletK8s.Store.Tables;

/// <summary>The rules that every adapter holds a batch to before it looks at a row.</summary>
internal static class TableBatch
{
    // What a row costs on the wire beside its value.
    private const int RowOverhead = 2 * 1024;

    private const int FewRows = 8;

    /// <returns>Null when the batch fits.</returns>
    /// <exception cref="ArgumentException">No store takes such a batch: it has no rows, too many, or one twice.</exception>
    public static SubmitResult.TooLarge? Check(string partition, IReadOnlyList<TableOperation> operations)
    {
        if (CheckKeys(partition, operations) is { } tooLarge)
            return tooLarge;

        long total = 0;
        for (var i = 0; i < operations.Count; i++)
        {
            var length = Value(operations[i]).Length;
            total += length;
            if (length > TableLimits.ValueBytes || total > TableLimits.EasyBatchBytes)
                return CheckCompressed(operations);
        }

        return null;
    }

    /// <summary>As <see cref="Check"/>, but for the values.</summary>
    public static SubmitResult.TooLarge? CheckKeys(string partition, IReadOnlyList<TableOperation> operations)
    {
        if (operations.Count is 0 or > TableLimits.BatchRows)
            throw new ArgumentException($"A batch has 1 to {TableLimits.BatchRows} rows, not {operations.Count}.", nameof(operations));

        if (HasRepeatedRow(operations))
            throw new ArgumentException("A batch names each row once.", nameof(operations));

        if (!TableKey.Fits(partition))
            return KeyTooLarge(0, partition);

        for (var i = 0; i < operations.Count; i++)
        {
            if (!TableKey.Fits(operations[i].Row))
                return KeyTooLarge(i, operations[i].Row);
        }

        return null;
    }

    public static ReadOnlyMemory<byte> Value(TableOperation operation) => operation switch
    {
        TableOperation.Insert insert => insert.Value,
        TableOperation.Replace replace => replace.Value,
        TableOperation.Upsert upsert => upsert.Value,
        _ => default,
    };

    // Whether a large batch fits must not depend on the adapter, so those that never compress measure as if they did.
    private static SubmitResult.TooLarge? CheckCompressed(IReadOnlyList<TableOperation> operations)
    {
        long wire = 0;
        for (var i = 0; i < operations.Count; i++)
        {
            var stored = PackedValue.Pack(Value(operations[i])).Bytes.Length;
            if (stored > TableLimits.ValueBytes)
                return new SubmitResult.TooLarge(i, stored, TableLimits.ValueBytes);

            wire += WireBytes(stored) + RowOverhead;
            if (wire > TableLimits.BatchBytes)
                return new SubmitResult.TooLarge(i, wire, TableLimits.BatchBytes);
        }

        return null;
    }

    // Base64.
    private static long WireBytes(int valueBytes) => (valueBytes + 2L) / 3 * 4;

    private static SubmitResult.TooLarge KeyTooLarge(int index, string key) =>
        new(index, TableKey.EncodedLength(key), TableLimits.KeyCharacters);

    private static bool HasRepeatedRow(IReadOnlyList<TableOperation> operations)
    {
        if (operations.Count > FewRows)
            return operations.DistinctBy(static operation => operation.Row, StringComparer.Ordinal).Count() < operations.Count;

        for (var i = 1; i < operations.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(operations[i].Row, operations[j].Row, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }
}
