namespace CloudletK8s.ApiServer.Subresources;

/// <param name="Budget">The budget that guards the pod; empty: none does.</param>
/// <param name="OnlyUnchanged">The pod may go because it is not healthy, so it must not have become healthy meanwhile.</param>
internal sealed record BudgetDecision(string Budget, bool OnlyUnchanged)
{
    public static BudgetDecision Free { get; } = new("", false);
}
