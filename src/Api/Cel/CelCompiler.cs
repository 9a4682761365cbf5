using CloudletK8s.Api.Cel.Library;
using CloudletK8s.Api.Cel.Syntax;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel;

/// <summary>Checks an expression's types and turns it into what evaluates it. Everything that is wrong is found, not only the first.</summary>
internal sealed class CelCompiler(CelEnvironment environment)
{
    private const long ListCost = 10;
    private const long MapCost = 30;

    private readonly Dictionary<string, (int Slot, CelType Type)> _locals = [];
    private readonly HashSet<string> _used = [];
    private int _depth = environment.Count;

    public List<CelIssue> Issues { get; } = [];

    public IReadOnlySet<string> Used => _used;

    /// <summary>How many variables an evaluation needs room for.</summary>
    public int Slots { get; private set; } = environment.Count;

    public CelNode Compile(CelExpression expression) => expression switch
    {
        CelExpression.Literal literal => new(LiteralType(literal.Value), _ => literal.Value),
        CelExpression.Name or CelExpression.Select when Qualified(expression) is { } variable => variable,
        CelExpression.Name name => Undeclared(name.At, name.Text),
        CelExpression.Select select => Select(select),
        CelExpression.Index index => Index(index),
        CelExpression.Call { Function: "_&&_" or "_||_" } call => Logic(call),
        CelExpression.Call { Function: "_?_:_" } call => Choice(call),
        CelExpression.Call call => Call(call),
        CelExpression.ListOf list => ListOf(list),
        CelExpression.MapOf map => MapOf(map),
        CelExpression.Loop loop => new CelLoops(this).Compile(loop),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} is no part of an expression"),
    };

    /// <summary>Compiles a part in which a name stands for a value that is put into a slot.</summary>
    public (CelNode Node, int Slot) CompileWith(string name, CelType type, CelExpression body)
    {
        var slot = _depth++;
        Slots = Math.Max(Slots, _depth);
        var had = _locals.TryGetValue(name, out var outer);
        _locals[name] = (slot, type);
        var node = Compile(body);
        if (had)
            _locals[name] = outer;
        else
            _locals.Remove(name);
        _depth--;
        return (node, slot);
    }

    public CelNode Wrong(int at, string message)
    {
        Issues.Add(new(at, message));
        return new(CelType.Dyn, _ => null);
    }

    /// <summary>A condition must be one as far as is known.</summary>
    public void NeedBool(CelExpression expression, CelNode node)
    {
        if (node.Type.Kind is not (CelKind.Bool or CelKind.Dyn))
            Wrong(expression.At, $"expected type 'bool' but found '{node.Type}'");
    }

    private static CelType LiteralType(object? value) => value switch
    {
        null => CelType.Null,
        bool => CelType.Bool,
        long => CelType.Int,
        ulong => CelType.Uint,
        double => CelType.Double,
        string => CelType.Text,
        _ => CelType.Bytes,
    };

    private CelNode Undeclared(int at, string name) => Wrong(at, $"undeclared reference to '{name}' (in container '')");

    /// <summary>A variable or type whose name may have dots: "authorizer.requestResource", "google.protobuf.Timestamp".</summary>
    private CelNode? Qualified(CelExpression expression)
    {
        if (DottedName(expression) is not { } name || _locals.ContainsKey(name.Split('.', 2)[0]) && name.Contains('.', StringComparison.Ordinal))
            return null;

        if (_locals.TryGetValue(name, out var local))
            return Variable(local.Slot, local.Type);
        if (environment.Find(name) is { } found)
        {
            _used.Add(name);
            return Variable(found.Slot, found.Type);
        }

        return CelTypeNames.Find(name) is { } type ? new(CelType.TypeOf(type), _ => CelTypeNames.Value(type)) : null;
    }

    private static CelNode Variable(int slot, CelType type) => new(type, run =>
    {
        run.Charge(1);
        return run.Slots[slot];
    });

    private static string? DottedName(CelExpression? expression) => expression switch
    {
        CelExpression.Name name => name.Text,
        CelExpression.Select { Optional: false, Test: false } select when DottedName(select.Of) is { } of => $"{of}.{select.Field}",
        _ => null,
    };

    private CelNode Select(CelExpression.Select select)
    {
        var of = Compile(select.Of);
        var isOptional = of.Type.IsOptional;
        var inner = isOptional ? of.Type.Parameters[0] : of.Type;
        if (MemberType(inner, select.Field) is not { } type)
        {
            return inner.Kind == CelKind.Object
                ? Wrong(select.At, $"undefined field '{select.Field}'")
                : Wrong(select.At, $"type '{inner}' does not support field selection");
        }

        var name = inner.Kind == CelKind.Object ? CelNames.Unescaped(select.Field) : select.Field;
        var value = of.Value;
        if (select.Test)
            return new(CelType.Bool, run => CelValues.Find(value(run), name).Has);
        if (select.Optional || isOptional)
        {
            return new(CelType.Optional(type.IsOptional ? type.Parameters[0] : type), run =>
            {
                run.Charge(1);
                return CelValues.Find(value(run), name);
            });
        }

        return new(type, run =>
        {
            run.Charge(1);
            var target = value(run);

            // Of what was only known at run time to be optional, a member is optional too.
            return target is CelOptional optional ? CelValues.Find(optional, name) : CelValues.Member(target, name);
        });
    }

    private static CelType? MemberType(CelType of, string name) => of.Kind switch
    {
        CelKind.Dyn => CelType.Dyn,
        CelKind.Map => of.Parameters[1],
        CelKind.Object => of.Field(name),
        _ => null,
    };

    private CelNode Index(CelExpression.Index index)
    {
        var (of, key) = (Compile(index.Of), Compile(index.Key));
        var isOptional = of.Type.IsOptional;
        var inner = isOptional ? of.Type.Parameters[0] : of.Type;
        var type = inner.Kind switch
        {
            CelKind.Dyn => CelType.Dyn,
            CelKind.List when key.Type.Kind is CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.Dyn => inner.Parameters[0],
            CelKind.Map when new CelSubstitution().Accepts(inner.Parameters[0], key.Type) => inner.Parameters[1],
            _ => null,
        };
        if (type is null)
            return Wrong(index.At, $"found no matching overload for '_[_]' applied to '({of.Type}, {key.Type})'");

        var (value, at) = (of.Value, key.Value);
        var optional = index.Optional || isOptional;
        return new(optional ? CelType.Optional(type) : type, run =>
        {
            run.Charge(1);
            var target = value(run);
            return optional || target is CelOptional ? CelValues.Find(target, at(run)) : CelValues.Index(target, at(run));
        });
    }

    /// <summary>A side that decides makes up for the other one's failure.</summary>
    private CelNode Logic(CelExpression.Call call)
    {
        var decisive = call.Function == "_||_";
        var (first, second) = (Compile(call.Arguments[0]), Compile(call.Arguments[1]));
        NeedBool(call.Arguments[0], first);
        NeedBool(call.Arguments[1], second);
        var (left, right) = (first.Value, second.Value);
        return new(CelType.Bool, run =>
        {
            bool decided;
            try
            {
                decided = CelValues.Flag(left(run)) == decisive;
            }
            catch (CelException)
            {
                if (right(run) is bool flag && flag == decisive)
                    return decisive;
                throw;
            }

            return decided ? decisive : CelValues.Flag(right(run));
        });
    }

    private CelNode Choice(CelExpression.Call call)
    {
        var (condition, then, otherwise) = (Compile(call.Arguments[0]), Compile(call.Arguments[1]), Compile(call.Arguments[2]));
        var types = new CelSubstitution();
        var branch = CelType.Parameter("A");
        if (!types.Accepts(CelType.Bool, condition.Type) || !types.Accepts(branch, then.Type) || !types.Accepts(branch, otherwise.Type))
            return Wrong(call.At, $"found no matching overload for '_?_:_' applied to '({condition.Type}, {then.Type}, {otherwise.Type})'");

        var (test, yes, no) = (condition.Value, then.Value, otherwise.Value);
        return new(types.Fill(branch), run => CelValues.Flag(test(run)) ? yes(run) : no(run));
    }

    private CelNode Call(CelExpression.Call call)
    {
        // "optional.of(x)" looks like a method but is a function with a dot in its name.
        if (call.Target is { } target && DottedName(target) is { } prefix && CelLibrary.Find($"{prefix}.{call.Function}", isMember: false) is { } global)
            return new CelCalls(this).Compile(call with { Function = $"{prefix}.{call.Function}", Target = null }, global);

        return CelLibrary.Find(call.Function, call.Target is not null) is { } overloads
            ? new CelCalls(this).Compile(call, overloads)
            : CompileAll(call, Undeclared(call.At, call.Function));
    }

    /// <summary>What stands in the arguments may be wrong too.</summary>
    private CelNode CompileAll(CelExpression.Call call, CelNode result)
    {
        if (call.Target is not null)
            Compile(call.Target);
        foreach (var argument in call.Arguments)
            Compile(argument);
        return result;
    }

    private CelNode ListOf(CelExpression.ListOf list)
    {
        var parts = list.Items.Select(item => (Node: Compile(item.Item), item.Item.At, item.Optional)).ToArray();
        var element = ElementType(parts.Select(part => (part.Node.Type, part.At, part.Optional)));
        var items = Array.ConvertAll(parts, part => (part.Node.Value, part.Optional));
        return new(CelType.ListOf(element), run =>
        {
            run.Charge(ListCost);
            var made = new List<object?>(items.Length);
            foreach (var (value, optional) in items)
            {
                if (IsThere(value(run), optional, out var item))
                    made.Add(item);
            }

            return made;
        });
    }

    private CelNode MapOf(CelExpression.MapOf map)
    {
        var parts = map.Entries.Select(entry => (Key: Compile(entry.Key), Node: Compile(entry.Value), Entry: entry)).ToArray();
        var key = ElementType(parts.Select(part => (part.Key.Type, part.Entry.Key.At, false)));
        var value = ElementType(parts.Select(part => (part.Node.Type, part.Entry.Value.At, part.Entry.Optional)));
        var entries = Array.ConvertAll(parts, part => (Key: part.Key.Value, part.Node.Value, part.Entry.Optional));
        return new(CelType.MapOf(key, value), run =>
        {
            run.Charge(MapCost);
            var made = new MadeMap();
            foreach (var entry in entries)
            {
                var name = entry.Key(run);
                if (IsThere(entry.Value(run), entry.Optional, out var member))
                    made.Add(name, member);
            }

            return made;
        });
    }

    private static bool IsThere(object? value, bool optional, out object? item)
    {
        item = value;
        if (!optional)
            return true;

        var given = value as CelOptional ?? throw CelValues.NoOverload;
        item = given.Has ? given.Value : null;
        return given.Has;
    }

    /// <summary>Literals hold values of one type.</summary>
    private CelType ElementType(IEnumerable<(CelType Type, int At, bool Optional)> items)
    {
        CelType? common = null;
        foreach (var (given, at, optional) in items)
        {
            var type = !optional ? given : given.IsOptional ? given.Parameters[0] : CelType.Dyn;
            if (common is null || common.Same(type))
                common = type;
            else if (new CelSubstitution().Accepts(common, type))
                common = common.Join(type);
            else
                Wrong(at, $"expected type '{common}' but found '{type}'");
        }

        return common ?? CelType.Dyn;
    }
}
