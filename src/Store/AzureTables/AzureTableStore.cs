using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.AzureTables;

/// <summary>One table of an Azure storage account, or of its emulator. Any number of processes may share it.</summary>
public sealed partial class AzureTableStore : ITableStore
{
    // The smallest string after a key is that key and this: so a page can name its successor without knowing it.
    private const char Smallest = '\0';

    private readonly HttpClient _http;
    private readonly TableClient _client;

    private AzureTableStore(HttpClient http, TableClient client)
    {
        _http = http;
        _client = client;
    }

    public bool IsExclusive => false;

    /// <summary>The table is made when something is first written to it.</summary>
    /// <param name="connectionString">With an account key, or "UseDevelopmentStorage=true".</param>
    public static AzureTableStore Open(string connectionString, string tableName) => Open(TableAccount.Parse(connectionString), tableName);

    /// <param name="endpoint">Of the account's tables, such as https://NAME.table.core.windows.net.</param>
    public static AzureTableStore Open(Uri endpoint, string tableName, TokenCredential credential) =>
        Open(TableAccount.Of(endpoint, credential), tableName);

    /// <param name="around">What stands between the store and the network.</param>
    internal static AzureTableStore Open(
        TableAccount account, string tableName, Func<HttpMessageHandler, HttpMessageHandler>? around = null)
    {
        if (!TableName().IsMatch(tableName))
            throw new ArgumentException($"A table has a name of 3 to 63 letters and digits, unlike '{tableName}'.", nameof(tableName));

        var http = TablePipeline.CreateClient(account.Endpoint, around);
        return new AzureTableStore(http, new TableClient(TablePipeline.Create(account.Authentication, http), account.Endpoint, tableName));
    }

    public async ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken) =>
        TableKey.Fits(partition) && TableKey.Fits(row)
            ? await _client.GetEntityIfExistsAsync(TableKey.Encode(partition), TableKey.Encode(row), cancellationToken)
            : null;

    public async ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        if (range.To is not null && string.CompareOrdinal(range.From, range.To) >= 0)
            return new TablePage([], null);

        var filter = Filter(partition, range);
        for (string? continuation = null; ;)
        {
            // A continuation is opaque and so cannot be a row's key; empty answers are followed here.
            (var rows, continuation) = await _client.QueryAsync(
                filter, Math.Min(limit, TableLimits.PageRows), continuation, cancellationToken);
            if (rows.Count > 0 || continuation is null)
                return new TablePage(rows, continuation is null ? null : rows[^1].Row + Smallest);
        }
    }

    public async ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TableBatch.CheckKeys(partition, operations) is { } keyTooLarge)
            return keyTooLarge;

        var transaction = _client.CreateTransaction(partition);
        if (transaction.Write(operations) is { } tooLarge)
            return tooLarge;

        var result = await Submit(transaction.Body, operations, cancellationToken);
        if (result is not null)
            return result;

        await _client.CreateIfNotExistsAsync(cancellationToken);
        return await Submit(transaction.Body, operations, cancellationToken)
            ?? throw new InvalidOperationException("The table vanished while it was written to.");
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();

    private static string Filter(string partition, RowRange range)
    {
        var filter = $"PartitionKey eq '{TableKey.Encode(partition)}'";
        if (range.From.EndsWith(Smallest))
            filter += $" and RowKey gt '{TableKey.Encode(range.From[..^1])}'";
        else if (range.From.Length > 0)
            filter += $" and RowKey ge '{TableKey.Encode(range.From)}'";

        return range.To is null ? filter : $"{filter} and RowKey lt '{TableKey.Encode(range.To)}'";
    }

    /// <returns>Null when there is no table.</returns>
    private async Task<SubmitResult?> Submit(
        ReadOnlyMemory<byte> body, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        var attempt = new TableAttempt(operations.All(static operation => operation is not (TableOperation.Upsert or TableOperation.Delete { ETag: null })));
        TableTransactionResponse response;
        try
        {
            response = await _client.SubmitTransactionAsync(body, operations, attempt, cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == TableErrorCode.TableNotFound && !attempt.IsUncertain)
        {
            return null;
        }

        if (response.Failure is not { } failure)
            return new SubmitResult.Committed(response.ETags);

        if (attempt.IsUncertain)
            throw new IOException("A batch was sent again after its first answer was lost, and refused then: perhaps because it had been applied.");

        if (failure.Code == TableErrorCode.TableNotFound)
            return null;

        return failure is { Reason: { } reason, Index: >= 0 }
            ? new SubmitResult.Refused(failure.Index, reason)
            : throw new RequestFailedException(failure.Status, failure.Message, failure.Code, null);
    }
}
