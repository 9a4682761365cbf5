using System.Text.Json.Serialization;

namespace CloudletK8s.Buses.Delivery;

[JsonSerializable(typeof(WorkMessage.Wire))]
internal sealed partial class WireContext : JsonSerializerContext;
