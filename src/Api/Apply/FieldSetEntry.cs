namespace CloudletK8s.Api.Apply;

/// <param name="Children">Never an empty set.</param>
internal readonly record struct FieldSetEntry(PathElement Element, bool IsMember, FieldSet? Children);
