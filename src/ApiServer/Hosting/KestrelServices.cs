using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// The few services that Kestrel's TLS asks for. Its own metrics type is internal, so concrete types are made by their constructor,
/// once each.
/// </summary>
internal sealed class KestrelServices(ILoggerFactory loggers) : IServiceProvider, IMeterFactory
{
    private readonly Dictionary<Type, object> _made = [];

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(ILoggerFactory))
            return loggers;

        if (serviceType == typeof(IMeterFactory))
            return this;

        if (!serviceType.IsClass || serviceType.IsAbstract)
            return null;

        if (!_made.TryGetValue(serviceType, out var service))
            _made[serviceType] = service = ActivatorUtilities.CreateInstance(this, serviceType);

        return service;
    }

    public Meter Create(MeterOptions options) => new(options);

    public void Dispose()
    {
    }
}
