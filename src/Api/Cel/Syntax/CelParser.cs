namespace CloudletK8s.Api.Cel.Syntax;

/// <summary>Reads an expression. What its names mean is not its business.</summary>
internal sealed class CelParser
{
    /// <summary>Deeper nesting than any rule needs; it bounds the stack.</summary>
    private const int MostDepth = 100;

    /// <summary>Longer than an expression of a stored object can sensibly be.</summary>
    private const int MostCharacters = 100_000;

    private const string Operands =
        "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

    private readonly List<CelToken> _tokens;
    private int _at;
    private int _depth;

    private CelParser(List<CelToken> tokens) => _tokens = tokens;

    /// <exception cref="CelSyntaxException">The text is no expression.</exception>
    public static CelExpression Parse(string text)
    {
        if (text.Length > MostCharacters)
            throw CelSyntaxException.At(0, $"expression code point size exceeds limit: size: {text.Length}, limit {MostCharacters}");

        var parser = new CelParser(CelTokens.Of(text));
        var expression = parser.Whole();
        return parser.Now.Kind == CelTokenKind.End ? expression : throw parser.Unexpected("<EOF>");
    }

    private CelToken Now => _tokens[_at];

    private CelExpression Whole()
    {
        if (++_depth > MostDepth)
            throw CelSyntaxException.At(Now.At, $"expression recursion limit exceeded: {MostDepth}");

        var condition = Or();
        var at = Now.At;
        if (Take("?"))
        {
            var then = Or();
            Need(":");
            condition = new CelExpression.Call(at, "_?_:_", null, [condition, then, Whole()]);
        }

        _depth--;
        return condition;
    }

    private CelExpression Or() => Chain(And, "||");

    private CelExpression And() => Chain(Relation, "&&");

    private CelExpression Relation() => Chain(Sum, "==", "!=", "<=", ">=", "<", ">", "in");

    private CelExpression Sum() => Chain(Product, "+", "-");

    private CelExpression Product() => Chain(Unary, "*", "/", "%");

    private CelExpression Chain(Func<CelExpression> operand, params ReadOnlySpan<string> operators)
    {
        var left = operand();
        while (Now.Kind == CelTokenKind.Sign && operators.Contains(Now.Text))
        {
            var sign = Next();
            left = new CelExpression.Call(sign.At, sign.Text == "in" ? "@in" : $"_{sign.Text}_", null, [left, operand()]);
        }

        return left;
    }

    private CelExpression Unary()
    {
        var sign = Now;
        if (!Take("!") && !Take("-"))
            return Member();

        if (++_depth > MostDepth)
            throw CelSyntaxException.At(sign.At, $"expression recursion limit exceeded: {MostDepth}");

        // A negative number is one literal: the smallest has no positive counterpart.
        if (sign.Text == "-" && Now is { Kind: CelTokenKind.Literal, Value: { } number } && Negative(number) is { } negative)
        {
            _at++;
            _depth--;
            return MemberOf(new CelExpression.Literal(sign.At, negative));
        }

        var operand = Unary();
        _depth--;
        return new CelExpression.Call(sign.At, sign.Text == "!" ? "!_" : "-_", null, [operand]);
    }

    private static object? Negative(object number) => number switch
    {
        long whole => -whole,
        double fraction => -fraction,
        _ when number == CelTextLiteral.JustTooLarge => long.MinValue,
        _ => null,
    };

    private CelExpression Member() => MemberOf(Primary());

    private CelExpression MemberOf(CelExpression of)
    {
        while (true)
        {
            var at = Now.At;
            if (Take("."))
            {
                var optional = Take("?");
                var name = NextName(isMember: true);
                of = !optional && Now.Is("(") ? Called(of, name) : new CelExpression.Select(at, of, name, optional, Test: false);
            }
            else if (Take("["))
            {
                var optional = Take("?");
                var key = Whole();
                Need("]");
                of = new CelExpression.Index(at, of, key, optional);
            }
            else
            {
                return of;
            }
        }
    }

    private CelExpression Called(CelExpression of, string name)
    {
        var at = Next().At;
        var arguments = Until(")");
        return CelMacros.Expand(at, of, name, arguments) ?? new CelExpression.Call(at, name, of, arguments);
    }

    private CelExpression Primary()
    {
        var token = Now;
        if (token.Kind == CelTokenKind.Literal)
        {
            _at++;
            return token.Value == CelTextLiteral.JustTooLarge
                ? throw CelSyntaxException.At(token.At, "invalid int literal")
                : new CelExpression.Literal(token.At, token.Value);
        }

        if (token.Kind == CelTokenKind.Name)
            return Named(token.At);
        if (Take("."))
            return Named(token.At);
        if (Take("("))
        {
            var inner = Whole();
            Need(")");
            return inner;
        }

        if (Take("["))
            return Items(token.At);
        return Take("{") ? Entries(token.At) : throw Unexpected(Operands);
    }

    private CelExpression Named(int at)
    {
        var name = NextName(isMember: false);
        if (!Now.Is("("))
            return new CelExpression.Name(at, name);

        var open = Next().At;
        var arguments = Until(")");
        if (name != "has" || arguments.Count != 1)
            return new CelExpression.Call(open, name, null, arguments);

        return arguments[0] is CelExpression.Select { Test: false, Optional: false } selected
            ? selected with { Test = true }
            : throw new CelSyntaxException(new(open, "invalid argument to has() macro"));
    }

    private CelExpression.ListOf Items(int at)
    {
        var items = new List<(CelExpression Item, bool Optional)>();
        while (!Take("]"))
        {
            var optional = Take("?");
            items.Add((Whole(), optional));
            if (!Now.Is("]"))
                Need(",");
        }

        return new(at, items);
    }

    private CelExpression.MapOf Entries(int at)
    {
        var entries = new List<(CelExpression Key, CelExpression Value, bool Optional)>();
        while (!Take("}"))
        {
            var optional = Take("?");
            var key = Whole();
            Need(":");
            entries.Add((key, Whole(), optional));
            if (!Now.Is("}"))
                Need(",");
        }

        return new(at, entries);
    }

    private List<CelExpression> Until(string end)
    {
        var arguments = new List<CelExpression>();
        if (Take(end))
            return arguments;

        do
        {
            arguments.Add(Whole());
        }
        while (Take(","));

        Need(end);
        return arguments;
    }

    private CelToken Next() => _tokens[_at++];

    private string NextName(bool isMember)
    {
        if (Now.Kind != CelTokenKind.Name)
            throw Unexpected(isMember ? "IDENTIFIER" : Operands);

        return isMember || !CelTokens.IsReserved(Now.Text)
            ? Next().Text
            : throw CelSyntaxException.At(Now.At, $"reserved identifier: {Now.Text}");
    }

    private bool Take(string sign)
    {
        if (!Now.Is(sign))
            return false;

        _at++;
        return true;
    }

    private void Need(string sign)
    {
        if (!Take(sign))
            throw Unexpected($"'{sign}'");
    }

    private CelSyntaxException Unexpected(string expected) => CelSyntaxException.At(Now.At, $"mismatched input '{Now.Text}' expecting {expected}");
}
