using System.Diagnostics;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>
/// A session with a kind of its own: what is called "gadget" or "Gadget" in the test has a number on the server, so that kubectl
/// does not take the kind of another test, which looks alike. Outputs come back without the number.
/// </summary>
internal sealed class KindSession(KubectlSession session, string word, string group)
{
    private readonly string _number = session.Namespace[(session.Namespace.LastIndexOf('-') + 1)..];

    private string Kind => char.ToUpperInvariant(word[0]) + word[1..];

    public async Task<KubectlResult> Run(string command, string? input = null, string? editor = null) =>
        Back(await session.Run(There(command), input is null ? null : There(input), editor));

    public async Task<KubectlResult> Try(string command, string? input = null) =>
        Back(await session.Try(There(command), input is null ? null : There(input)));

    public async Task<string> Fail(string command, string? input = null) =>
        Back(await session.Fail(There(command), input is null ? null : There(input)));

    public Process Begin(string command) => session.Begin(There(command));

    private string There(string text) => Renamed(text, name => name, name => name + _number);

    private string Back(string text) => Renamed(text, name => name + _number, name => name);

    private KubectlResult Back(KubectlResult result) => result with { Output = Back(result.Output), Errors = Back(result.Errors) };

    private string Renamed(string text, Func<string, string> from, Func<string, string> to) =>
        new[] { word, Kind, group }.Aggregate(text, (renamed, name) => renamed.Replace(from(name), to(name), StringComparison.Ordinal));
}
