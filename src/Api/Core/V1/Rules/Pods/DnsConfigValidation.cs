using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>The resolver settings of a pod, within what libc can hold.</summary>
internal static class DnsConfigValidation
{
    private const int MostNameservers = 3;
    private const int MostSearchPaths = 32;
    private const int LongestSearchList = 2048;

    public static void Validate(PodDNSConfig? config, string? policy, FieldPath parent, FieldErrors errors)
    {
        if (policy == "None" && config is null)
        {
            errors.Required(parent.Child("dnsConfig"), "must provide `dnsConfig` when `dnsPolicy` is None");
            return;
        }

        if (config is null)
            return;

        var path = parent.Child("dnsConfig");
        var servers = config.Nameservers ?? [];
        if (policy == "None" && servers.Count == 0)
        {
            errors.Required(path.Child("nameservers"), "must provide at least one DNS nameserver when `dnsPolicy` is None");
            return;
        }

        ValidateNameservers(servers, path, errors);
        ValidateSearches(config.Searches ?? [], path, errors);
        for (var i = 0; i < config.Options?.Count; i++)
        {
            if (string.IsNullOrEmpty(config.Options[i].Name))
                errors.Required(path.Child("options").Index(i), "must not be empty");
        }
    }

    private static void ValidateNameservers(IReadOnlyList<string> servers, FieldPath path, FieldErrors errors)
    {
        if (servers.Count > MostNameservers)
            errors.Invalid(path.Child("nameservers"), servers, $"must not have more than {MostNameservers} nameservers");
        for (var i = 0; i < servers.Count; i++)
            errors.Invalid(path.Child("nameservers").Index(i), servers[i], IpAddresses.Address(servers[i]));
    }

    private static void ValidateSearches(IReadOnlyList<string> searches, FieldPath path, FieldErrors errors)
    {
        if (searches.Count > MostSearchPaths)
            errors.Invalid(path.Child("searches"), searches, $"must not have more than {MostSearchPaths} search paths");

        var length = Math.Max(searches.Count - 1, 0);
        foreach (var search in searches)
            length += search.Length;
        if (length > LongestSearchList)
            errors.Invalid(path.Child("searches"), searches, $"must not have more than {LongestSearchList} characters (including spaces) in the search list");

        for (var i = 0; i < searches.Count; i++)
        {
            var search = searches[i].EndsWith('.') ? searches[i][..^1] : searches[i];
            errors.Invalid(path.Child("searches").Index(i), search, DnsNames.Subdomain(search));
        }
    }
}
