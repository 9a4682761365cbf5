using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Takes one disruption out of the budget of a pod, or refuses.</summary>
internal sealed class DisruptionBudgets(IResourceStore budgets)
{
    private const int MaximumAttempts = 20;

    /// <summary>Beyond this the budget's controller has not kept up.</summary>
    private const int MaximumDisruptedPods = 2000;

    private const string Refusal = "Cannot evict pod as it would violate the pod's disruption budget.";

    public static ApiException StillProcessing(string budget) =>
        TooMany(10, $"The disruption budget {budget} is still being processed by the server.");

    public async ValueTask<BudgetDecision> Spare(
        ObjectKey pod, TreeObject podTree, bool dryRun, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await Guarding(pod.Namespace, podTree, cancellationToken);
        if (found.Count > 1)
            throw new ApiException(500, "", "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        if (found.Count == 0)
            return BudgetDecision.Free;

        var key = found[0];
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            if (await budgets.Get(key, cancellationToken) is not { } stored)
                return BudgetDecision.Free;

            var budget = StoredTrees.Read(stored);
            if (attempt == 1 && !PodConditions.IsTrue(podTree, "Ready") && LetsUnhealthyGo(budget))
                return new(key.Name, OnlyUnchanged: true);

            Decrement(budget, pod.Name, now);
            if (dryRun || await Commit(stored, budget, cancellationToken))
                return new(key.Name, OnlyUnchanged: false);
        }

        throw new ApiException(504, "Timeout", $"Timeout: couldn't update PodDisruptionBudget \"{key.Name}\" due to conflicts")
        {
            Details = new TreeObject { ["retryAfterSeconds"] = TreeNumber.Of(10) },
            RetryAfterSeconds = 10,
        };
    }

    private async ValueTask<List<ObjectKey>> Guarding(string inNamespace, TreeObject pod, CancellationToken cancellationToken)
    {
        var labels = pod.Object("metadata", "labels");
        var found = new List<ObjectKey>();
        if (await budgets.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found all)
            return found;

        foreach (var stored in all.Snapshot.Objects(inNamespace))
        {
            var selector = StoredTrees.Read(stored).Object("spec", "selector");
            if (LabelRequirements.TryRead(selector, out var query, out _) && query.Matches(labels))
                found.Add(stored.Key);
        }

        return found;
    }

    private static bool LetsUnhealthyGo(TreeObject budget)
    {
        if (budget.Object("spec")?.Text("unhealthyPodEvictionPolicy") == "AlwaysAllow")
            return true;

        var status = budget.Object("status");
        var desired = status?.Whole("desiredHealthy") ?? 0;
        return desired > 0 && (status?.Whole("currentHealthy") ?? 0) >= desired;
    }

    private static void Decrement(TreeObject budget, string pod, DateTimeOffset now)
    {
        var name = budget.Object("metadata")?.Text("name") ?? "";
        var status = budget.ObjectOrNew("status");
        var observed = status.Whole("observedGeneration") ?? 0;
        if (observed < (budget.Object("metadata")?.Whole("generation") ?? 0))
            throw StillProcessing(name);

        var allowed = status.Whole("disruptionsAllowed") ?? 0;
        if (allowed < 0)
            throw ApiErrors.Forbidden("policy", "poddisruptionbudget", name, "pdb disruptions allowed is negative");
        if (status.Object("disruptedPods")?.Count > MaximumDisruptedPods)
        {
            throw ApiErrors.Forbidden(
                "policy", "poddisruptionbudget", name, "DisruptedPods map too big - too many evictions not confirmed by PDB controller");
        }

        if (allowed == 0)
        {
            throw TooMany(
                0,
                $"The disruption budget {name} needs {status.Whole("desiredHealthy") ?? 0} healthy pods and has {status.Whole("currentHealthy") ?? 0} currently");
        }

        status.Set("disruptionsAllowed", allowed - 1);
        if (allowed == 1)
            SetInsufficient(status, observed, now);
        status.ObjectOrNew("disruptedPods").Set(pod, GoTime.Format(now));
    }

    private static void SetInsufficient(TreeObject status, long observed, DateTimeOffset now)
    {
        var conditions = status.ListOrNew("conditions");
        var condition = conditions.Objects().FirstOrDefault(item => item.Text("type") == "DisruptionAllowed");
        if (condition is null)
            conditions.Add(condition = new TreeObject { ["type"] = new TreeText("DisruptionAllowed") });
        if (condition.Text("status") != "False")
            condition.Set("lastTransitionTime", GoTime.Format(now));
        condition.Set("status", "False");
        condition.Set("observedGeneration", observed);
        condition.Set("reason", "InsufficientPods");
        condition.Set("message", "");
    }

    private async ValueTask<bool> Commit(StoredObject stored, TreeObject budget, CancellationToken cancellationToken)
    {
        var (json, offset) = JsonTreeWriter.WriteForStore(budget);
        var write = new ObjectWrite(ChangeType.Modified, stored.Key) { Json = json, RevisionOffset = offset, ExpectedRevision = stored.Revision };
        return await budgets.Commit(write, cancellationToken) is CommitResult.Committed;
    }

    private static ApiException TooMany(int retryAfterSeconds, string cause)
    {
        var details = new TreeObject
        {
            ["causes"] = new TreeList([new TreeObject { ["reason"] = new TreeText("DisruptionBudget"), ["message"] = new TreeText(cause) }]),
        };
        if (retryAfterSeconds > 0)
            details.Set("retryAfterSeconds", retryAfterSeconds);
        return new(429, "TooManyRequests", Refusal) { Details = details, RetryAfterSeconds = retryAfterSeconds > 0 ? retryAfterSeconds : null };
    }
}
