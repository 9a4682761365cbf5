using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>Something worth telling whoever describes an object.</summary>
/// <param name="Type">Normal or Warning.</param>
public sealed record EventNote(ObjectReference Regarding, string Type, string Reason, string Message)
{
    public const string NormalType = "Normal";
    public const string WarningType = "Warning";

    public static EventNote Normal<T>(T regarding, string reason, string message) where T : class, IApiObject =>
        new(ReferenceTo(regarding), NormalType, reason, message);

    public static EventNote Warning<T>(T regarding, string reason, string message) where T : class, IApiObject =>
        new(ReferenceTo(regarding), WarningType, reason, message);

    public static ObjectReference ReferenceTo<T>(T obj) where T : class, IApiObject
    {
        var kind = BuiltInKinds.Of<T>();
        return new()
        {
            Kind = kind.Kind,
            ApiVersion = kind.ApiVersion,
            Namespace = obj.Metadata?.Namespace,
            Name = obj.Metadata?.Name,
            Uid = obj.Metadata?.Uid,
            ResourceVersion = obj.Metadata?.ResourceVersion,
        };
    }
}
