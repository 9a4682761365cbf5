using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Tests.ListWatches;

/// <summary>Answers calls in the order in which the test lays the answers down, and writes down what was asked.</summary>
internal sealed class ScriptedTransport : IApiTransport
{
    private readonly Channel<Func<ApiAnswer>> _answers = Channel.CreateUnbounded<Func<ApiAnswer>>();
    private readonly Channel<IReadOnlyList<ScriptedFrame>> _watches = Channel.CreateUnbounded<IReadOnlyList<ScriptedFrame>>();
    private readonly List<string> _asked = [];

    /// <summary>"list" or "watch" with the options that matter, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public void Answer(ApiAnswer answer) => _answers.Writer.TryWrite(() => answer);

    public void Fail() => _answers.Writer.TryWrite(() => throw new HttpRequestException("scripted"));

    public void Watch(params ScriptedFrame[] frames) => _watches.Writer.TryWrite(frames);

    public async ValueTask<ApiAnswer> Send(ApiCall call, CancellationToken cancellationToken)
    {
        _asked.Add(Text(call, "limit", "continue"));
        return (await _answers.Reader.ReadAsync(cancellationToken))();
    }

    public async IAsyncEnumerable<ApiFrame> Watch(ApiCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _asked.Add(Text(call, "sendInitialEvents", "resourceVersion"));
        foreach (var frame in await _watches.Reader.ReadAsync(cancellationToken))
            yield return frame.Frame ?? throw new IOException("scripted");
    }

    private static string Text(ApiCall call, params string[] options) =>
        string.Join(' ', [call.Verb, .. call.Query.Where(option => options.Contains(option.Key)).Select(option => $"{option.Key}={option.Value}")]);
}
