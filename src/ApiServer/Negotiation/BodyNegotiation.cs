using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Negotiation;

/// <summary>What the Content-Type of a body says.</summary>
internal static class BodyNegotiation
{
    /// <summary>The media type without its parameters.</summary>
    public static string MediaType(string contentType)
    {
        var end = contentType.IndexOf(';');
        return end < 0 ? contentType : contentType[..end].TrimEnd();
    }

    /// <exception cref="ApiException">415, when the format cannot be read.</exception>
    public static WireFormat Format(string contentType, IReadOnlyList<string> served)
    {
        // A body without a type is taken for JSON, as Kubernetes does.
        var media = MediaType(contentType);
        if (media.Length > 0 && !served.Contains(media))
            throw ApiErrors.UnsupportedMediaType(served);

        return media switch
        {
            MediaTypes.Yaml => WireFormat.Yaml,
            MediaTypes.Protobuf => WireFormat.Protobuf,
            _ => WireFormat.Json,
        };
    }
}
