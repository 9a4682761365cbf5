using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.ApiExtensions.V1.Rules;

/// <summary>Reads what stands where in a custom resource definition.</summary>
public static class DefinitionTrees
{
    public const string CleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io";

    public static IEnumerable<TreeObject> Versions(TreeObject definition) => definition.Object("spec")?.List("versions")?.Objects() ?? [];

    public static TreeObject? StorageVersion(TreeObject definition) => Versions(definition).FirstOrDefault(version => version.Flag("storage") == true);

    public static TreeObject? SchemaOf(TreeObject version) => version.Object("schema", "openAPIV3Schema");

    public static bool HasCondition(TreeObject definition, string type) => Condition(definition, type)?.Text("status") == "True";

    public static TreeObject? Condition(TreeObject definition, string type) =>
        definition.Object("status")?.List("conditions")?.Objects().FirstOrDefault(condition => condition.Text("type") == type);

    /// <summary>Sets a condition; its time changes only with its status.</summary>
    public static void SetCondition(TreeObject definition, string type, bool holds, string reason, string message, string now)
    {
        var status = holds ? "True" : "False";
        var old = Condition(definition, type);
        var condition = new TreeObject();
        condition.Set("type", type);
        condition.Set("status", status);
        condition.Set("lastTransitionTime", old?.Text("status") == status ? old.Text("lastTransitionTime") ?? now : now);
        condition.Set("reason", reason);
        condition.Set("message", message);
        var conditions = definition.ObjectOrNew("status").ListOrNew("conditions");
        conditions.RemoveAll(known => known is TreeObject other && other.Text("type") == type);
        conditions.Add(condition);
    }

    public static bool IsTerminating(TreeObject definition) => definition.Object("metadata")?.Text("deletionTimestamp") is { Length: > 0 };

    /// <summary>The version that objects are stored in stays on the list until somebody has rewritten them all.</summary>
    public static void AddStoredVersion(TreeObject definition)
    {
        if (StorageVersion(definition)?.Text("name") is not { } name)
            return;

        var stored = definition.ObjectOrNew("status").ListOrNew("storedVersions");
        if (!stored.Texts().Contains(name))
            stored.Add(new TreeText(name));
    }
}
