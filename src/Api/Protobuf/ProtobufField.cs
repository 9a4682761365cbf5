using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Protobuf;

/// <param name="At">The field's place in its schema.</param>
/// <param name="Schema">Null for a group.</param>
internal sealed record ProtobufField(int Number, int At, FieldSchema? Schema, ProtobufLayout? Group);
