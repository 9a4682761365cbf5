using System.Globalization;
using System.Text.Json;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.AzureTables;

/// <summary>What the service answered to a batch: a part for each operation, or one for the operation that failed.</summary>
internal sealed record TableTransactionResponse(IReadOnlyList<string?> ETags)
{
    private const string StatusLine = "HTTP/1.1 ";
    private const string ETagHeader = "ETag:";

    /// <summary>Null when all operations were applied.</summary>
    public TableTransactionFailure? Failure { get; private init; }

    /// <exception cref="InvalidDataException">It is not an answer to a batch, so nobody knows what became of it.</exception>
    public static TableTransactionResponse Parse(string body, IReadOnlyList<TableOperation> operations)
    {
        var etags = new List<string?>(operations.Count);
        for (var at = body.IndexOf(StatusLine); at >= 0;)
        {
            var next = body.IndexOf(StatusLine, at + StatusLine.Length);
            var part = body.AsSpan(at..(next < 0 ? body.Length : next));
            var status = int.Parse(part.Slice(StatusLine.Length, 3), CultureInfo.InvariantCulture);
            if (status >= 300)
                return new TableTransactionResponse([]) { Failure = ParseFailure(status, part, operations.Count) };

            etags.Add(FindETag(part));
            at = next;
        }

        if (etags.Count != operations.Count)
            throw new InvalidDataException($"The table service answered {etags.Count} of {operations.Count} operations of a batch.");

        for (var i = 0; i < etags.Count; i++)
            etags[i] = operations[i] is TableOperation.Delete ? null : etags[i] ?? throw new InvalidDataException("A row was written without an ETag.");

        return new TableTransactionResponse(etags);
    }

    private static string? FindETag(ReadOnlySpan<char> part)
    {
        foreach (var line in part.EnumerateLines())
        {
            if (line.StartsWith(ETagHeader, StringComparison.OrdinalIgnoreCase))
                return line[ETagHeader.Length..].Trim().ToString();
        }

        return null;
    }

    private static TableTransactionFailure ParseFailure(int status, ReadOnlySpan<char> part, int operations)
    {
        var start = part.IndexOf('{');
        var end = part.LastIndexOf('}');
        if (start < 0 || end < start)
            throw new InvalidDataException($"The table service refused a batch with {status} and no reason.");

        using var json = JsonDocument.Parse(part[start..(end + 1)].ToString());
        var error = json.RootElement.GetProperty("odata.error");
        var message = error.GetProperty("message").GetProperty("value").GetString() ?? "";

        // The index stands before the message: "2:The update condition ...".
        var colon = message.IndexOf(':');
        if (colon <= 0 || !int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= operations)
            index = operations == 1 ? 0 : -1;

        return new TableTransactionFailure(index, status, error.GetProperty("code").GetString() ?? "", message);
    }
}
