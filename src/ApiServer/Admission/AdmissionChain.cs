namespace CloudletK8s.ApiServer.Admission;

/// <summary>The plugins, in the order in which they may change an object.</summary>
public sealed class AdmissionChain(IReadOnlyList<IAdmissionPlugin> plugins)
{
    public async ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        foreach (var plugin in plugins)
        {
            if (plugin.Handles(request))
                await plugin.Admit(request, cancellationToken);
        }
    }

    public async ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken)
    {
        foreach (var plugin in plugins)
        {
            if (plugin.Handles(request))
                await plugin.Validate(request, cancellationToken);
        }
    }
}
