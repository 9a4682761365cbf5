namespace CloudletK8s.ApiServer.Negotiation;

/// <summary>What becomes of the objects of an answer.</summary>
internal enum AnswerShape
{
    /// <summary>They are sent as they are.</summary>
    Whole,

    /// <summary>Rows for people to read.</summary>
    Table,

    /// <summary>Only the metadata, of one object or of each event.</summary>
    Metadata,

    /// <summary>Only the metadata, of a list.</summary>
    MetadataList,
}
