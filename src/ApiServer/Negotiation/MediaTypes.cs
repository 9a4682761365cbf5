namespace CloudletK8s.ApiServer.Negotiation;

internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Yaml = "application/yaml";
    public const string Protobuf = "application/vnd.kubernetes.protobuf";
    public const string ProtobufStream = "application/vnd.kubernetes.protobuf;stream=watch";
    public const string JsonPatch = "application/json-patch+json";
    public const string MergePatch = "application/merge-patch+json";
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";
    public const string ApplyPatch = "application/apply-patch+yaml";

    public static IReadOnlyList<string> Served { get; } = [Json, Yaml, Protobuf];

    /// <summary>YAML has no form for events one after the other.</summary>
    public static IReadOnlyList<string> Streamed { get; } = [Json, Protobuf];

    /// <summary>Custom resources have no field numbers, and so no protobuf.</summary>
    public static IReadOnlyList<string> ServedCustom { get; } = [Json, Yaml];

    public static IReadOnlyList<string> Patches { get; } = [JsonPatch, MergePatch, StrategicMergePatch, ApplyPatch];
}
