using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>A named schema of an OpenAPI document.</summary>
internal abstract record Definition(string Name)
{
    /// <summary>An object of a record, or the root of a custom resource.</summary>
    /// <param name="Custom">The custom resource it is the root of; null for records.</param>
    internal sealed record Object(string Name, Schema Schema, IReadOnlyList<GroupVersionKind> Kinds, KindInfo? Custom) : Definition(Name);

    internal sealed record ListOf(string Name, KindInfo Kind, string ItemName) : Definition(Name);

    /// <summary>A value with a form of its own: quantities, times, any JSON.</summary>
    internal sealed record Value(WellKnownValue Known) : Definition(Known.Name);
}
