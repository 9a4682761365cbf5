using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.ApiRegistration.V1.Rules;

internal sealed class APIServiceStrategy : KindStrategy
{
    private const int HighestGroupPriority = 20_000;
    private const int HighestVersionPriority = 1_000;

    private static readonly EnumField Statuses = EnumField.OfTexts("True", "False", "Unknown");

    /// <summary>The name says the group and version; a group is a subdomain, the version comes first.</summary>
    public override NameRule NameRule => NameRule.PathSegment;

    public override bool AllowUnconditionalUpdate => false;

    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
        base.PrepareForCreate(obj, context);
        if (obj.Object("spec", "service") is null)
            obj.Set("status", Local(context.Now));
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var spec = Workloads.Spec<APIServiceSpec>(obj);
        var path = Workloads.SpecPath;
        var name = obj.Object("metadata")?.Text("name") ?? "";
        var required = $"{spec.Version}.{spec.Group}";
        if (name.Length > 0 && name != required)
            errors.Invalid(FieldPath.Root("metadata").Child("name"), name, $"must be `spec.version+\".\"+spec.group`: \"{required}\"");

        ValidateGroupVersion(spec, path, errors);
        if (spec.Service is null)
            ValidateLocal(spec, path, errors);
        else
            ValidateRemote(spec, spec.Service, path, errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource != "status")
        {
            ValidateCreate(obj, context, errors);
            return;
        }

        var conditions = Workloads.Status<APIServiceStatus>(obj).Conditions ?? [];
        for (var i = 0; i < conditions.Count; i++)
            Statuses.Check(conditions[i].Status, Workloads.StatusPath.Child("conditions").Index(i), "status", errors);
    }

    private static void ValidateGroupVersion(APIServiceSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Group is { Length: > 0 } group)
            errors.Invalid(path.Child("group"), group, DnsNames.Subdomain(group));
        else if (spec.Version != "v1")
            errors.Required(path.Child("group"), "only v1 may have an empty group and it better be legacy kube");

        errors.Invalid(path.Child("version"), spec.Version ?? "", DnsNames.Dns1035Label(spec.Version ?? ""));
        if (spec.GroupPriorityMinimum is <= 0 or > HighestGroupPriority)
            errors.Invalid(path.Child("groupPriorityMinimum"), spec.GroupPriorityMinimum, $"must be positive and less than {HighestGroupPriority}");
        if (spec.VersionPriority is <= 0 or > HighestVersionPriority)
            errors.Invalid(path.Child("versionPriority"), spec.VersionPriority, $"must be positive and less than {HighestVersionPriority}");
    }

    private static void ValidateLocal(APIServiceSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.CaBundle is { Length: > 0 } bundle)
            errors.Invalid(path.Child("caBundle"), $"{bundle.Length} bytes", "local APIServices may not have a caBundle");
        if (spec.InsecureSkipTLSVerify)
            errors.Invalid(path.Child("insecureSkipTLSVerify"), true, "local APIServices may not have insecureSkipTLSVerify");
    }

    private static void ValidateRemote(APIServiceSpec spec, ServiceReference service, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(service.Namespace))
            errors.Required(path.Child("service", "namespace"));
        if (string.IsNullOrEmpty(service.Name))
            errors.Required(path.Child("service", "name"));
        if (!Ports.IsNumber(service.Port ?? 0))
            errors.Invalid(path.Child("service", "port"), service.Port ?? 0, "port is not valid: " + string.Join(",", Ports.Number(service.Port ?? 0)));
        if (spec is { InsecureSkipTLSVerify: true, CaBundle.Length: > 0 })
            errors.Invalid(path.Child("insecureSkipTLSVerify"), true, "may not be true if caBundle is present");
    }

    /// <summary>What this server serves itself is there at once.</summary>
    private static TreeObject Local(DateTimeOffset now)
    {
        var condition = new TreeObject();
        condition.Set("type", "Available");
        condition.Set("status", "True");
        condition.Set("lastTransitionTime", GoTime.Format(now));
        condition.Set("reason", "Local");
        condition.Set("message", "Local APIServices are always available");
        var status = new TreeObject();
        status.Set("conditions", new TreeList([condition]));
        return status;
    }
}
