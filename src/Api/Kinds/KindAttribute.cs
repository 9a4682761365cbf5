namespace CloudletK8s.Api.Kinds;

/// <summary>A record that is a kind of the API, and under which name it is served.</summary>
/// <param name="apiVersion">"v1", or group and version: "apps/v1".</param>
/// <param name="plural">The resource's name in paths.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KindAttribute(string apiVersion, string plural) : Attribute
{
    public const string AllVerbs = "create,delete,deletecollection,get,list,patch,update,watch";

    public string ApiVersion { get; } = apiVersion;

    public string Plural { get; } = plural;

    /// <summary>Objects live in no namespace.</summary>
    public bool ClusterScoped { get; init; }

    public string[] ShortNames { get; init; } = [];

    public string[] Categories { get; init; } = [];

    public string Verbs { get; init; } = AllVerbs;

    /// <summary>
    /// Objects are kept as the kind of this apiVersion, because the group serves several versions; null: as this one.
    /// </summary>
    public string? StoredAs { get; init; }
}
