namespace CloudletK8s.ApiServer.Negotiation;

internal enum WireFormat
{
    Json,
    Yaml,
    Protobuf,
}
