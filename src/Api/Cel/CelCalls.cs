using CloudletK8s.Api.Cel.Syntax;
using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel;

/// <summary>Finds the overloads that a call may mean; which it is among several is decided when it runs.</summary>
internal sealed class CelCalls(CelCompiler compiler)
{
    public CelNode Compile(CelExpression.Call call, IReadOnlyList<CelOverload> overloads)
    {
        var given = call.Target is null ? call.Arguments : [call.Target, .. call.Arguments];
        var nodes = given.Select(compiler.Compile).ToArray();
        var types = Array.ConvertAll(nodes, node => node.Type);
        var fitting = new List<CelOverload>();
        CelType? result = null;
        foreach (var overload in overloads)
        {
            var substitution = new CelSubstitution();
            if (overload.Parameters.Count != types.Length || !overload.Parameters.Zip(types).All(pair => substitution.Accepts(pair.First, pair.Second)))
                continue;

            fitting.Add(overload);
            var type = substitution.Fill(overload.Result);
            result = result is null || result.Same(type) ? type : CelType.Dyn;
        }

        if (result is null)
            return compiler.Wrong(call.At, $"found no matching overload for '{call.Function}' applied to '{Shown(call, types)}'");

        var arguments = Array.ConvertAll(nodes, node => node.Value);
        var isOperator = call.Function[0] is '_' or '-' or '!' or '@';
        return new(result, run =>
        {
            var values = new object?[arguments.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = arguments[i](run);

            run.Charge(1);
            foreach (var overload in fitting)
            {
                if (CelTypeTest.Fits(overload, values))
                    return overload.Run(run, values);
            }

            throw isOperator ? CelValues.NoOverload : new CelException($"no such overload: {call.Function}({string.Join(", ", values.Select(CelValues.TypeName))})");
        });
    }

    private static string Shown(CelExpression.Call call, CelType[] types) => call.Target is null
        ? $"({string.Join(", ", (IEnumerable<CelType>)types)})"
        : $"{types[0]}.({string.Join(", ", types.Skip(1))})";
}
