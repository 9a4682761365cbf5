using CloudletK8s.Api.Rbac.V1;

namespace CloudletK8s.ApiServer.Authorization;

/// <summary>A policy rule, ready to be asked.</summary>
internal sealed class CompiledRule(PolicyRule rule)
{
    private const string Any = "*";
    private readonly string[] _verbs = [.. rule.Verbs ?? []];
    private readonly string[] _groups = [.. rule.ApiGroups ?? []];
    private readonly string[] _resources = [.. rule.Resources ?? []];
    private readonly string[] _names = [.. rule.ResourceNames ?? []];
    private readonly string[] _paths = [.. rule.NonResourceURLs ?? []];

    public PolicyRule Rule { get; } = rule;

    public bool Allows(AccessAttributes attributes)
    {
        if (!Holds(_verbs, attributes.Verb))
            return false;

        return attributes.IsResource
            ? Holds(_groups, attributes.Group) && AllowsResource(attributes) && (_names.Length == 0 || Array.IndexOf(_names, attributes.Name) >= 0)
            : AllowsPath(attributes.NonResourcePath);
    }

    private bool AllowsResource(AccessAttributes attributes)
    {
        foreach (var resource in _resources)
        {
            if (resource == Any)
                return true;

            if (attributes.Subresource.Length == 0)
            {
                if (resource == attributes.Resource)
                    return true;
                continue;
            }

            // "pods/log" is one subresource, "*/scale" that of every kind.
            var slash = resource.IndexOf('/');
            if (slash > 0 && resource.AsSpan(slash + 1).SequenceEqual(attributes.Subresource)
                && (resource.AsSpan(0, slash) is Any || resource.AsSpan(0, slash).SequenceEqual(attributes.Resource)))
            {
                return true;
            }
        }

        return false;
    }

    private bool AllowsPath(string path)
    {
        foreach (var allowed in _paths)
        {
            if (allowed == Any || allowed == path || (allowed.EndsWith('*') && path.AsSpan().StartsWith(allowed.AsSpan(..^1).TrimEnd('*'))))
                return true;
        }

        return false;
    }

    private static bool Holds(string[] values, string wanted)
    {
        foreach (var value in values)
        {
            if (value == Any || value == wanted)
                return true;
        }

        return false;
    }
}
