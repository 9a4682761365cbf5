using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>All reservations of one write.</summary>
internal sealed class Allocations : IReservation
{
    private static readonly Allocations None = new();
    private readonly List<IReservation> _reservations = [];

    public static async ValueTask<Allocations> Begin(
        IReadOnlyList<IObjectAllocator> allocators, RequestScope scope, TreeObject obj, TreeObject? old, CancellationToken cancellationToken)
    {
        var made = None;
        try
        {
            foreach (var allocator in allocators)
            {
                if (!allocator.Handles(scope))
                    continue;

                if (made == None)
                    made = new();
                made._reservations.Add(await allocator.Reserve(scope, obj, old, cancellationToken));
            }
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }

        return made;
    }

    public static async ValueTask Release(
        IReadOnlyList<IObjectAllocator> allocators, RequestScope scope, TreeObject obj, CancellationToken cancellationToken)
    {
        foreach (var allocator in allocators)
        {
            if (allocator.Handles(scope))
                await allocator.Release(obj, cancellationToken);
        }
    }

    public void Keep()
    {
        foreach (var reservation in _reservations)
            reservation.Keep();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reservation in _reservations)
            await reservation.DisposeAsync();
    }
}
