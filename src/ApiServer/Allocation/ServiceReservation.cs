using CloudletK8s.ApiServer.Admission;

namespace CloudletK8s.ApiServer.Allocation;

/// <summary>What one write of a service took, and what it will give up once it has happened.</summary>
internal sealed class ServiceReservation(Owner owner) : IReservation
{
    private readonly List<(TakenValues Values, string Value)> _taken = [];
    private readonly List<(TakenValues Values, string Value)> _dropped = [];
    private bool _kept;

    public void Took(TakenValues values, string value) => _taken.Add((values, value));

    public void WillDrop(TakenValues values, string value) => _dropped.Add((values, value));

    public void Keep() => _kept = true;

    public async ValueTask DisposeAsync()
    {
        // Giving back must not be cut short by a client that went away.
        foreach (var (values, value) in _kept ? _dropped : _taken)
            await values.Release(value, owner, CancellationToken.None);
    }
}
