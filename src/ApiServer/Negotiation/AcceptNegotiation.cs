using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Negotiation;

/// <summary>Chooses the form of an answer from the Accept header. What the common clients send is known by heart and allocates nothing.</summary>
internal static class AcceptNegotiation
{
    private const string MetaGroup = "meta.k8s.io";

    private static readonly Dictionary<string, Representation> Known = new()
    {
        [""] = Representation.Json,
        ["*/*"] = Representation.Json,
        ["application/json"] = Representation.Json,
        ["application/json, */*"] = Representation.Json,
        ["application/json;stream=watch"] = Representation.Json,
        ["application/json;as=Table;v=v1;g=meta.k8s.io,application/json"] = Representation.JsonTable,
        ["application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json"] = Representation.JsonTable,
        [MediaTypes.Yaml] = Representation.Yaml,
        [MediaTypes.Protobuf] = Representation.Protobuf,
        [MediaTypes.ProtobufStream] = Representation.Protobuf,
        ["application/vnd.kubernetes.protobuf,application/json"] = Representation.Protobuf,
        ["application/vnd.kubernetes.protobuf, */*"] = Representation.Protobuf,
        ["application/vnd.kubernetes.protobuf, application/json"] = Representation.Protobuf,
    };

    /// <param name="served">Which formats the resource has.</param>
    /// <exception cref="ApiException">406, when there is nothing that the client would take.</exception>
    public static Representation Choose(string accept, IReadOnlyList<string> served)
    {
        if (Known.TryGetValue(accept, out var known) && served.Contains(known.ContentType))
            return known;

        foreach (var range in MediaRange.ParseAccept(accept))
        {
            foreach (var offered in served)
            {
                var slash = offered.IndexOf('/');
                if (range.Matches(offered[..slash], offered[(slash + 1)..]) && TryChoose(range, offered) is { } chosen)
                    return chosen;
            }
        }

        throw ApiErrors.NotAcceptable(served);
    }

    private static Representation? TryChoose(MediaRange range, string offered)
    {
        var format = offered switch
        {
            MediaTypes.Yaml => WireFormat.Yaml,
            MediaTypes.Protobuf => WireFormat.Protobuf,
            _ => WireFormat.Json,
        };
        if (range.Stream.Length > 0 && (range.Stream != "watch" || format == WireFormat.Yaml))
            return null;
        if (range.As.Length == 0)
            return range.Pretty ? new(format) { Pretty = true } : Plain(format);
        if (range.Group != MetaGroup || range.Version is not ("v1" or "v1beta1"))
            return null;

        AnswerShape? shape = range.As switch
        {
            "Table" when format != WireFormat.Protobuf => AnswerShape.Table,
            "PartialObjectMetadata" => AnswerShape.Metadata,
            "PartialObjectMetadataList" => AnswerShape.MetadataList,
            _ => null,
        };
        return shape is { } known ? new(format, known) { MetaVersion = range.Version, Pretty = range.Pretty } : null;
    }

    private static Representation Plain(WireFormat format) => format switch
    {
        WireFormat.Yaml => Representation.Yaml,
        WireFormat.Protobuf => Representation.Protobuf,
        _ => Representation.Json,
    };
}
