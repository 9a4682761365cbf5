using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rbac.V1.Rules;

internal sealed class ClusterRoleStrategy : RbacStrategy
{
    private static readonly FieldPath Selectors = FieldPath.Root("aggregationRule").Child("clusterRoleSelectors");

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        Validate(RecordBinder.Read<ClusterRole>(obj), false, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var selectors = RecordBinder.Read<ClusterRole>(old).AggregationRule?.ClusterRoleSelectors;
        Validate(RecordBinder.Read<ClusterRole>(obj), selectors?.Any(LabelSelectorValidation.HasInvalidValue) == true, errors);
    }

    private static void Validate(ClusterRole role, bool allowInvalidValues, FieldErrors errors)
    {
        RbacValidation.ValidateRules(role.Rules, namespaced: false, errors);
        if (role.AggregationRule is not { } aggregation)
            return;

        var selectors = aggregation.ClusterRoleSelectors ?? [];
        if (selectors.Count == 0)
            errors.Required(Selectors, "at least one clusterRoleSelector required if aggregationRule is non-nil");
        for (var i = 0; i < selectors.Count; i++)
            LabelSelectorValidation.Validate(selectors[i], Selectors.Index(i), errors, allowInvalidValues);
    }
}
