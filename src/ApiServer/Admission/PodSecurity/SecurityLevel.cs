using System.Globalization;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>How safe pods must be, and as which minor version of Kubernetes 1 saw it; the newest checks where none is named.</summary>
internal sealed record SecurityLevel(string Level, int Minor)
{
    private const string Prefix = "pod-security.kubernetes.io/";
    private const string Newest = "latest";
    private const int Latest = int.MaxValue;
    private static readonly string[] Levels = ["privileged", "baseline", "restricted"];

    public bool AllowsAll => Level == Levels[0];

    /// <summary>Does this one refuse pods that the other may have let in?</summary>
    public bool IsStricterThan(SecurityLevel other)
    {
        var (own, others) = (Array.IndexOf(Levels, Level), Array.IndexOf(Levels, other.Level));
        return own > others || (own == others && own > 0 && Minor != other.Minor);
    }

    /// <summary>What a namespace's labels say of a mode ("enforce", "warn", "audit"). What they do not say right is the strictest.</summary>
    public static SecurityLevel Of(TreeObject? labels, string mode)
    {
        var level = labels?.Text(Prefix + mode) ?? Levels[0];
        return new(Levels.Contains(level) ? level : Levels[^1], MinorOf(labels?.Text($"{Prefix}{mode}-version") ?? Newest) ?? Latest);
    }

    public static void Validate(TreeObject? labels, FieldErrors errors)
    {
        foreach (var mode in (ReadOnlySpan<string>)["enforce", "audit", "warn"])
        {
            if (labels?.Text(Prefix + mode) is { } level && !Levels.Contains(level))
                errors.Invalid(At(mode), level, $"must be one of {string.Join(", ", Levels)}");
            if (labels?.Text($"{Prefix}{mode}-version") is { } version && MinorOf(version) is null)
                errors.Invalid(At($"{mode}-version"), version, "must be \"latest\" or \"v1.x\"");
        }
    }

    public override string ToString() => $"{Level}:{(Minor == Latest ? Newest : string.Create(CultureInfo.InvariantCulture, $"v1.{Minor}"))}";

    private static FieldPath At(string label) => FieldPath.Root("metadata").Child("labels").Key(Prefix + label);

    private static int? MinorOf(string version)
    {
        if (version == Newest)
            return Latest;

        return version.StartsWith("v1.", StringComparison.Ordinal) && version[3..] is "0" or [>= '1' and <= '9', ..]
            && int.TryParse(version.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) ? minor : null;
    }
}
