using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Networking.V1.Rules;

internal sealed class IngressStrategy : KindStrategy
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var spec = Workloads.Spec<IngressSpec>(obj);
        IngressValidation.Validate(spec, Workloads.SpecPath, IngressOptions.Strict, errors);
        if (spec.IngressClassName is not null && ClassOf(obj) is { } annotated && annotated != spec.IngressClassName)
            errors.Invalid(FieldPath.Root("annotations").Child(ClassAnnotation), annotated, "must match `ingressClassName` when both are specified");
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            var status = Workloads.Status<IngressStatus>(obj);
            IngressValidation.ValidateStatus(status.LoadBalancer ?? new(), Workloads.StatusPath.Child("loadBalancer"), errors);
            return;
        }

        IngressValidation.Validate(Workloads.Spec<IngressSpec>(obj), Workloads.SpecPath, IngressOptions.Of(Workloads.Spec<IngressSpec>(old)), errors);
    }

    public override void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
        if (old is null && ClassOf(obj) is not null)
            context.Warnings.Add($"annotation \"{ClassAnnotation}\" is deprecated, please use 'spec.ingressClassName' instead");
    }

    private static string? ClassOf(TreeObject obj) => obj.Object("metadata", "annotations")?.Text(ClassAnnotation);
}
