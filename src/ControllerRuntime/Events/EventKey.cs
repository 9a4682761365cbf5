using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.ControllerRuntime.Events;

/// <summary>What makes two events similar: all but their message.</summary>
internal readonly record struct EventKey(string Component, string Uid, string ApiVersion, string Kind, string Namespace, string Name, string FieldPath, string Type, string Reason)
{
    public static EventKey Of(string component, EventNote note)
    {
        var regarding = note.Regarding;
        return new(
            component, regarding.Uid ?? "", regarding.ApiVersion ?? "", regarding.Kind ?? "", regarding.Namespace ?? "", regarding.Name ?? "",
            regarding.FieldPath ?? "", note.Type, note.Reason);
    }

    /// <summary>The object alone, whatever is said of it.</summary>
    public EventKey Source => this with { Type = "", Reason = "", FieldPath = "" };

    public ObjectReference Reference(string? resourceVersion) => new()
    {
        Kind = Kind,
        ApiVersion = ApiVersion,
        Namespace = Namespace.Length > 0 ? Namespace : null,
        Name = Name,
        Uid = Uid,
        FieldPath = FieldPath.Length > 0 ? FieldPath : null,
        ResourceVersion = resourceVersion,
    };
}
