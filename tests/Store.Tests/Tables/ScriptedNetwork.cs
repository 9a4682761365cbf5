using System.Net;
using System.Text;

namespace CloudletK8s.Store.Tests.Tables;

/// <summary>Gives prepared answers and keeps the requests.</summary>
internal sealed class ScriptedNetwork : HttpMessageHandler
{
    private readonly Queue<HttpResponseMessage> _answers = new();

    public List<HttpRequestMessage> Requests { get; } = [];

    public void Answer(string body, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            answer.Headers.Add(name, value);

        _answers.Enqueue(answer);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Task.FromResult(_answers.Dequeue());
    }
}
