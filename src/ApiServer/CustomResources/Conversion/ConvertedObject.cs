using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.CustomResources.Conversion;

/// <summary>A webhook may change what an object says, never which object it is. Of the metadata only labels and annotations are its business.</summary>
internal static class ConvertedObject
{
    private static readonly (string Member, string Shown)[] Identity = [("name", "name"), ("namespace", "namespace"), ("uid", "UID")];

    /// <returns>The converted object with the metadata of the original.</returns>
    public static TreeObject Check(TreeObject original, Tree converted, string apiVersion, int index, bool ofMany)
    {
        var place = ofMany ? $"converted object at index {index}" : "object";
        if (converted is not TreeObject obj)
            throw new ConversionMistakeException($"returned invalid {place}: it is no object");
        if (obj.Text("apiVersion") is var version && version != apiVersion)
            throw new ConversionMistakeException($"returned invalid {(ofMany ? place : "object at index 0")}: invalid groupVersion (expected {apiVersion}, received {version})");
        if (obj.Text("kind") is var kind && kind != original.Text("kind"))
            throw new ConversionMistakeException($"returned invalid {(ofMany ? place : "object at index 0")}: invalid kind (expected {original.Text("kind")}, received {kind})");

        var before = original.Object("metadata") ?? new();
        var after = obj.Object("metadata") ?? throw new ConversionMistakeException("returned invalid metadata: missing metadata in converted object");
        foreach (var (member, shown) in Identity)
        {
            var (mine, theirs) = (before.Text(member) ?? "", after.Text(member) ?? "");
            if (mine != theirs)
                throw new ConversionMistakeException($"returned invalid {place}: must have the same {shown}: {mine} != {theirs}");
        }

        obj.Set("metadata", Restored(before, after));
        obj.Prepend("apiVersion", new TreeText(apiVersion));
        obj.Prepend("kind", original["kind"]!);
        return obj;
    }

    private static TreeObject Restored(TreeObject before, TreeObject after)
    {
        var restored = before.CloneObject();
        foreach (var member in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (after[member] is null or TreeNull)
            {
                restored.Remove(member);
                continue;
            }

            if (after[member] is not TreeObject texts)
                throw new ConversionMistakeException($"returned invalid metadata: invalid metadata.{member} in converted object");
            if (texts.FirstOrDefault(text => text.Value is not TreeText) is { Key: not null } wrong)
                throw new ConversionMistakeException($"returned invalid metadata: metadata.{member}[{wrong.Key}] must be a string");
            if (!Tree.Same(before[member], texts))
                CheckTexts(member, texts);
            restored.Set(member, texts);
        }

        return restored;
    }

    private static void CheckTexts(string member, TreeObject texts)
    {
        var errors = new FieldErrors();
        if (member == "labels")
            Labels.Check(texts, FieldPath.Root("metadata").Child("labels"), errors);
        else
            Labels.CheckAnnotations(texts, FieldPath.Root("metadata").Child("annotation"), errors);
        if (errors.Any)
            throw new ConversionMistakeException($"returned invalid metadata: {string.Join(", ", errors.All)}");
    }
}
