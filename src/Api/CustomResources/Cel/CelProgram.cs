using System.Collections.Concurrent;

namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>An expression that can be evaluated, or what is wrong with it.</summary>
internal sealed class CelProgram
{
    private static readonly ConcurrentDictionary<string, CelProgram> Known = new();
    private readonly CelNode? _node;

    private CelProgram(CelNode? node, bool usesOldSelf, string? error)
    {
        _node = node;
        UsesOldSelf = usesOldSelf;
        Error = error;
    }

    /// <summary>Compares with the old value: there must be one.</summary>
    public bool UsesOldSelf { get; }

    public string? Error { get; }

    public static CelProgram Of(string text) => Known.GetOrAdd(text, static made => Compile(made));

    /// <exception cref="CelException">The expression has no value here.</exception>
    public object? Run(object? self, object? oldSelf)
    {
        if (_node is null)
            throw new CelException(Error!);

        try
        {
            return _node.Value(new("self", self, UsesOldSelf ? new("oldSelf", oldSelf, null) : null));
        }
        catch (OverflowException)
        {
            throw new CelException("integer overflow");
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or ArgumentException)
        {
            // The smallest of none, a value of another type, a time beyond all calendars.
            throw new CelException("no such overload");
        }
    }

    private static CelProgram Compile(string text)
    {
        try
        {
            var parser = new CelParser(text);
            var node = parser.Parse();
            return new(node, parser.Used.Contains("oldSelf"), null);
        }
        catch (Exception e) when (e is CelException or OverflowException)
        {
            return new(null, false, e.Message);
        }
    }
}
