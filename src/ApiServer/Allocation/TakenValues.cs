using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Bootstrap;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>
/// Which values of a range are taken: an object a value, so that two servers cannot take the same one. The table itself says who
/// was first.
/// </summary>
internal sealed class TakenValues(IResourceStore rows, INumberRange range, TimeProvider time, Random random)
{
    /// <summary>Random tries before the range is walked; a range that is mostly free needs one or two.</summary>
    private const int RandomTries = 64;

    /// <summary>A row this old whose owner is not there belongs to no write that is under way.</summary>
    private static readonly TimeSpan LeakedAfter = TimeSpan.FromMinutes(5);

    public INumberRange Range => range;

    /// <returns>Null when the owner has the value now.</returns>
    public async ValueTask<string?> Take(string value, Owner owner, bool dryRun, CancellationToken cancellationToken)
    {
        if (range.Outside(value) is { } outside)
            return outside;

        if (await rows.Get(new("", value), cancellationToken) is { } existing)
            return IsOf(existing, owner) ? null : range.Taken;

        return dryRun || await Commit(value, owner, cancellationToken) ? null : range.Taken;
    }

    /// <returns>Null when there is no free one.</returns>
    public async ValueTask<string?> TakeAny(Owner owner, Func<string, bool> isReserved, bool dryRun, CancellationToken cancellationToken)
    {
        if (await rows.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
            throw new InvalidOperationException("the newest revision can always be read");

        return await TakeAny(found.Snapshot, owner, range.StaticCount, range.Count, isReserved, dryRun, cancellationToken)
            ?? await TakeAny(found.Snapshot, owner, 0, range.StaticCount, isReserved, dryRun, cancellationToken);
    }

    /// <summary>Gives the value back if the owner has it.</summary>
    public async ValueTask Release(string value, Owner owner, CancellationToken cancellationToken)
    {
        if (await rows.Get(new("", value), cancellationToken) is { } existing && IsOf(existing, owner))
            await Remove(existing, cancellationToken);
    }

    /// <summary>Takes what is used but not marked so, and gives back what nobody uses any more.</summary>
    public async ValueTask Repair(IReadOnlyDictionary<string, Owner> used, CancellationToken cancellationToken)
    {
        foreach (var (value, owner) in used)
        {
            if (range.Outside(value) is null && await rows.Get(new("", value), cancellationToken) is null)
                await Commit(value, owner, cancellationToken);
        }

        if (await rows.Read(ReadAt.Newest.Instance, cancellationToken) is not ReadResult.Found found)
            return;

        foreach (var stored in found.Snapshot.Objects())
        {
            if (!used.ContainsKey(stored.Key.Name) && IsOld(stored))
                await Remove(stored, cancellationToken);
        }
    }

    private async ValueTask<string?> TakeAny(
        ResourceSnapshot taken, Owner owner, int from, int to, Func<string, bool> isReserved, bool dryRun, CancellationToken cancellationToken)
    {
        if (from >= to)
            return null;

        for (var tries = 0; tries < RandomTries; tries++)
        {
            if (await Try(random.Next(from, to)) is { } value)
                return value;
        }

        var start = random.Next(from, to);
        for (var i = 0; i < to - from; i++)
        {
            if (await Try(from + ((start - from + i) % (to - from))) is { } value)
                return value;
        }

        return null;

        async ValueTask<string?> Try(int offset)
        {
            var value = range.At(offset);
            return !isReserved(value) && taken.Find(new("", value)) is null && (dryRun || await Commit(value, owner, cancellationToken)) ? value : null;
        }
    }

    private async ValueTask<bool> Commit(string value, Owner owner, CancellationToken cancellationToken)
    {
        var row = StandardObject.Named("cloudlet.dev/v1", "Allocation", value);
        row.Object("metadata")!.Set("creationTimestamp", GoTime.Format(time.GetUtcNow()));
        var spec = new TreeObject();
        spec.Set("namespace", owner.Namespace);
        spec.Set("name", owner.Name);
        spec.Set("uid", owner.Uid);
        row.Set("spec", spec);
        var (json, offset) = JsonTreeWriter.WriteForStore(row);
        var write = new ObjectWrite(ChangeType.Added, new("", value)) { Json = json, RevisionOffset = offset };
        return await rows.Commit(write, cancellationToken) is CommitResult.Committed;
    }

    private async ValueTask Remove(StoredObject existing, CancellationToken cancellationToken)
    {
        var (json, offset) = JsonTreeWriter.WriteForStore(StoredTrees.Read(existing));
        var write = new ObjectWrite(ChangeType.Deleted, existing.Key) { Json = json, RevisionOffset = offset, ExpectedRevision = existing.Revision };

        // A row that has changed meanwhile is somebody else's by now.
        await rows.Commit(write, cancellationToken);
    }

    private static bool IsOf(StoredObject row, Owner owner) => StoredTrees.Read(row).Object("spec")?.Text("uid") == owner.Uid;

    private bool IsOld(StoredObject row) =>
        DateTimeOffset.TryParse(StoredTrees.Read(row).Object("metadata")?.Text("creationTimestamp"), out var created)
        && created < time.GetUtcNow() - LeakedAfter;
}
