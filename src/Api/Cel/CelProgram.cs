using CloudletK8s.Api.Cel.Syntax;
using CloudletK8s.Api.Cel.Types;

namespace CloudletK8s.Api.Cel;

/// <summary>An expression that can be evaluated, or what is wrong with it.</summary>
internal sealed class CelProgram
{
    /// <summary>What one evaluation may cost: about a tenth of a second.</summary>
    public const long PerCallLimit = 1_000_000;

    private readonly Func<CelRun, object?>? _value;
    private readonly IReadOnlySet<string> _used;
    private readonly int _slots;

    private CelProgram(CelCompiler compiler, CelNode node)
    {
        Type = node.Type;
        _value = node.Value;
        _used = compiler.Used;
        _slots = compiler.Slots;
    }

    private CelProgram(string error)
    {
        Type = CelType.Dyn;
        Error = error;
        _used = new HashSet<string>();
    }

    public CelType Type { get; }

    /// <summary>Null when there is nothing wrong; else as the reference implementation shows it.</summary>
    public string? Error { get; }

    public static CelProgram Compile(string text, CelEnvironment environment)
    {
        var compiler = new CelCompiler(environment);
        try
        {
            var node = compiler.Compile(CelParser.Parse(text));
            return compiler.Issues.Count == 0
                ? new(compiler, node)
                : new(string.Join('\n', compiler.Issues.OrderBy(issue => issue.At).Select(issue => issue.Show(text))));
        }
        catch (CelSyntaxException e)
        {
            return new(e.Issue.Show(text));
        }
    }

    public bool Uses(string variable) => _used.Contains(variable);

    /// <param name="values">Of the environment's variables, in its order.</param>
    /// <exception cref="CelException">The expression has no value here.</exception>
    /// <exception cref="CelLimitException">It costs too much.</exception>
    public object? Run(params ReadOnlySpan<object?> values) => Run(values, out _);

    /// <param name="values">Of the environment's variables, in its order.</param>
    /// <param name="cost">What it cost; also known when it failed.</param>
    public object? Run(ReadOnlySpan<object?> values, out long cost)
    {
        cost = 0;
        if (_value is null)
            throw new CelException(Error!);

        var slots = new object?[_slots];
        values.CopyTo(slots);
        var run = new CelRun(slots, PerCallLimit);
        try
        {
            return _value(run);
        }
        catch (OverflowException)
        {
            throw new CelException("integer overflow");
        }
        catch (ArgumentException)
        {
            // A time beyond all calendars.
            throw new CelException("range error");
        }
        finally
        {
            cost = run.Cost;
        }
    }
}
