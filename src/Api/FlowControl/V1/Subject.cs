using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Matches who sent a request, by user, group or service account.</summary>
public sealed record Subject
{
    /// <summary>Tells which of the other fields is filled in. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Matches the sender by their username.</summary>
    [Field(2)]
    public UserSubject? User { get; init; }

    /// <summary>Matches the sender by a user group.</summary>
    [Field(3)]
    public GroupSubject? Group { get; init; }

    /// <summary>Matches senders that are service accounts.</summary>
    [Field(4)]
    public ServiceAccountSubject? ServiceAccount { get; init; }
}
