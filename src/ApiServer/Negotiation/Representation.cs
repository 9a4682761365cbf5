namespace CloudletK8s.ApiServer.Negotiation;

/// <summary>The form in which an answer is sent.</summary>
internal sealed record Representation(WireFormat Format, AnswerShape Shape = AnswerShape.Whole)
{
    public static Representation Json { get; } = new(WireFormat.Json);

    public static Representation JsonTable { get; } = new(WireFormat.Json, AnswerShape.Table);

    public static Representation JsonMetadata { get; } = new(WireFormat.Json, AnswerShape.Metadata);

    public static Representation JsonMetadataList { get; } = new(WireFormat.Json, AnswerShape.MetadataList);

    public static Representation Protobuf { get; } = new(WireFormat.Protobuf);

    public static Representation Yaml { get; } = new(WireFormat.Yaml);

    /// <summary>The version of meta.k8s.io in which tables and bare metadata are written.</summary>
    public string MetaVersion { get; init; } = "v1";

    public bool Pretty { get; init; }

    public string ContentType => Format switch
    {
        WireFormat.Yaml => MediaTypes.Yaml,
        WireFormat.Protobuf => MediaTypes.Protobuf,
        _ => MediaTypes.Json,
    };

    /// <summary>What a watch announces: protobuf says that frames follow, JSON does not need to.</summary>
    public string StreamContentType => Format == WireFormat.Protobuf ? MediaTypes.ProtobufStream : ContentType;
}
