using System.Net;
using System.Text;

namespace CloudletK8s.Store.Tests.Tables;

internal enum Fault
{
    None,
    LosesRequest,
    LosesAnswer,
    IsBusy,
    FailsInside,
}

/// <summary>Does to each batch what a list says, and nothing to what comes after it.</summary>
internal sealed class BadNetwork(HttpMessageHandler network, params Fault[] faults) : DelegatingHandler(network)
{
    public int Batches { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);

        var fault = Batches < faults.Length ? faults[Batches] : Fault.None;
        Batches++;
        switch (fault)
        {
            case Fault.LosesRequest:
                throw new HttpRequestException("The request was lost.");
            case Fault.LosesAnswer:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException("The answer was lost.");
            case Fault.IsBusy:
                return Failure(HttpStatusCode.ServiceUnavailable, "ServerBusy");
            case Fault.FailsInside:
                return Failure(HttpStatusCode.InternalServerError, "OperationTimedOut");
            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private static HttpResponseMessage Failure(HttpStatusCode status, string code)
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent($$"""{"odata.error":{"code":"{{code}}","message":{"lang":"en","value":""} } }""", Encoding.UTF8, "application/json"),
        };
        response.Headers.Add("x-ms-error-code", code);
        return response;
    }
}
