namespace CloudletK8s.Api.Apply;

/// <summary>An entry whose fields have been read.</summary>
internal sealed record OwnedFields(ManagedEntry Entry, FieldSet Fields)
{
    public string ApiVersion => Entry.ApiVersion;

    /// <summary>The same owner with other fields; null when none is left.</summary>
    public OwnedFields? With(FieldSet fields)
    {
        if (fields.IsEmpty)
            return null;
        return fields.SameAs(Fields) ? this : new(Entry.With(FieldsV1.Of(fields)), fields);
    }
}
