namespace CloudletK8s.Api.Patches;

/// <summary>Carries an error out of the recursion; never leaves this folder.</summary>
public sealed class PatchFailedException(PatchError error) : Exception(error.Detail)
{
    public PatchError Error { get; } = error;
}
