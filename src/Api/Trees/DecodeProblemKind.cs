namespace CloudletK8s.Api.Trees;

public enum DecodeProblemKind
{
    UnknownField,
    DuplicateField,
}
