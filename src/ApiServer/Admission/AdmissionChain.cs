namespace CloudletK8s.ApiServer.Admission;

/// <summary>The plugins, in the order in which they may change an object.</summary>
public sealed class AdmissionChain(IReadOnlyList<IAdmissionPlugin> plugins)
{
    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        await AdmitOnce(request, cancellationToken);
        if (request.Reinvocation is not { IsWanted: true } again)
            return;

        // What a webhook changed may concern every other plugin.
        again.Begin();
        await AdmitOnce(request, cancellationToken);
    }

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        foreach (var plugin in plugins)
        {
            if (plugin.Handles(request))
                await plugin.Validate(request, cancellationToken);
        }
    }

    private async ValueTask AdmitOnce(AdmissionRequest request, CancellationToken cancellationToken)
    {
        foreach (var plugin in plugins)
        {
            if (plugin.Handles(request))
                await plugin.Admit(request, cancellationToken);
        }
    }
}
