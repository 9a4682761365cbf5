using System.Text;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Sentences that many checks share, as Kubernetes words them.</summary>
public static class Wording
{
    public const string Negative = "must be greater than or equal to 0";
    public const string NotPositive = "must be greater than zero";
    public const string NotInteger = "must be an integer";
    public const string Immutable = "field is immutable";
    public const string Empty = "must be non-empty";
    public const string FileMode = "must be a number between 0 and 0777 (octal), both inclusive";

    public static string MaxLength(int length) => $"must be no more than {length} characters";

    public static string Range(long low, long high) => $"must be between {low} and {high}, inclusive";

    /// <summary>What a text that misses its pattern is told, with examples that meet it.</summary>
    public static string Pattern(string message, string pattern, params ReadOnlySpan<string> examples)
    {
        if (examples.Length == 0)
            return $"{message} (regex used for validation is '{pattern}')";

        var text = new StringBuilder(message).Append(" (e.g. ");
        for (var i = 0; i < examples.Length; i++)
            text.Append(i == 0 ? "" : " or ").Append('\'').Append(examples[i]).Append("', ");
        return text.Append("regex used for validation is '").Append(pattern).Append("')").ToString();
    }

    /// <summary>Limits count bytes; most texts are too short for the difference to matter.</summary>
    internal static bool IsLonger(string value, int limit) =>
        value.Length > limit || (value.Length * 3 > limit && Encoding.UTF8.GetByteCount(value) > limit);
}
