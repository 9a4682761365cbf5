using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal sealed class ServiceAccountStrategy : KindStrategy
{
    private const string EnforceMountable = "kubernetes.io/enforce-mountable-secrets";

    public override bool CountsGeneration => false;

    public override bool ReturnsDeletedObject => true;

    public override void PrepareForCreate(TreeObject obj, RuleContext context) => KeepNames(obj);

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context) => KeepNames(obj);

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (IsMarked(obj) && (old is null || !IsMarked(old)))
        {
            context.Warnings.Add(
                $"metadata.annotations[{EnforceMountable}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets");
        }
    }

    /// <summary>Secrets are of the account's namespace; whatever else a reference says is dropped.</summary>
    private static void KeepNames(TreeObject obj)
    {
        if (obj.List("secrets") is not { } secrets)
            return;

        for (var i = 0; i < secrets.Count; i++)
        {
            var reference = new TreeObject(1);
            if ((secrets[i] as TreeObject)?.Text("name") is { } name)
                reference.Set("name", name);
            secrets[i] = reference;
        }
    }

    private static bool IsMarked(TreeObject obj) => obj.Object("metadata", "annotations")?.Has(EnforceMountable) == true;
}
