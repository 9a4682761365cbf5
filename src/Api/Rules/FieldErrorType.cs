namespace CloudletK8s.Api.Rules;

/// <summary>Kinds of field errors, in the words that clients match on.</summary>
public enum FieldErrorType
{
    NotFound,
    Required,
    Duplicate,
    Invalid,
    NotSupported,
    Forbidden,
    TooLong,
    TooMany,
    InternalError,
    TypeInvalid,
}
