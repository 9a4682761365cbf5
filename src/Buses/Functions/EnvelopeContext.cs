using System.Text.Json.Serialization;

namespace CloudletK8s.Buses.Functions;

[JsonSerializable(typeof(string))]
internal sealed partial class EnvelopeContext : JsonSerializerContext;
