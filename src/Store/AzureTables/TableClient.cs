using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.AzureTables;

/// <summary>One table, by REST. Methods have the names and meanings of Azure.Data.Tables, which may take this class's place.</summary>
internal sealed class TableClient(HttpPipeline pipeline, Uri endpoint, string table)
{
    private const string Version = "2020-12-06";
    private const int NotFound = 404;

    private readonly string _service = endpoint.AbsoluteUri.TrimEnd('/');

    private string TableUri => $"{_service}/{table}";

    /// <param name="partitionKey">Encoded, as the row key.</param>
    public static string EntityUri(string tableUri, string partitionKey, string rowKey) =>
        $"{tableUri}(PartitionKey='{Uri.EscapeDataString(partitionKey)}',RowKey='{Uri.EscapeDataString(rowKey)}')";

    public async Task CreateIfNotExistsAsync(CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Post, $"{_service}/Tables");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes($$"""{"TableName":"{{table}}"}"""));
        var response = await Send(message, cancellationToken);
        if (response.IsError && TableErrorCode.Of(response) != TableErrorCode.TableAlreadyExists)
            throw new RequestFailedException(response);
    }

    public async Task<TableRow?> GetEntityIfExistsAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Get, EntityUri(TableUri, partitionKey, rowKey));
        var response = await Send(message, cancellationToken);
        if (response.Status == NotFound)
            return null;

        return response.IsError ? throw new RequestFailedException(response) : ReadEntity(response.Content.ToMemory().Span);
    }

    /// <returns>The rows of one answer, which may be none, and the query parameters for the next; null at the end.</returns>
    public async Task<(List<TableRow> Rows, string? Continuation)> QueryAsync(
        string filter, int maxPerPage, string? continuation, CancellationToken cancellationToken)
    {
        using var message = Message(
            RequestMethod.Get, $"{TableUri}()?$filter={Uri.EscapeDataString(filter)}&$top={maxPerPage}{continuation}");
        var response = await Send(message, cancellationToken);
        if (response.Status == NotFound)
            return ([], null);

        if (response.IsError)
            throw new RequestFailedException(response);

        return (ReadEntities(response.Content.ToMemory().Span), Continuation(response));
    }

    /// <exception cref="RequestFailedException">The service turned the batch away as a whole.</exception>
    public async Task<TableTransactionResponse> SubmitTransactionAsync(
        ReadOnlyMemory<byte> body, IReadOnlyList<TableOperation> operations, TableAttempt attempt, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Post, $"{_service}/$batch");
        message.SetProperty(typeof(TableAttempt), attempt);
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, TableTransaction.ContentType);
        message.Request.Content = RequestContent.Create(body);
        var response = await Send(message, cancellationToken);
        return response.IsError
            ? throw new RequestFailedException(response)
            : TableTransactionResponse.Parse(response.Content.ToString(), operations);
    }

    public TableTransaction CreateTransaction(string partition) => new(TableUri, partition);

    private HttpMessage Message(RequestMethod method, string uri)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(uri));
        message.Request.Headers.SetValue("x-ms-version", Version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0;");
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        return message;
    }

    private async Task<Response> Send(HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await pipeline.SendAsync(message, cancellationToken);
            return message.Response;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // The caller would take it for its own cancellation.
            throw new TimeoutException("The table service did not answer in time.", error);
        }
    }

    private static TableRow ReadEntity(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        return TableEntity.Read(ref json);
    }

    private static List<TableRow> ReadEntities(ReadOnlySpan<byte> body)
    {
        var rows = new List<TableRow>();
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = json.ValueTextEquals("value"u8);
            json.Read();
            if (!isValue)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                rows.Add(TableEntity.Read(ref json));
        }

        return rows;
    }

    private static string? Continuation(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partitionKey))
            return null;

        return response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey)
            ? $"&NextPartitionKey={Uri.EscapeDataString(partitionKey)}&NextRowKey={Uri.EscapeDataString(rowKey)}"
            : $"&NextPartitionKey={Uri.EscapeDataString(partitionKey)}";
    }
}
