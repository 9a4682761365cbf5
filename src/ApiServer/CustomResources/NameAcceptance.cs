using CloudletK8s.Api.ApiExtensions.V1.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>Decides which of its names a definition gets: those that no other definition of the group has already.</summary>
internal static class NameAcceptance
{
    /// <returns>The definition with its status as it should be; null when it is so already.</returns>
    public static TreeObject? Decide(TreeObject definition, IEnumerable<TreeObject> all, string now)
    {
        var names = definition.Object("spec")?.Object("names") ?? new();
        var accepted = definition.Object("status", "acceptedNames") ?? new();
        if (names.SameAs(accepted))
            return null;

        var group = definition.Object("spec")?.Text("group");
        var taken = all.Where(other => other.Object("spec")?.Text("group") == group).Select(other => other.Object("status", "acceptedNames") ?? new()).ToList();
        var resources = taken.SelectMany(Resources).ToHashSet();
        var kinds = taken.SelectMany(Kinds).ToHashSet();
        var next = accepted.CloneObject();
        (string Reason, string Message)? conflict = null;
        Take("plural", "PluralConflict", resources);
        Take("singular", "SingularConflict", resources);
        TakeShortNames();
        Take("kind", "KindConflict", kinds);
        Take("listKind", "ListKindConflict", kinds);
        next["categories"] = names["categories"];

        var result = definition.CloneObject();
        result.ObjectOrNew("status").Set("acceptedNames", Ordered(next));
        var (reason, message) = conflict ?? ("NoConflicts", "no conflicts found");
        DefinitionTrees.SetCondition(result, "NamesAccepted", conflict is null, reason, message, now);
        if (conflict is null)
            DefinitionTrees.SetCondition(result, "Established", true, "InitialNamesAccepted", "the initial names have been accepted", now);
        else if (DefinitionTrees.Condition(result, "Established") is null)
            DefinitionTrees.SetCondition(result, "Established", false, "NotAccepted", "not all names are accepted", now);
        return result.SameAs(definition) ? null : result;

        void Take(string member, string reasonOfConflict, HashSet<string> used)
        {
            var wanted = names.Text(member) ?? "";
            if (wanted != (accepted.Text(member) ?? "") && used.Contains(wanted))
                conflict = (reasonOfConflict, $"\"{wanted}\" is already in use");
            else
                next.Set(member, wanted);
        }

        void TakeShortNames()
        {
            var own = accepted.List("shortNames")?.Texts().ToHashSet() ?? [];
            var used = (names.List("shortNames")?.Texts() ?? []).Where(name => !own.Contains(name) && resources.Contains(name))
                .Select(name => $"\"{name}\" is already in use").ToArray();
            if (used.Length == 0)
                next["shortNames"] = names["shortNames"];
            else
                conflict = ("ShortNamesConflict", used.Length == 1 ? used[0] : $"[{string.Join(", ", used)}]");
        }
    }

    private static IEnumerable<string> Resources(TreeObject names) =>
        [names.Text("plural") ?? "", names.Text("singular") ?? "", .. names.List("shortNames")?.Texts() ?? []];

    private static IEnumerable<string> Kinds(TreeObject names) => [names.Text("kind") ?? "", names.Text("listKind") ?? ""];

    /// <summary>In the order of the type's fields, which is how every other writer leaves them.</summary>
    private static TreeObject Ordered(TreeObject names)
    {
        var ordered = new TreeObject();
        foreach (var member in (ReadOnlySpan<string>)["plural", "singular", "shortNames", "kind", "listKind", "categories"])
            ordered[member] = names[member]?.Clone();
        return ordered;
    }
}
