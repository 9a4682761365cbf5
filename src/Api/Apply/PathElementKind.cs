namespace CloudletK8s.Api.Apply;

/// <summary>In the order in which field sets are written.</summary>
internal enum PathElementKind
{
    /// <summary>A member of an object, "f:name".</summary>
    Field,

    /// <summary>The item of a list with these key values, "k:{…}".</summary>
    Key,

    /// <summary>The item of a set, "v:…".</summary>
    Value,

    /// <summary>The item at a place, "i:0". Only old entries have it.</summary>
    Index,
}
