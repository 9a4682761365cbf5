using CloudletK8s.Api.ApiExtensions.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Kinds;

/// <summary>Everything the API server knows of a kind, whether a record or a custom resource's definition tells it.</summary>
public sealed class KindInfo
{
    /// <summary>Empty for the core group.</summary>
    public required string Group { get; init; }

    public required string Version { get; init; }

    public required string Kind { get; init; }

    public required string Plural { get; init; }

    public required string Singular { get; init; }

    /// <summary>The kind of a list of these: "PodList".</summary>
    public required string ListKind { get; init; }

    public required bool Namespaced { get; init; }

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Verbs { get; init; } = [];

    public IReadOnlyList<SubresourceInfo> Subresources { get; init; } = [];

    public required Schema Schema { get; init; }

    /// <summary>The columns that a custom resource's definition asks for; built-in kinds have a printer instead.</summary>
    public IReadOnlyList<CustomResourceColumnDefinition> PrinterColumns { get; init; } = [];

    /// <summary>Null for custom resources.</summary>
    public Type? Record => Schema.Record;

    /// <summary>The version that objects are kept in; conversion happens when they are read in another.</summary>
    public required string StorageApiVersion { get; init; }

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>"pods", "deployments.apps": how errors and the store name the resource.</summary>
    public string GroupResource => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    public bool HasStatus => Subresource("status") is not null;

    public SubresourceInfo? Subresource(string name)
    {
        foreach (var subresource in Subresources)
        {
            if (subresource.Name == name)
                return subresource;
        }

        return null;
    }

    public override string ToString() => $"{ApiVersion} {Kind}";
}
