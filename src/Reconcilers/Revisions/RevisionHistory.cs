using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Revisions;

/// <summary>The controller revisions of a set, and the one that its template is. The same for every kind that keeps them.</summary>
internal sealed record RevisionHistory
{
    /// <summary>As long a name of the owner as leaves room for a hash.</summary>
    private const int LongestPrefix = 223;

    /// <summary>The revision of the owner's template, as it is to be.</summary>
    public required ControllerRevision Update { get; init; }

    /// <summary>Creates or renumbers <see cref="Update"/>; null: it is there and the newest.</summary>
    public Write? Write { get; init; }

    /// <summary>Those that are there, the oldest first; without <see cref="Update"/> while that is to be created.</summary>
    public required IReadOnlyList<ControllerRevision> All { get; init; }

    public required int? CollisionCount { get; init; }

    /// <param name="owned">In any order.</param>
    /// <param name="named">The revision of this name in the namespace, whoever owns it.</param>
    /// <param name="hashLabel">Where revisions of this kind carry their hash.</param>
    public static RevisionHistory Of<TOwner>(
        TOwner owner, PodTemplateSpec? template, IReadOnlyList<ControllerRevision> owned, Func<string, ControllerRevision?> named, string hashLabel, int? collisionCount)
        where TOwner : class, IApiObject
    {
        var all = owned.OrderBy(revision => revision.Revision)
            .ThenBy(revision => revision.Metadata!.CreationTimestamp).ThenBy(revision => revision.Metadata!.Name, StringComparer.Ordinal).ToList();
        var data = TemplateRevision.DataOf(template);
        var known = all.FindLast(revision => Tree.Same(revision.Data, data));
        if (known is not null)
        {
            var next = all.Where(revision => !ReferenceEquals(revision, known)).Select(revision => revision.Revision).DefaultIfEmpty().Max() + 1;
            if (known.Revision >= next)
                return new() { Update = known, All = all, CollisionCount = collisionCount };

            // The template of old is back: its revision becomes the newest.
            var raised = known with { Revision = next };
            return new() { Update = raised, Write = new Write.Update<ControllerRevision>(raised), All = all, CollisionCount = collisionCount };
        }

        var hash = TemplateHash.Of(data, collisionCount ?? 0);
        while (named(Name(owner, hash)) is not null)
        {
            collisionCount = (collisionCount ?? 0) + 1;
            hash = TemplateHash.Of(data, collisionCount.Value);
        }

        var metadata = owner.Metadata!;
        var made = new ControllerRevision
        {
            Metadata = new ObjectMeta
            {
                Name = Name(owner, hash),
                Namespace = metadata.Namespace,
                Labels = new Dictionary<string, string>(template?.Metadata?.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [hashLabel] = hash },
                Annotations = metadata.Annotations,
                OwnerReferences = [OwnerReferences.ToController(owner)],
            },
            Data = data,
            Revision = all.Count == 0 ? 1 : all[^1].Revision + 1,
        };
        return new() { Update = made, Write = new Write.Create<ControllerRevision>(made), All = all, CollisionCount = collisionCount };
    }

    public ControllerRevision? Named(string? name) => All.FirstOrDefault(revision => revision.Metadata!.Name == name);

    /// <summary>The template that a revision of this history keeps.</summary>
    public static PodTemplateSpec? TemplateOf(ControllerRevision revision) => TemplateRevision.TemplateOf(revision);

    /// <summary>Deletes the oldest beyond the limit that nothing needs any more.</summary>
    /// <param name="isLive">Pods still have this revision.</param>
    /// <param name="countsLive">Old revisions that are needed take up room too.</param>
    public IEnumerable<Write> Truncate(int? limit, Func<ControllerRevision, bool> isLive, bool countsLive)
    {
        if (limit is not { } most || most < 0)
            return [];

        var old = All.Where(revision => revision.Metadata!.Name != Update.Metadata!.Name).ToList();
        var idle = old.Where(revision => !isLive(revision)).ToList();
        return idle.Take(Math.Max(0, (countsLive ? old.Count : idle.Count) - most))
            .Select(revision => new Write.Delete<ControllerRevision>(revision) { Settled = true });
    }

    private static string Name(IApiObject owner, string hash)
    {
        var name = owner.Metadata!.Name!;
        return $"{(name.Length > LongestPrefix ? name[..LongestPrefix] : name)}-{hash}";
    }
}
