using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Cel;
using CloudletK8s.Api.Cel.Library;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <summary>Evaluates expressions over one input, within one budget. Variables are evaluated when they are first named, once.</summary>
public sealed class AdmissionEvaluation
{
    /// <summary>For the validations of a binding: about a second.</summary>
    public const long ValidationBudget = 10_000_000;

    /// <summary>For the match conditions of a webhook or binding: about a quarter of that.</summary>
    public const long ConditionBudget = 2_500_000;

    private readonly object?[] _values;
    private long _budget;

    /// <param name="expressions">Where the variables are defined.</param>
    public AdmissionEvaluation(AdmissionExpressions expressions, AdmissionInput input, long budget)
    {
        _budget = budget;
        _values =
        [
            TreeValues.From(input.Object),
            TreeValues.From(input.OldObject),
            TreeValues.From(input.Request),
            TreeValues.From(input.Namespace),
            new LazyVariables(this, expressions.Variables),
            TreeValues.From(input.Params),
            Authorizers.Value(input.Authorizer),
            Authorizers.Value(input.Authorizer, input.RequestResource),
        ];
    }

    /// <exception cref="BudgetException">Nothing more is evaluated.</exception>
    public AdmissionValue Evaluate(AdmissionExpression expression)
    {
        if (expression.Error is { } wrong)
            return new(null, $"compilation error: {wrong}");

        long cost = 0;
        AdmissionValue result;
        try
        {
            result = new(expression.Program.Run(_values, out cost), null);
        }
        catch (Exception e) when (e is CelException or CelLimitException)
        {
            result = new(null, $"expression '{expression.Text}' resulted in error: {e.Message}");
        }

        Spend(cost);
        return result;
    }

    private void Spend(long cost)
    {
        _budget -= cost;
        if (_budget < 0)
            throw new BudgetException();
    }

    private sealed class LazyVariables(AdmissionEvaluation evaluation, IReadOnlyDictionary<string, AdmissionExpression> variables) : ICelMap
    {
        private readonly Dictionary<string, AdmissionValue> _known = [];

        public int Count => variables.Count;

        public IEnumerable<object> Keys => variables.Keys;

        public bool TryGet(object key, [MaybeNullWhen(true)] out object? value)
        {
            value = null;
            if (key is not string name || !variables.TryGetValue(name, out var variable))
                return false;

            if (!_known.TryGetValue(name, out var known))
                _known[name] = known = Evaluate(name, variable);
            value = known.Error is null ? known.Value : throw new CelException(known.Error);
            return true;
        }

        private AdmissionValue Evaluate(string name, AdmissionExpression variable)
        {
            if (variable.Error is { } wrong)
                return new(null, $"composited variable \"{name}\" fails to compile: {wrong}");

            long cost = 0;
            try
            {
                return new(variable.Program.Run(evaluation._values, out cost), null);
            }
            catch (Exception e) when (e is CelException or CelLimitException)
            {
                return new(null, $"composited variable \"{name}\" fails to evaluate: {e.Message}");
            }
            finally
            {
                evaluation._budget -= cost;
            }
        }
    }
}
