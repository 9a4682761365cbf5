namespace CloudletK8s.Api.Patches;

/// <summary>Why a patch was refused: what the Status answered to the client says.</summary>
/// <param name="Message">What Kubernetes shows; for some codes it is a fixed sentence.</param>
/// <param name="Detail">What exactly did not work, for the log.</param>
public sealed record PatchError(int Code, string Message, string Detail)
{
    private const string Rejected = "the server rejected our request due to an error in our request";

    /// <summary>The machine-readable reason that belongs to the code.</summary>
    public string Reason => Code switch
    {
        413 => "RequestEntityTooLarge",
        422 => "Invalid",
        _ => "BadRequest",
    };

    public static PatchError BadRequest(string message) => new(400, message, message);

    public static PatchError TooLarge(string message) => new(413, $"Request entity too large: {message}", message);

    /// <summary>A well-formed patch that does not fit the object. Kubernetes keeps the detail to itself.</summary>
    public static PatchError Unprocessable(string detail) => new(422, Rejected, detail);
}
