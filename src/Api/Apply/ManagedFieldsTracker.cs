using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Apply;

/// <summary>
/// Keeps metadata.managedFields: who owns which field of an object. Create, update and the plain patches call
/// <see cref="OnCreateOrUpdate"/> on what the user wants stored, before admission and strategies change it; apply merges.
/// </summary>
public static class ManagedFieldsTracker
{
    /// <summary>Owns what an object without entries held when it was first applied to.</summary>
    private const string BeforeFirstApply = "before-first-apply";

    /// <summary>What nobody owns: it identifies the object, or the server alone writes it.</summary>
    internal static readonly FieldSet Unowned = FieldSet.OfPaths(
        "apiVersion", "kind", "metadata", "metadata.name", "metadata.namespace", "metadata.creationTimestamp", "metadata.selfLink",
        "metadata.uid", "metadata.clusterName", "metadata.generation", "metadata.managedFields", "metadata.resourceVersion");

    /// <summary>Rewrites the entries of <paramref name="next"/>. May be called again for the same request on a newer live object.</summary>
    /// <param name="live">The stored object; null on create.</param>
    /// <param name="manager">Who writes; empty: unknown.</param>
    /// <param name="apiVersion">The version that the request speaks, and both objects are in.</param>
    /// <param name="subresource">Empty for the object itself.</param>
    /// <param name="reset">Fields that the kind puts back on this path (see <see cref="ResetFields"/>); nobody comes to own them.</param>
    /// <param name="versions">For kinds whose versions differ in shape.</param>
    public static void OnCreateOrUpdate(
        TreeObject? live,
        TreeObject next,
        Schema schema,
        string manager,
        string apiVersion,
        string subresource,
        DateTimeOffset now,
        FieldSet? reset = null,
        IObjectVersions? versions = null)
    {
        var managed = EntriesFor(live, next, subresource);
        ManagedFields.RemoveFrom(next);
        if (managed.IsEmpty && live is not null)
            return;

        var writer = new ManagedWriter(ApplyType.Of(schema), apiVersion, reset ?? FieldSet.Empty, versions);
        try
        {
            Update(managed, writer, live, next, manager, subresource, now);
        }
        catch (ApplyFailedException)
        {
            // The object does not fit its schema (an item without its key), so nothing true can be said about its owners.
            return;
        }

        managed.WriteTo(next);
    }

    /// <summary>
    /// Merges what a manager applies into the live object. The configuration is the user's, without defaults; the result wants
    /// defaults, admission and validation like any other object.
    /// </summary>
    public static ApplyResult Apply(
        TreeObject? live,
        TreeObject config,
        Schema schema,
        string manager,
        string apiVersion,
        string subresource,
        bool force,
        DateTimeOffset now,
        FieldSet? reset = null,
        IObjectVersions? versions = null)
    {
        var type = ApplyType.Of(schema);
        if (ApplyRequest.Wrong(config, type, apiVersion) is { } error)
            return ApplyResult.Of(error);

        var writer = new ManagedWriter(type, apiVersion, reset ?? FieldSet.Empty, versions);
        try
        {
            var bare = WithoutEntries(live);
            var managed = ManagedFields.Read(live, live) ?? ManagedFields.None;
            if (managed.IsEmpty && live is not null)
                Update(managed, writer, null, bare, BeforeFirstApply, subresource, now);
            return new Applier(writer, versions, manager, subresource, GoTime.Format(now)).Apply(bare, managed, config, force);
        }
        catch (ApplyFailedException failure)
        {
            return ApplyResult.Of(PatchError.BadRequest($"failed to merge config: {failure.Message}"));
        }
    }

    /// <summary>
    /// Gives back the live object's entries to an object that differs from it in nothing but their times, so that a write that
    /// changes nothing stays one. To be called last, when defaults and admission have run.
    /// </summary>
    public static void KeepTimesWhenUnchanged(TreeObject live, TreeObject next)
    {
        var (liveMetadata, metadata) = (live.Object("metadata"), next.Object("metadata"));
        if (liveMetadata?.List("managedFields") is not { } old || metadata?.List("managedFields") is not { } entries)
            return;
        if (old.Count != entries.Count || !EqualButForTimes(old, entries))
            return;

        metadata.Set("managedFields", old);
        if (!next.SameAs(live))
            metadata.Set("managedFields", entries);
    }

    private static bool EqualButForTimes(TreeList old, TreeList entries)
    {
        for (var i = 0; i < old.Count; i++)
        {
            if (old[i] is not TreeObject left || entries[i] is not TreeObject right || !WithoutTime(left).SameAs(WithoutTime(right)))
                return false;
        }

        return true;

        static TreeObject WithoutTime(TreeObject entry)
        {
            var copy = entry.ShallowCopy();
            copy.Remove("time");
            return copy;
        }
    }

    /// <summary>
    /// The entries to start from: those that the user sent, if any and if they are valid, else those of the live object. Through a
    /// subresource they cannot be set.
    /// </summary>
    private static ManagedFields EntriesFor(TreeObject? live, TreeObject next, string subresource)
    {
        if (subresource.Length == 0)
        {
            if (ManagedFields.IsReset(next))
                return ManagedFields.None;
            if (ManagedFields.Read(next, live) is { IsEmpty: false } sent)
                return sent;
        }

        return ManagedFields.Read(live, live) ?? ManagedFields.None;
    }

    private static void Update(
        ManagedFields managed, ManagedWriter writer, TreeObject? live, TreeObject next, string manager, string subresource, DateTimeOffset now)
    {
        var diff = writer.Diff(live, next);
        writer.GiveUp(managed, diff, live, next);
        var taken = diff.Taken.Difference(Unowned);
        if (!taken.IsEmpty)
        {
            var name = manager.Length == 0 ? "unknown" : manager;
            var previous = managed.Find(name, false, writer.ApiVersion, subresource);
            var fields = previous is null ? FieldsV1.Of(taken) : FieldsV1.Union(previous.Fields, taken);
            managed.Put(new(name, false, writer.ApiVersion, subresource, GoTime.Format(now), fields));
        }

        managed.Cap();
    }

    private static TreeObject WithoutEntries(TreeObject? live)
    {
        if (live?.Object("metadata") is not { } metadata || !metadata.Has("managedFields"))
            return live ?? new TreeObject();

        var bare = live.ShallowCopy();
        var bareMetadata = metadata.ShallowCopy();
        bareMetadata.Remove("managedFields");
        bare.Set("metadata", bareMetadata);
        return bare;
    }
}
