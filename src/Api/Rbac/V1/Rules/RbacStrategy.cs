using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Rbac.V1.Rules;

/// <summary>Roles and bindings: names may hold what a path can ("system:node"), and a PUT creates them.</summary>
internal abstract class RbacStrategy : KindStrategy
{
    public override NameRule NameRule => NameRule.PathSegment;

    public override bool AllowCreateOnUpdate => true;

    public override bool CountsGeneration => false;
}
