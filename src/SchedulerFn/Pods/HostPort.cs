namespace CloudletK8s.SchedulerFn.Pods;

public readonly record struct HostPort(string Address, string Protocol, int Port)
{
    public const string AnyAddress = "0.0.0.0";

    /// <summary>The port on all addresses collides with the port on any.</summary>
    public bool Collides(in HostPort other) => Port == other.Port && Protocol == other.Protocol
        && (Address == other.Address || Address == AnyAddress || other.Address == AnyAddress);
}
