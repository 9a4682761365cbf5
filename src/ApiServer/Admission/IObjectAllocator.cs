using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>Hands out what no two objects may share (cluster IPs, node ports) while an object is written.</summary>
public interface IObjectAllocator
{
    bool Handles(RequestScope scope);

    /// <summary>
    /// Fills in what the object asks for and reserves it. Disposing the reservation gives back what it took, unless it was kept;
    /// keeping it gives back what the old object had and the new one has not.
    /// </summary>
    /// <param name="old">Null for a creation.</param>
    ValueTask<IReservation> Reserve(RequestScope scope, TreeObject obj, TreeObject? old, CancellationToken cancellationToken);

    /// <summary>The object is gone.</summary>
    ValueTask Release(TreeObject obj, CancellationToken cancellationToken);
}
