using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>One server-side apply of a checked configuration to a live object.</summary>
internal sealed class Applier(ManagedWriter writer, IObjectVersions? versions, string manager, string subresource, string time)
{
    private readonly VersionedTypes _types = new(writer.Type, writer.ApiVersion, versions);

    /// <param name="live">Without managedFields; empty on create.</param>
    public ApplyResult Apply(TreeObject live, ManagedFields managed, TreeObject config, bool force)
    {
        var owners = Owners(managed, live);
        var last = owners.Find(owner => owner.Entry.IsOf(manager, true, writer.ApiVersion, subresource));
        var own = Own(config, last);
        var others = owners.Where(owner => owner != last).ToList();

        var merged = TypedMerge.Merge(live, config, writer.Type);
        merged = new Pruning(_types, writer.ApiVersion).Prune(merged, [.. others, own], last);

        var diffs = new Dictionary<string, FieldDiff?>();
        var diff = writer.Diff(live, merged);
        var conflicts = Conflicts(others, version => DiffIn(version));
        if (!conflicts.IsEmpty && !force)
            return Refused(conflicts, live) ?? Apply(live, managed, config, force: true);

        var result = new ManagedFields();
        foreach (var owner in others)
        {
            if (DiffIn(owner.ApiVersion) is { } change && owner.With(Left(owner.Fields, change)) is { } left)
                result.Put(left.Entry);
        }

        var obj = Nulls.Swept(merged, writer.Type);
        PutOwn(result, own, last, changed: !obj.SameAs(live));
        if (manager == LastApplied.Manager)
            LastApplied.Refresh(obj, config);
        result.WriteTo(obj);
        return new() { Object = obj };

        FieldDiff? DiffIn(string version)
        {
            if (!diffs.TryGetValue(version, out var own))
                diffs[version] = own = writer.DiffIn(version, diff, live, merged);
            return own;
        }
    }

    private static FieldSet Left(FieldSet fields, FieldDiff diff) => fields.Difference(fields.Intersection(diff.Taken)).Difference(diff.Removed);

    /// <summary>What a stored entry owns under today's schema; entries of versions that are gone are dropped.</summary>
    private List<OwnedFields> Owners(ManagedFields managed, TreeObject live)
    {
        var owners = new List<OwnedFields>();
        foreach (var entry in managed.Entries)
        {
            if (_types.In(entry.ApiVersion, live) is not { } view || FieldsV1.Parse(entry.Fields) is not { } fields)
                continue;

            var followed = SchemaChanges.Follow(fields, view.Type);
            owners.Add(new(ReferenceEquals(followed, fields) ? entry : entry.With(FieldsV1.Of(followed)), followed));
        }

        return owners;
    }

    private OwnedFields Own(TreeObject config, OwnedFields? last)
    {
        var fields = FieldSetBuilder.Of(config, writer.Type).Without(writer.Reset);
        return new(new(manager, true, writer.ApiVersion, subresource, last?.Entry.Time ?? time, FieldsV1.Of(fields)), fields);
    }

    /// <summary>The time tells when the manager last changed something, be it the object or what it owns.</summary>
    private void PutOwn(ManagedFields result, OwnedFields own, OwnedFields? last, bool changed)
    {
        var fields = own.Fields.Difference(ManagedFieldsTracker.Unowned);
        if (fields.IsEmpty)
            return;

        if (!changed && last is not null && last.Fields.SameAs(fields) && last.ApiVersion == own.ApiVersion)
            result.Put(last.Entry);
        else
            result.Put(own.Entry with { Time = time, Fields = FieldsV1.Of(fields) });
    }

    private static FieldConflicts Conflicts(List<OwnedFields> others, Func<string, FieldDiff?> diffIn)
    {
        var conflicts = new List<KeyValuePair<ManagedEntry, FieldSet>>();
        foreach (var owner in others)
        {
            if (diffIn(owner.ApiVersion) is { } diff && owner.Fields.Intersection(diff.Taken) is { IsEmpty: false } fields)
                conflicts.Add(new(owner.Entry, fields));
        }

        return new(conflicts);
    }

    /// <summary>Null: the conflicts are all with the manager's own past as a client-side applier.</summary>
    private ApplyResult? Refused(FieldConflicts conflicts, TreeObject live)
    {
        if (manager != LastApplied.Manager)
            return conflicts.ToResult();

        var real = conflicts.Except(LastApplied.AllowedConflicts(live, writer.Type, writer.ApiVersion));
        return real.IsEmpty ? null : real.ToResult();
    }
}
