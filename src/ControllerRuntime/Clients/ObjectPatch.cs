using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ControllerRuntime.Clients;

/// <summary>A change to an object, in one of the four ways that Kubernetes knows.</summary>
public abstract record ObjectPatch
{
    private ObjectPatch(string contentType, Tree body)
    {
        ContentType = contentType;
        Body = body;
    }

    internal string ContentType { get; }

    internal Tree Body { get; }

    /// <summary>Members replace the object's, null removes them (RFC 7396).</summary>
    public sealed record Merge(TreeObject Change) : ObjectPatch("application/merge-patch+json", Change);

    /// <summary>Operations in order (RFC 6902).</summary>
    public sealed record Json(TreeList Operations) : ObjectPatch("application/json-patch+json", Operations);

    /// <summary>Like a merge, but lists with keys merge by them.</summary>
    public sealed record Strategic(TreeObject Change) : ObjectPatch("application/strategic-merge-patch+json", Change);

    /// <summary>Server-side apply: the fields that this manager wants, all of them each time.</summary>
    /// <param name="Force">Takes fields over that other managers own.</param>
    public sealed record Apply(TreeObject Config, bool Force) : ObjectPatch("application/apply-patch+yaml", Config)
    {
        /// <summary>Applies what the record sets. Numbers and flags that Kubernetes always writes count as set.</summary>
        public static Apply Of<T>(T record, bool force) where T : class, IApiObject =>
            new(GivenFields.Of(RecordBinder.Write(record), RecordSchemas.Of<T>()), force);
    }
}
