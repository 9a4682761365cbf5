using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.Expressions;

/// <summary>Conditions that a request must meet before a webhook is called or a policy is looked at.</summary>
internal sealed class MatchConditions
{
    private readonly AdmissionExpressions _expressions;
    private readonly AdmissionExpression[] _conditions;
    private readonly bool _ignoreFailures;

    public MatchConditions(TreeList? conditions, AdmissionExpressions expressions, bool ignoreFailures)
    {
        _expressions = expressions;
        _ignoreFailures = ignoreFailures;
        _conditions = [.. conditions?.Objects().Select(condition => expressions.Condition(condition.Text("expression")?.Trim() ?? "")) ?? []];
    }

    public bool Any => _conditions.Length > 0;

    /// <summary>One that is false decides; otherwise failures count as the failure policy says.</summary>
    /// <param name="error">Why the request must be refused.</param>
    public bool Match(AdmissionInput input, out string? error)
    {
        error = null;
        var failures = new List<string>();
        try
        {
            var evaluation = new AdmissionEvaluation(_expressions, input, AdmissionEvaluation.ConditionBudget);
            foreach (var condition in _conditions)
            {
                var value = evaluation.Evaluate(condition);
                if (value.IsFalse)
                    return false;
                if (value.Error is { } failure)
                    failures.Add(failure);
            }
        }
        catch (BudgetException e)
        {
            failures = [e.Message];
        }

        if (failures.Count == 0)
            return true;
        if (!_ignoreFailures)
            error = failures.Count == 1 ? failures[0] : $"[{string.Join(", ", failures.Distinct())}]";
        return false;
    }
}
