using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>One limit against what is asked for. Says what is wrong in Kubernetes' words.</summary>
internal static class LimitCheck
{
    private static readonly Dictionary<string, Quantity> None = [];

    public static void All(LimitRangeItem item, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits, List<string> problems)
    {
        foreach (var (name, minimum) in item.Min ?? None)
            Minimum(item, name, minimum, requests, limits, problems);
        foreach (var (name, maximum) in item.Max ?? None)
            Maximum(item, name, maximum, requests, limits, problems);
        foreach (var (name, ratio) in item.MaxLimitRequestRatio ?? None)
            Ratio(item, name, ratio, requests, limits, problems);
    }

    /// <summary>Claims have requests only.</summary>
    public static void Claim(LimitRangeItem item, Dictionary<string, Quantity> requests, List<string> problems)
    {
        foreach (var (name, minimum) in item.Min ?? None)
            Minimum(item, name, minimum, requests, None, problems);
        foreach (var (name, maximum) in item.Max ?? None)
        {
            var start = $"maximum {name} usage per {item.Type} is {maximum}";
            if (!requests.TryGetValue(name, out var request))
                problems.Add($"{start}.  No request is specified");
            else if (request > maximum)
                problems.Add($"{start}, but request is {request}");
        }
    }

    private static void Minimum(
        LimitRangeItem item, string name, Quantity minimum, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits, List<string> problems)
    {
        var start = $"minimum {name} usage per {item.Type} is {minimum}";
        if (!requests.TryGetValue(name, out var request))
            problems.Add($"{start}.  No request is specified");
        else if (request < minimum)
            problems.Add($"{start}, but request is {request}");
        else if (limits.TryGetValue(name, out var limit) && limit < minimum)
            problems.Add($"{start}, but limit is {limit}");
    }

    private static void Maximum(
        LimitRangeItem item, string name, Quantity maximum, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits, List<string> problems)
    {
        var start = $"maximum {name} usage per {item.Type} is {maximum}";
        if (!limits.TryGetValue(name, out var limit))
            problems.Add($"{start}.  No limit is specified");
        else if (limit > maximum)
            problems.Add($"{start}, but limit is {limit}");
        else if (requests.TryGetValue(name, out var request) && request > maximum)
            problems.Add($"{start}, but request is {request}");
    }

    private static void Ratio(
        LimitRangeItem item, string name, Quantity ratio, Dictionary<string, Quantity> requests, Dictionary<string, Quantity> limits, List<string> problems)
    {
        var start = $"{name} max limit to request ratio per {item.Type} is {ratio}, but ";
        if (!requests.TryGetValue(name, out var request) || request.IsZero)
            problems.Add(start + "no request is specified or request is 0");
        else if (!limits.TryGetValue(name, out var limit) || limit.IsZero)
            problems.Add(start + "no limit is specified or limit is 0");
        else if (limit.ToDouble() / request.ToDouble() is var given && given > ratio.ToDouble())
            problems.Add($"{start}provided ratio is {given:F6}");
    }
}
