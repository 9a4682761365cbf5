using System.Runtime.CompilerServices;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>The way to the server, with workers that die on it, writes that come too late, and watches that stand still.</summary>
internal sealed class FaultyTransport(IApiTransport inner, SimulatedFaults faults, FeedGate gate) : IApiTransport
{
    public async ValueTask<ApiAnswer> Send(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Verb is "get" or "list")
            return await inner.Send(call, cancellationToken);

        if (faults.KillBeforeWrite())
            throw new WorkerKilledException();
        if (call.Verb is "update" && faults.Conflict())
            return new(409, Conflict());

        var answer = await inner.Send(call, cancellationToken);
        return faults.KillAfterWrite() ? throw new WorkerKilledException() : answer;
    }

    public async IAsyncEnumerable<ApiFrame> Watch(ApiCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var frame in inner.Watch(call, cancellationToken))
        {
            await gate.Pass(cancellationToken);
            yield return frame;
        }
    }

    private static TreeObject Conflict()
    {
        var status = new TreeObject();
        status.Set("kind", "Status");
        status.Set("apiVersion", "v1");
        status.Set("status", "Failure");
        status.Set("reason", "Conflict");
        status.Set("code", 409);
        status.Set("message", "somebody else was faster");
        return status;
    }
}
