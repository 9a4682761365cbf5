using System.Globalization;
using System.Text;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>Where a decoder is, for messages, and the problems it met on its way.</summary>
internal struct DecodePath(bool findProblems)
{
    private Step[] _steps = new Step[16];
    private int _count;
    private Schema? _struct;
    private List<DecodeProblem>? _problems;

    public readonly IReadOnlyList<DecodeProblem> Problems => _problems ?? (IReadOnlyList<DecodeProblem>)[];

    /// <returns>What to hand to <see cref="Leave"/>.</returns>
    public Schema? Enter(Schema schema)
    {
        var outer = _struct;
        _struct = schema;
        return outer;
    }

    public void Leave(Schema? outer) => _struct = outer;

    public void Push(string field) => Add(new(field, 0, IsField: true));

    public void PushKey(string key) => Add(new(key, 0, IsField: false));

    public void PushIndex(int index) => Add(new(null, index, IsField: false));

    public void Pop() => _count--;

    public void Unknown() => Report(DecodeProblemKind.UnknownField);

    public void Duplicate() => Report(DecodeProblemKind.DuplicateField);

    /// <summary>Go's words for a value of the wrong type. It counts neither the keys of maps nor positions in lists to the path.</summary>
    public readonly string TypeError(string found, string goType)
    {
        var fields = new StringBuilder();
        for (var i = 0; i < _count; i++)
        {
            if (_steps[i].IsField)
                fields.Append('.').Append(_steps[i].Name);
        }

        return fields.Length == 0
            ? $"json: cannot unmarshal {found} into Go value of type {goType}"
            : $"json: cannot unmarshal {found} into Go struct field {_struct?.Record?.Name}{fields} of type {goType}";
    }

    private void Add(Step step)
    {
        if (_count == _steps.Length)
            Array.Resize(ref _steps, _count * 2);
        _steps[_count++] = step;
    }

    private void Report(DecodeProblemKind kind)
    {
        if (!findProblems || _problems?.Count >= DecodeLimits.Problems)
            return;

        var problem = new DecodeProblem(kind, ToString());
        _problems ??= [];
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    public override readonly string ToString()
    {
        var path = new StringBuilder();
        for (var i = 0; i < _count; i++)
        {
            if (_steps[i].Name is { } name)
                path.Append(i == 0 ? "" : ".").Append(name);
            else
                path.Append('[').Append(_steps[i].Index.ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        return path.ToString();
    }

    private readonly record struct Step(string? Name, int Index, bool IsField);
}
