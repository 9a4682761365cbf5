using System.Globalization;

namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>Turns an expression into what evaluates it. Names and functions that do not exist are refused here.</summary>
internal sealed class CelParser(string text)
{
    /// <summary>Deeper nesting than any rule needs; it bounds the stack.</summary>
    private const int MostDepth = 100;

    private static readonly string[] Relations = ["==", "!=", "<=", ">=", "<", ">", "in"];
    private static readonly string[] Macros = ["all", "exists", "exists_one", "map", "filter"];

    private readonly List<CelToken> _tokens = CelTokens.Of(text);
    private readonly HashSet<string> _used = [];
    private readonly Stack<string> _variables = new(["self", "oldSelf"]);
    private int _at;
    private int _depth;

    public IReadOnlySet<string> Used => _used;

    public CelNode Parse()
    {
        var node = Ternary();
        return Now.Kind == CelTokenKind.End ? node : throw Unexpected();
    }

    private CelToken Now => _tokens[_at];

    private CelNode Ternary()
    {
        if (++_depth > MostDepth)
            throw new CelException("Syntax error: the expression is nested too deeply");

        var condition = Or();
        if (Take("?"))
        {
            var (then, _) = (Or(), Need(":"));
            var otherwise = Ternary();
            var chosen = condition;
            condition = new(scope => CelValues.Flag(chosen.Value(scope)) ? then.Value(scope) : otherwise.Value(scope));
        }

        _depth--;
        return condition;
    }

    private CelNode Or()
    {
        var left = And();
        while (Take("||"))
            left = Logic(left, And(), decisive: true);
        return left;
    }

    private CelNode And()
    {
        var left = Relation();
        while (Take("&&"))
            left = Logic(left, Relation(), decisive: false);
        return left;
    }

    /// <summary>A side that decides makes up for the other one's failure.</summary>
    private static CelNode Logic(CelNode left, CelNode right, bool decisive) => new(scope =>
    {
        bool first;
        try
        {
            first = CelValues.Flag(left.Value(scope));
        }
        catch (CelException) when (Decides(right, scope, decisive))
        {
            return decisive;
        }

        return first == decisive ? decisive : CelValues.Flag(right.Value(scope));
    });

    private static bool Decides(CelNode node, CelScope scope, bool decisive)
    {
        try
        {
            return node.Value(scope) is bool flag && flag == decisive;
        }
        catch (CelException)
        {
            return false;
        }
    }

    private CelNode Relation()
    {
        var left = Sum();
        while (Relations.Contains(Now.Text) && Now.Kind is CelTokenKind.Sign or CelTokenKind.Name)
        {
            var relation = Next().Text;
            left = Compared(left, Sum(), relation);
        }

        return left;
    }

    private static CelNode Compared(CelNode left, CelNode right, string relation) => relation switch
    {
        "==" => new(scope => CelValues.Same(left.Value(scope), right.Value(scope))),
        "!=" => new(scope => !CelValues.Same(left.Value(scope), right.Value(scope))),
        "in" => new(scope => CelValues.Contains(right.Value(scope), left.Value(scope))),
        "<" => new(scope => CelValues.Compare(left.Value(scope), right.Value(scope)) < 0),
        "<=" => new(scope => CelValues.Compare(left.Value(scope), right.Value(scope)) <= 0),
        ">" => new(scope => CelValues.Compare(left.Value(scope), right.Value(scope)) > 0),
        _ => new(scope => CelValues.Compare(left.Value(scope), right.Value(scope)) >= 0),
    };

    private CelNode Sum()
    {
        var left = Product();
        while (Now is { Kind: CelTokenKind.Sign, Text: "+" or "-" })
        {
            var (first, isSum, second) = (left, Next().Text == "+", Product());
            left = isSum
                ? new(scope => CelValues.Add(first.Value(scope), second.Value(scope)))
                : new(scope => CelValues.Arithmetic(first.Value(scope), second.Value(scope), "-"));
        }

        return left;
    }

    private CelNode Product()
    {
        var left = Unary();
        while (Now is { Kind: CelTokenKind.Sign, Text: "*" or "/" or "%" })
        {
            var (first, operation, second) = (left, Next().Text, Unary());
            left = new(scope => CelValues.Arithmetic(first.Value(scope), second.Value(scope), operation));
        }

        return left;
    }

    private CelNode Unary()
    {
        if (Take("!"))
        {
            var inner = Unary();
            return new(scope => !CelValues.Flag(inner.Value(scope)));
        }

        if (Take("-"))
        {
            var inner = Unary();
            return new(scope => CelValues.Arithmetic(0L, inner.Value(scope), "-"));
        }

        return Member();
    }

    private CelNode Member()
    {
        var node = Primary();
        while (true)
        {
            if (Take("."))
            {
                node = AfterDot(node, NextName());
            }
            else if (Take("["))
            {
                var (of, index) = (node, Ternary());
                Need("]");
                node = new(scope => CelValues.Index(of.Value(scope), index.Value(scope)));
            }
            else
            {
                return node;
            }
        }
    }

