namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>A webhook that could not be called, or whose answer is none. The message is written for whoever made the request.</summary>
public sealed class WebhookFailureException(string message, Exception? cause = null) : Exception(message, cause);
