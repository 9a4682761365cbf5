using CloudletK8s.Api.Cel.Syntax;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel;

/// <summary>The macros that walk over lists, maps and optionals.</summary>
internal sealed class CelLoops(CelCompiler compiler)
{
    /// <summary>What a step of a loop costs besides its body: the condition, and what has been gathered so far.</summary>
    private const long StepCost = 3;

    public CelNode Compile(CelExpression.Loop loop)
    {
        var range = compiler.Compile(loop.Range);
        if (loop.Macro is "optMap" or "optFlatMap")
            return OfOptional(loop, range);

        var element = range.Type.Kind switch
        {
            CelKind.Dyn => CelType.Dyn,
            CelKind.List or CelKind.Map => range.Type.Parameters[0],
            CelKind.Object => CelType.Text,
            _ => null,
        };
        if (element is null)
        {
            compiler.Wrong(loop.Range.At, $"expression of type '{range.Type}' cannot be range of a comprehension (must be list, map, or dynamic)");
            element = CelType.Dyn;
        }

        return loop.Macro == "map" ? Mapped(loop, range.Value, element) : Tested(loop, range.Value, element);
    }

    private CelNode Tested(CelExpression.Loop loop, Func<CelRun, object?> range, CelType element)
    {
        var (body, slot) = compiler.CompileWith(loop.Variable, element, loop.Body);
        compiler.NeedBool(loop.Body, body);
        var test = body.Value;
        return loop.Macro switch
        {
            "all" => new(CelType.Bool, run => Any(run, range, slot, test, decisive: false)),
            "exists" => new(CelType.Bool, run => Any(run, range, slot, test, decisive: true)),
            "exists_one" => new(CelType.Bool, run => Items(run, range, slot).Count(_ => CelValues.Flag(test(run))) == 1),
            _ => new(CelType.ListOf(element), run => Items(run, range, slot).Where(_ => CelValues.Flag(test(run))).ToList()),
        };
    }

    private CelNode Mapped(CelExpression.Loop loop, Func<CelRun, object?> range, CelType element)
    {
        var (body, slot) = compiler.CompileWith(loop.Variable, element, loop.Body);
        var value = body.Value;
        var type = CelType.ListOf(body.Type);
        if (loop.Filter is null)
            return new(type, run => Items(run, range, slot).Select(_ => value(run)).ToList());

        // Compiled at the same depth, it finds its variable in the same slot.
        var (filter, _) = compiler.CompileWith(loop.Variable, element, loop.Filter);
        compiler.NeedBool(loop.Filter, filter);
        var test = filter.Value;
        return new(type, run => Items(run, range, slot).Where(_ => CelValues.Flag(test(run))).Select(_ => value(run)).ToList());
    }

    private CelNode OfOptional(CelExpression.Loop loop, CelNode range)
    {
        if (!range.Type.IsOptional && range.Type.Kind != CelKind.Dyn)
            return compiler.Wrong(loop.At, $"found no matching overload for '{loop.Macro}' applied to '{range.Type}'");

        var (body, slot) = compiler.CompileWith(loop.Variable, range.Type.IsOptional ? range.Type.Parameters[0] : CelType.Dyn, loop.Body);
        var (of, value, flat) = (range.Value, body.Value, loop.Macro == "optFlatMap");
        return new(flat ? body.Type : CelType.Optional(body.Type), run =>
        {
            var optional = of(run) as CelOptional ?? throw CelValues.NoOverload;
            if (!optional.Has)
                return optional;

            run.Slots[slot] = optional.Value;
            var mapped = value(run);
            return flat ? mapped as CelOptional ?? throw CelValues.NoOverload : CelOptional.Of(mapped);
        });
    }

    /// <summary>One item that decides makes up for the failures of others.</summary>
    private static bool Any(CelRun run, Func<CelRun, object?> range, int slot, Func<CelRun, object?> test, bool decisive)
    {
        CelException? failure = null;
        foreach (var _ in Items(run, range, slot))
        {
            try
            {
                if (CelValues.Flag(test(run)) == decisive)
                    return decisive;
            }
            catch (CelException e)
            {
                failure ??= e;
            }
        }

        return failure is null ? !decisive : throw failure;
    }

    /// <summary>Each item, after it has been put where the body finds it.</summary>
    private static IEnumerable<object?> Items(CelRun run, Func<CelRun, object?> range, int slot)
    {
        IEnumerable<object?> items = range(run) switch
        {
            ICelMap map => (IEnumerable<object?>)map.Keys,
            IReadOnlyList<object?> list => list,
            _ => throw CelValues.NoOverload,
        };
        foreach (var item in items)
        {
            run.Charge(StepCost);
            run.Slots[slot] = item;
            yield return item;
        }
    }
}
