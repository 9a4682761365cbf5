using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Selectors;

/// <summary>The grammar of label selectors in query parameters, with Kubernetes' messages for each way to get it wrong.</summary>
internal sealed class LabelParser(string text)
{
    private const string BinaryOperators = "in, notin, =, ==, !=, gt, lt";
    private readonly List<LabelToken> _tokens = LabelToken.Scan(text);
    private int _at;
    private string? _error;

    private LabelToken Current => _tokens[Math.Min(_at, _tokens.Count - 1)];

    /// <returns>Null when the text is no selector.</returns>
    public List<LabelRequirement>? Parse(out string? error)
    {
        var requirements = new List<LabelRequirement>();
        while (_error is null && !Current.IsEnd)
        {
            if (!StartsRequirement(Current))
            {
                _error = $"found '{Current.Text}', expected: !, identifier, or 'end of string'";
                break;
            }

            if (Requirement() is { } requirement)
                requirements.Add(requirement);
            else
                _error = $"unable to parse requirement: {_error}";
            Separator();
        }

        error = _error;
        return error is null ? requirements : null;
    }

    private static bool StartsRequirement(LabelToken token) => token.IsIdentifier || token.Text == "!" && !token.IsEnd;

    private void Separator()
    {
        if (_error is not null)
            return;

        var token = Take();
        if (token.IsEnd)
            return;

        if (!token.Is(","))
            _error = $"found '{token.Text}', expected: ',' or 'end of string'";
        else if (!StartsRequirement(Current))
            _error = $"found '{Current.Text}', expected: identifier after ','";
    }

    private LabelRequirement? Requirement()
    {
        var absent = Current.Is("!");
        if (absent)
            _at++;

        var key = Take();
        if (!key.IsIdentifier)
            return Fail($"found '{key.Text}', expected: identifier");

        if (QualifiedNames.Name(key.Text) is { Count: > 0 } wrong)
            return Fail($"<nil>: Invalid value: {GoQuote.Text(key.Text)}: {string.Join("; ", wrong)}");

        if (absent || Current.IsEnd || Current.Is(","))
            return LabelRequirement.Make(key.Text, absent ? LabelOperator.DoesNotExist : LabelOperator.Exists, [], out _error);

        if (Operator() is not { } comparison)
            return null;

        var values = comparison is LabelOperator.In or LabelOperator.NotIn ? Set() : Exact();
        return values is null ? null : LabelRequirement.Make(key.Text, comparison, [.. values], out _error);
    }

    private LabelOperator? Operator()
    {
        var token = Take();
        switch (token.IsEnd ? "" : token.Text)
        {
            case "in":
                return LabelOperator.In;
            case "notin":
                return LabelOperator.NotIn;
            case "=":
                return LabelOperator.Equals;
            case "==":
                return LabelOperator.DoubleEquals;
            case "!=":
                return LabelOperator.NotEquals;
            case ">":
                return LabelOperator.GreaterThan;
            case "<":
                return LabelOperator.LessThan;
            default:
                Fail($"found '{token.Text}', expected: {BinaryOperators}");
                return null;
        }
    }

    private SortedSet<string>? Set()
    {
        var open = Take();
        if (!open.Is("("))
        {
            Fail($"found '{open.Text}' expected: '('");
            return null;
        }

        if (Current.Is(")"))
        {
            _at++;
            return new(StringComparer.Ordinal) { "" };
        }

        if (!Current.IsIdentifier && !Current.Is(","))
        {
            Fail($"found '{Current.Text}', expected: ',', ')' or identifier");
            return null;
        }

        return Items();
    }

    private SortedSet<string>? Items()
    {
        var items = new SortedSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var token = Take();
            if (token.IsIdentifier)
            {
                items.Add(token.Text);
                if (Current.Is(")"))
                    break;

                if (!Current.Is(","))
                {
                    Fail($"found '{Current.Text}', expected: ',' or ')'");
                    return null;
                }
            }
            else if (token.Is(","))
            {
                if (items.Count == 0)
                    items.Add("");
                if (Current.Is(",") || Current.Is(")"))
                    items.Add("");
                if (Current.Is(")"))
                    break;
                if (Current.Is(","))
                    _at++;
            }
            else
            {
                Fail($"found '{token.Text}', expected: ',', or identifier");
                return null;
            }
        }

        _at++;
        return items;
    }

    private IEnumerable<string>? Exact()
    {
        if (Current.IsEnd || Current.Is(","))
            return [""];

        var token = Take();
        if (token.IsIdentifier)
            return [token.Text];

        Fail($"found '{token.Text}', expected: identifier");
        return null;
    }

    private LabelToken Take()
    {
        var token = Current;
        _at++;
        return token;
    }

    private LabelRequirement? Fail(string error)
    {
        _error = error;
        return null;
    }
}
