using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Dynamic;

/// <summary>Which kinds there are: the built-in ones, and those that definitions make and take away.</summary>
public interface IServedKinds
{
    /// <summary>Every stored resource once, in the version that it is kept in or, where that is not served, another. Not older than the question.</summary>
    ValueTask<IReadOnlyList<KindInfo>> Newest(CancellationToken cancellationToken);

    /// <summary>"pods", "deployments.apps"; null: nobody serves it now.</summary>
    KindInfo? OfResource(string groupResource);

    /// <summary>The resource of a kind as an owner reference names it; null: nobody serves it now.</summary>
    KindInfo? OfKind(string apiVersion, string kind);

    /// <summary>After resources appeared or vanished.</summary>
    event Action? Changed;
}
