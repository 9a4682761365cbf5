using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Deployments;

namespace CloudletK8s.Reconcilers.Tests.Deployments;

/// <summary>Deployments and sets for tables of decisions, and what a decision says in a few words.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, string> Labels => new() { ["app"] = "web" };

    /// <param name="maxSurge">A number or a percentage; null for a deployment that recreates.</param>
    public static Deployment Deployment(int replicas, string? maxSurge = "25%", string maxUnavailable = "25%", int image = 2) => new()
    {
        Metadata = new() { Name = "web", Namespace = "n", Uid = "d", Generation = 1 },
        Spec = new()
        {
            Replicas = replicas,
            Selector = new() { MatchLabels = Labels },
            Template = Template(image),
            ProgressDeadlineSeconds = 600,
            RevisionHistoryLimit = 10,
            Strategy = maxSurge is null ? new() { Type = "Recreate" }
                : new() { Type = "RollingUpdate", RollingUpdate = new() { MaxSurge = Value(maxSurge), MaxUnavailable = Value(maxUnavailable) } },
        },
    };

    /// <summary>A set of the deployment, one of the revisions that its image stands for.</summary>
    /// <param name="desired">The deployment's replicas when the set was sized; -1: not noted.</param>
    public static ReplicaSet Set(int image, int size, int available, int desired = -1, int max = 0) => new()
    {
        Metadata = new()
        {
            Name = $"web-{image}",
            Namespace = "n",
            Uid = $"s{image}",
            CreationTimestamp = Now.AddHours(-10 + image),
            Labels = Templates.WithHash(Labels, $"{image}"),
            OwnerReferences = [new() { Uid = "d", Controller = true, Kind = "Deployment", Name = "web", ApiVersion = "apps/v1" }],
            Annotations = new Dictionary<string, string>(desired < 0 ? [] : new Dictionary<string, string>
            {
                [SetAnnotations.DesiredReplicas] = $"{desired}", [SetAnnotations.MaxReplicas] = $"{max}",
            }) { [SetAnnotations.Revision] = $"{image}" },
        },
        Spec = new()
        {
            Replicas = size,
            Selector = new() { MatchLabels = Templates.WithHash(Labels, $"{image}") },
            Template = Template(image) with { Metadata = new() { Labels = Templates.WithHash(Labels, $"{image}") } },
        },
        Status = new() { Replicas = size, ReadyReplicas = available, AvailableReplicas = available },
    };

    public static Plan Decide(Deployment deployment, bool hasLivePods, params ReplicaSet[] sets) => DeploymentPlan.Decide(
        new(deployment, LabelRequirements.OfLabels(Labels), sets, name => sets.FirstOrDefault(set => set.Metadata!.Name == name), _ => hasLivePods), Now);

    /// <summary>"web-2=3 web-1=8": the sizes that are written, a new set under the name of "new".</summary>
    public static string Sizes(this Plan plan) => string.Join(' ', plan.Steps.SelectMany(step => step.Writes).Select(write => write switch
    {
        Write.Create<ReplicaSet> create => $"new={create.Object.Spec!.Replicas}",
        Write.Update<ReplicaSet> update => $"{update.Object.Metadata!.Name}={update.Object.Spec!.Replicas}",
        Write.Delete<ReplicaSet> delete => $"-{delete.Object.Metadata!.Name}",
        _ => write.ToString(),
    }));

    public static Deployment Wanted(this Plan plan, PlanOutcome? outcome = null) =>
        ((Write.UpdateStatus<Deployment>)plan.Status!(outcome ?? PlanOutcome.AllDone)!).Object;

    public static DeploymentCondition Condition(this Deployment deployment, string type) =>
        deployment.Status!.Conditions!.Single(condition => condition.Type == type);

    private static PodTemplateSpec Template(int image) => new()
    {
        Metadata = new() { Labels = Labels },
        Spec = new() { Containers = [new() { Name = "c", Image = $"web:{image}" }] },
    };

    private static IntOrString Value(string text) => int.TryParse(text, out var number) ? IntOrString.Of(number) : IntOrString.Of(text);
}
