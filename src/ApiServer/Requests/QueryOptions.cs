using System.Globalization;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Requests;

/// <summary>The options that travel in a query string; all verbs share the reader, each uses what concerns it.</summary>
public sealed record QueryOptions
{
    public static QueryOptions None { get; } = new();

    public bool Watch { get; init; }

    public string LabelSelector { get; init; } = "";

    public string FieldSelector { get; init; } = "";

    public string ResourceVersion { get; init; } = "";

    public string ResourceVersionMatch { get; init; } = "";

    public long Limit { get; init; }

    public string Continue { get; init; } = "";

    public long? TimeoutSeconds { get; init; }

    public bool AllowWatchBookmarks { get; init; }

    public bool? SendInitialEvents { get; init; }

    public bool DryRun { get; init; }

    /// <summary>As given: <see cref="OptionRules"/> refuses what is not to be had.</summary>
    internal IReadOnlyList<string> DryRunTexts { get; init; } = [];

    public string FieldManager { get; init; } = "";

    public FieldValidation? FieldValidation { get; init; }

    internal string FieldValidationText { get; init; } = "";

    public bool? Force { get; init; }

    public long? GracePeriodSeconds { get; init; }

    public string PropagationPolicy { get; init; } = "";

    public bool? OrphanDependents { get; init; }

    public bool Pretty { get; init; }

    /// <summary>How tables carry their objects: None, Metadata or Object.</summary>
    public string IncludeObject { get; init; } = "";

    /// <summary>Of a pod, for logs and commands.</summary>
    public string Container { get; init; } = "";

    /// <summary>Reads a query string; unknown names are left to subresources that know them.</summary>
    public static QueryOptions Parse(IEnumerable<KeyValuePair<string, string>> query)
    {
        var options = None;
        foreach (var (name, value) in query)
            options = options.With(name, value);
        return options;
    }

    private QueryOptions With(string name, string value) => name switch
    {
        "watch" => this with { Watch = Flag(value) },
        "labelSelector" => this with { LabelSelector = value },
        "fieldSelector" => this with { FieldSelector = value },
        "resourceVersion" => this with { ResourceVersion = value },
        "resourceVersionMatch" => this with { ResourceVersionMatch = value },
        "limit" => this with { Limit = Whole(value) ?? 0 },
        "continue" => this with { Continue = value },
        "timeoutSeconds" => this with { TimeoutSeconds = Whole(value) },
        "allowWatchBookmarks" => this with { AllowWatchBookmarks = Flag(value) },
        "sendInitialEvents" => this with { SendInitialEvents = Flag(value) },
        "dryRun" => value.Length == 0 ? this : this with { DryRun = true, DryRunTexts = [.. DryRunTexts, value] },
        "fieldManager" => this with { FieldManager = value },
        "fieldValidation" => this with { FieldValidation = Validation(value), FieldValidationText = value },
        "force" => this with { Force = Flag(value) },
        "gracePeriodSeconds" => this with { GracePeriodSeconds = Whole(value) },
        "propagationPolicy" => this with { PropagationPolicy = value },
        "orphanDependents" => this with { OrphanDependents = Flag(value) },
        "pretty" => this with { Pretty = Flag(value) },
        "includeObject" => this with { IncludeObject = value },
        "container" => this with { Container = value },
        _ => this,
    };

    /// <summary>Anything but "false" and "0" counts as set, as in Kubernetes.</summary>
    private static bool Flag(string value) => value is not ("false" or "0");

    private static long? Whole(string value)
    {
        if (value.Length == 0)
            return null;

        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;

        var digits = value.AsSpan(value[0] is '+' or '-' ? 1 : 0);
        var why = !digits.IsEmpty && digits.IndexOfAnyExceptInRange('0', '9') < 0 ? "value out of range" : "invalid syntax";
        throw ApiErrors.BadRequest($"strconv.ParseInt: parsing {GoQuote.Text(value)}: {why}");
    }

    private static FieldValidation? Validation(string value) => value switch
    {
        "Ignore" => Requests.FieldValidation.Ignore,
        "Warn" => Requests.FieldValidation.Warn,
        "Strict" => Requests.FieldValidation.Strict,
        _ => null,
    };
}
