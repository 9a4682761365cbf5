namespace CloudletK8s.ApiServer.Admission;

/// <summary>Something taken for a write that has not happened yet.</summary>
public interface IReservation : IAsyncDisposable
{
    /// <summary>The write happened.</summary>
    void Keep();
}
