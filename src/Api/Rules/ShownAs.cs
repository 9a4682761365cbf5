namespace CloudletK8s.Api.Rules;

/// <summary>A value that a field error prints as it stands, because clients know Go's way of writing it.</summary>
public readonly record struct ShownAs(string Text)
{
    /// <summary>A list of texts of a named type: <c>[]core.IPFamily{"IPv4"}</c>.</summary>
    public static ShownAs List(string type, IReadOnlyList<string>? texts) =>
        new(texts is null ? $"[]{type}(nil)" : $"[]{type}{{{string.Join(", ", texts.Select(text => $"\"{text}\""))}}}");

    public override string ToString() => Text;
}
