using System.Text.Json;
using System.Text.Json.Serialization;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Buses.Delivery;

/// <summary>A work key as it travels.</summary>
/// <param name="Failures">Runs on this key that failed in a row.</param>
public sealed record WorkMessage(WorkKey Key, int Failures = 0)
{
    /// <summary>What holds the work on one key together: a session's id, a lock's name. At most 128 characters.</summary>
    public string Group => Digests.Short($"{Key.Controller}/{Key.Object}");

    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(
        new Wire(Key.Controller, Key.Object.Namespace, Key.Object.Name, Failures), WireContext.Default.Wire);

    /// <exception cref="FormatException">It is no message of ours.</exception>
    public static WorkMessage Decode(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, WireContext.Default.Wire) is { C: { Length: > 0 } controller, N: { } space, O: { } name, F: var failures }
                ? new(new(controller, new(space, name)), failures)
                : throw new FormatException("the message names no work");
        }
        catch (JsonException broken)
        {
            throw new FormatException($"the message is no work: {broken.Message}", broken);
        }
    }

    internal sealed record Wire(string? C, string? N, string? O, int F);
}
