using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Autoscaling.V2.Rules;

internal static class HorizontalPodAutoscalerDefaults
{
    private const int TargetUtilization = 80;
    private const int PeriodSeconds = 15;

    public static void Apply(TreeObject spec)
    {
        if (spec.List("metrics") is not { Count: > 0 })
            spec.Set("metrics", new TreeList([ProcessorMetric()]));
        if (spec.Object("behavior") is not { } behavior)
            return;

        var up = Rules(behavior.Object("scaleUp"), Policy("Pods", 4), Policy("Percent", 100));
        if (Immutable.Given(up["stabilizationWindowSeconds"]) is null)
            up.Set("stabilizationWindowSeconds", 0);
        behavior.Set("scaleUp", up);
        behavior.Set("scaleDown", Rules(behavior.Object("scaleDown"), Policy("Percent", 100)));
    }

    private static TreeObject Rules(TreeObject? given, params Tree[] policies)
    {
        var rules = given ?? new TreeObject();
        if (rules.Text("selectPolicy") is null)
            rules.Set("selectPolicy", "Max");
        if (rules.List("policies") is null)
            rules.Set("policies", new TreeList(policies));
        return rules;
    }

    private static TreeObject Policy(string type, int value)
    {
        var policy = new TreeObject();
        policy.Set("type", type);
        policy.Set("value", value);
        policy.Set("periodSeconds", PeriodSeconds);
        return policy;
    }

    private static TreeObject ProcessorMetric()
    {
        var target = new TreeObject();
        target.Set("type", "Utilization");
        target.Set("averageUtilization", TargetUtilization);
        var resource = new TreeObject();
        resource.Set("name", "cpu");
        resource.Set("target", target);
        var metric = new TreeObject();
        metric.Set("type", "Resource");
        metric.Set("resource", resource);
        return metric;
    }
}
