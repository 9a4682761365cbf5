namespace CloudletK8s.ApiServer.Admission;

/// <summary>
/// A rule over writes that spans kinds. Both methods refuse by throwing an <see cref="Errors.ApiException"/>. They may run more than
/// once for one request, when a write was in conflict.
/// </summary>
public interface IAdmissionPlugin
{
    /// <summary>Asked first, so that a write which concerns no plugin costs nothing.</summary>
    bool Handles(AdmissionRequest request);

    /// <summary>May change the object.</summary>
    ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken);

    /// <summary>Sees the object as it will be stored.</summary>
    ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken);
}
