using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rbac.V1.Rules;

internal sealed class ClusterRoleBindingStrategy : RbacStrategy
{
    private static readonly string[] Kinds = ["ClusterRole"];

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        Validate(RecordBinder.Read<ClusterRoleBinding>(obj), errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var binding = RecordBinder.Read<ClusterRoleBinding>(obj);
        Validate(binding, errors);
        RbacValidation.ValidateUnchanged(binding.RoleRef ?? new(), RecordBinder.Read<ClusterRoleBinding>(old).RoleRef ?? new(), errors);
    }

    private static void Validate(ClusterRoleBinding binding, FieldErrors errors)
    {
        RbacValidation.ValidateReference(binding.RoleRef ?? new(), Kinds, errors);
        RbacValidation.ValidateSubjects(binding.Subjects, namespaced: false, errors);
    }
}
