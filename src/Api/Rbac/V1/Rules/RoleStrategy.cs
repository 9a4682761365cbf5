using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rbac.V1.Rules;

internal sealed class RoleStrategy : RbacStrategy
{
    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        RbacValidation.ValidateRules(RecordBinder.Read<Role>(obj).Rules, namespaced: true, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) =>
        ValidateCreate(obj, context, errors);
}