    private CelNode AfterDot(CelNode of, string name)
    {
        if (!Take("("))
        {
            var member = Unescaped(name);
            return new(
                scope => CelValues.Member(of.Value(scope), member),
                scope => of.Value(scope) is Trees.TreeObject members ? members.Has(member) : throw new CelException("no such overload"));
        }

        if (Macros.Contains(name))
            return Macro(of, name);

        var arguments = Arguments(of);
        var call = CelFunctions.Find(name, arguments.Length, isMethod: true) ?? throw Undeclared(name);
        return Called(call, arguments);
    }

    private CelNode Macro(CelNode of, string name)
    {
        var variable = NextName();
        Need(",");
        _variables.Push(variable);
        var body = Ternary();
        var mapped = name == "map" && Take(",") ? Ternary() : null;
        Need(")");
        _variables.Pop();
        return name switch
        {
            "all" => new(scope => Items(scope).All(inner => CelValues.Flag(body.Value(inner)))),
            "exists" => new(scope => Items(scope).Any(inner => CelValues.Flag(body.Value(inner)))),
            "exists_one" => new(scope => Items(scope).Count(inner => CelValues.Flag(body.Value(inner))) == 1),
            "filter" => new(scope => Items(scope).Where(inner => CelValues.Flag(body.Value(inner))).Select(inner => inner[variable]).ToList()),
            _ when mapped is null => new(scope => Items(scope).Select(body.Value).ToList()),
            _ => new(scope => Items(scope).Where(inner => CelValues.Flag(body.Value(inner))).Select(mapped.Value).ToList()),
        };

        IEnumerable<CelScope> Items(CelScope scope) => CelValues.Items(of.Value(scope)).Select(item => new CelScope(variable, item, scope));
    }

    private CelNode Primary()
    {
        var token = Next();
        switch (token.Kind)
        {
            case CelTokenKind.Text:
                return new(_ => token.Text);
            case CelTokenKind.Number:
                var number = Number(token.Text);
                return new(_ => number);
            case CelTokenKind.Name:
                return Named(token.Text);
            case CelTokenKind.Sign when token.Text == "(":
                var inner = Ternary();
                Need(")");
                return inner;
            case CelTokenKind.Sign when token.Text == "[":
                var items = Until("]");
                return new(scope => items.Select(item => item.Value(scope)).ToList());
            default:
                _at--;
                throw Unexpected();
        }
    }

    private CelNode Named(string name)
    {
        switch (name)
        {
            case "true" or "false":
                object flag = name == "true";
                return new(_ => flag);
            case "null":
                return new(_ => null);
            case "has" when Take("("):
                var selected = Ternary().IsThere ?? throw new CelException("invalid argument to has() macro");
                Need(")");
                return new(scope => selected(scope));
        }

        if (Take("("))
        {
            var arguments = Arguments(null);
            return Called(CelFunctions.Find(name, arguments.Length, isMethod: false) ?? throw Undeclared(name), arguments);
        }

        _used.Add(name);
        if (_variables.Contains(name))
            return new(scope => scope[name]);

        return CelFunctions.IsType(name) ? new(_ => new CelType(name)) : throw Undeclared(name);
    }

    private static CelNode Called(Func<object?[], object?> call, CelNode[] arguments) =>
        new(scope => call([.. arguments.Select(argument => argument.Value(scope))]));

    private CelNode[] Arguments(CelNode? of)
    {
        var arguments = Until(")");
        return of is null ? [.. arguments] : [of, .. arguments];
    }

    private List<CelNode> Until(string end)
    {
        var nodes = new List<CelNode>();
        while (!Take(end))
        {
            nodes.Add(Ternary());
            if (Now.Text != end)
                Need(",");
        }

        return nodes;
    }

    private static object Number(string text)
    {
        var digits = text.TrimEnd('u');
        if (digits.StartsWith("0x", StringComparison.Ordinal))
            return long.Parse(digits.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            return whole;
        return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Members whose names are no names of CEL are written in another way.</summary>
    private static string Unescaped(string name) => !name.Contains("__", StringComparison.Ordinal) ? name : name
        .Replace("__underscores__", "\0", StringComparison.Ordinal)
        .Replace("__dot__", ".", StringComparison.Ordinal)
        .Replace("__dash__", "-", StringComparison.Ordinal)
        .Replace("__slash__", "/", StringComparison.Ordinal)
        .Replace("__", "", StringComparison.Ordinal)
        .Replace("\0", "__", StringComparison.Ordinal);

    private CelToken Next() => _tokens[_at++];

    private string NextName() => Now.Kind == CelTokenKind.Name ? Next().Text : throw Unexpected();

    private bool Take(string sign)
    {
        if (Now.Kind != CelTokenKind.Sign || Now.Text != sign)
            return false;

        _at++;
        return true;
    }

    private bool Need(string sign) => Take(sign) ? true : throw Unexpected();

    private CelException Unexpected() => new($"Syntax error: mismatched input '{Now.Text}'");

    private static CelException Undeclared(string name) => new($"undeclared reference to '{name}' (in container '')");
}
