namespace CloudletK8s.ApiServer.Authorization;

/// <summary>Everything that is given to one subject.</summary>
internal sealed class SubjectGrants
{
    public List<Grant> Everywhere { get; } = [];

    public Dictionary<string, List<Grant>> InNamespaces { get; } = [];

    public void Add(string inNamespace, Grant grant)
    {
        if (inNamespace.Length == 0)
        {
            Everywhere.Add(grant);
            return;
        }

        if (!InNamespaces.TryGetValue(inNamespace, out var grants))
            InNamespaces[inNamespace] = grants = [];
        grants.Add(grant);
    }
}
