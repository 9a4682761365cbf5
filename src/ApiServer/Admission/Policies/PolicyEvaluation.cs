using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>Holds one input against one policy.</summary>
internal static class PolicyEvaluation
{
    /// <summary>The longest message that an expression may make.</summary>
    private const int LongestMessage = 5 * 1024;

    /// <returns>What is not met: the messages and their reasons, and whether it counts whatever the binding's actions are.</returns>
    public static IReadOnlyList<(string Message, string Reason, bool Always)> Unmet(CompiledPolicy policy, AdmissionInput input)
    {
        if (policy.Conditions.Any && !policy.Conditions.Match(input, out var wrong))
            return wrong is null ? [] : [(wrong, "", false)];

        try
        {
            var unmet = new List<(string Message, string Reason, bool Always)>();
            var evaluation = new AdmissionEvaluation(policy.Expressions, input, AdmissionEvaluation.ValidationBudget);
            foreach (var validation in policy.Validations)
            {
                var value = evaluation.Evaluate(validation.Expression);
                if (value.Error is { } failure)
                    Fail(policy, failure, false, unmet);
                else if (!value.IsTrue)
                    unmet.Add((MessageOf(validation, evaluation), validation.Reason, false));
            }

            CheckAnnotations(policy, input, unmet);
            return unmet;
        }
        catch (BudgetException e)
        {
            return policy.Ignores ? [] : [(e.Message, "", false)];
        }
    }

    /// <summary>They have a budget of their own.</summary>
    private static void CheckAnnotations(CompiledPolicy policy, AdmissionInput input, List<(string Message, string Reason, bool Always)> unmet)
    {
        if (policy.Annotations.Count == 0)
            return;

        var evaluation = new AdmissionEvaluation(policy.Expressions, input, AdmissionEvaluation.ValidationBudget);
        foreach (var annotation in policy.Annotations)
        {
            if (evaluation.Evaluate(annotation).Error is { } failure)
                Fail(policy, failure, true, unmet);
        }
    }

    private static void Fail(CompiledPolicy policy, string failure, bool always, List<(string Message, string Reason, bool Always)> unmet)
    {
        if (!policy.Ignores)
            unmet.Add((failure, "", always));
    }

    private static string MessageOf(CompiledValidation validation, AdmissionEvaluation evaluation)
    {
        if (validation.MessageExpression is { } expression
            && evaluation.Evaluate(expression).Value is string made
            && made.Trim() is { Length: > 0 and <= LongestMessage } shown
            && !shown.Contains('\n'))
        {
            return shown;
        }

        return validation.Message.Length > 0 ? validation.Message : $"failed expression: {validation.Expression.Text}";
    }
}
