using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>A write that is about to happen, as the plugins see it.</summary>
public sealed record AdmissionRequest
{
    public required AdmissionOperation Operation { get; init; }

    public required ServedResource Resource { get; init; }

    public required string Namespace { get; init; }

    /// <summary>Empty for a creation whose name is still to be generated.</summary>
    public required string Name { get; init; }

    public string Subresource { get; init; } = "";

    /// <summary>In the storage version; what travels for subresources that carry another kind. Null for deletions.</summary>
    public TreeObject? Object { get; init; }

    /// <summary>The stored object; null for creations. Never to be changed.</summary>
    public TreeObject? OldObject { get; init; }

    public required UserInfo User { get; init; }

    public bool DryRun { get; init; }

    public required IList<string> Warnings { get; init; }

    /// <summary>Where the request's options are; null: it came with none.</summary>
    internal RequestScope? Scope { get; init; }

    /// <summary>How to delete; null for everything but deletions.</summary>
    internal DeleteOptionsBody? Deletion { get; init; }

    /// <summary>The kind that travels where it is another than the resource's own (a Binding, the options of a connection).</summary>
    public SubresourceInfo? Carried { get; init; }

    /// <summary>Set by the first webhook that is called.</summary>
    public Reinvocation? Reinvocation { get; set; }

    /// <summary>For the client. Plugins may say it from several threads, and a collection's deletions share their warnings.</summary>
    public void Warn(string warning)
    {
        lock (Warnings)
            Warnings.Add(warning);
    }

    public bool Is(string group, string plural) => Resource.Storage.Group == group && Resource.Storage.Plural == plural;
}
