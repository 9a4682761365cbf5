using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.ControllerRuntime.Plans;

/// <summary>What became of a write.</summary>
internal abstract record WriteResult
{
    public sealed record Done : WriteResult
    {
        public static Done Instance { get; } = new();
    }

    /// <summary>The world is not what the plan was made for.</summary>
    public sealed record Stale(Status Status) : WriteResult;

    /// <summary>The server will not have it, however often it is asked: invalid, forbidden, over quota.</summary>
    public sealed record Refused(Status Status) : WriteResult;
}
