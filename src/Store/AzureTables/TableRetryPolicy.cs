using Azure.Core;
using Azure.Core.Pipeline;

namespace CloudletK8s.Store.AzureTables;

/// <summary>
/// Repeats what failed on the way or in the service, with Azure.Core's back-off. A batch is repeated when the service said that it
/// turned it away; when its outcome is unknown, only if applying it twice is impossible.
/// </summary>
internal sealed class TableRetryPolicy() : RetryPolicy(MaximumRetries, DelayStrategy.CreateExponentialDelayStrategy(FirstDelay, LongestDelay))
{
    private const int MaximumRetries = 5;
    private const int TooManyRequests = 429;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        MayRepeat(message, exception) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        MayRepeat(message, exception) && await base.ShouldRetryAsync(message, exception);

    private static bool MayRepeat(HttpMessage message, Exception? exception)
    {
        if (!message.TryGetProperty(typeof(TableAttempt), out var property) || property is not TableAttempt attempt)
            return true;

        if (exception is null && (!message.HasResponse || !IsFailure(message) || WasTurnedAway(message)))
            return true;

        attempt.IsUncertain = true;
        return attempt.IsConditional;
    }

    private static bool IsFailure(HttpMessage message) => message.ResponseClassifier.IsRetriableResponse(message);

    private static bool WasTurnedAway(HttpMessage message) =>
        message.Response.Status == TooManyRequests || TableErrorCode.Of(message.Response) == TableErrorCode.ServerBusy;
}
