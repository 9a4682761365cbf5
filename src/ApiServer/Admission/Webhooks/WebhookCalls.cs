using CloudletK8s.ApiServer.Admission.Expressions;
using CloudletK8s.ApiServer.Admission.Matching;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Webhooks;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Admission.Webhooks;

/// <summary>What webhooks of both sorts share: whether a request concerns one, and asking it.</summary>
internal sealed partial class WebhookCalls(ServedResources served, IResourceStore namespaces, IAuthorizer authorizer, WebhookClients clients, ILogger logger)
{
    /// <summary>Shows the request in the version that the webhook wants.</summary>
    /// <returns>Null: the webhook is not to be called.</returns>
    public async ValueTask<AdmissionView?> Match(CompiledWebhook hook, AdmissionRequest request, CancellationToken cancellationToken)
    {
        if (await hook.Matcher.Match(request, served, namespaces, cancellationToken) is not { } match)
            return null;

        var view = await AdmissionView.Of(request, match.Version, cancellationToken);
        if (!hook.Conditions.Any)
            return view;

        var questions = new AccessQuestions(authorizer, request.User, cancellationToken);
        var input = ExpressionInputs.Of(request, view, RequestDescription.Of(request, view), questions);
        var (matches, error) = await questions.Answered(() => (hook.Conditions.Match(input, out var wrong), wrong));
        if (error is not null)
            throw ApiErrors.Forbidden(request.Resource.Kind, request.Name, error);
        return matches ? view : null;
    }

    /// <returns>Null when it could not be asked and the request goes on without it.</returns>
    /// <exception cref="ApiException">It could not be asked, or it said no.</exception>
    public async ValueTask<ReviewAnswer?> Ask(CompiledWebhook hook, AdmissionRequest request, AdmissionView view, bool mutating, CancellationToken cancellationToken)
    {
        if (request.DryRun && !hook.RunsDry)
            throw WebhookDenials.NotDry(hook.Name);

        ReviewAnswer answer;
        try
        {
            answer = await Call(hook, request, view, mutating, cancellationToken);
        }
        catch (WebhookFailureException e) when (hook.Ignores)
        {
            FailedOpen(logger, hook.Name, e.Message);
            return null;
        }
        catch (WebhookFailureException e)
        {
            FailedClosed(logger, hook.Name, e.Message);
            throw WebhookDenials.NotCalled(hook.Name, e.Message);
        }

        foreach (var warning in answer.Warnings)
            request.Warn(warning);

        return answer.Allowed ? answer : throw WebhookDenials.Denied(hook.Name, answer.Result);
    }

    private async ValueTask<ReviewAnswer> Call(
        CompiledWebhook hook, AdmissionRequest request, AdmissionView view, bool mutating, CancellationToken cancellationToken)
    {
        if (hook.ReviewVersion.Length == 0)
            throw new WebhookFailureException("could not create admission objects: webhook does not accept known AdmissionReview versions (v1, v1beta1)");
        if (hook.Target is not { } target)
            throw new WebhookFailureException("could not get REST client: webhook configuration must have either service or URL");

        var uid = Guid.NewGuid().ToString();
        ReadOnlyMemory<byte> answer;
        try
        {
            var question = AdmissionReviews.Ask(request, view, hook.ReviewVersion, uid);
            answer = await clients.Of(target).Post(question, hook.Timeout, tellTimeout: true, cancellationToken);
        }
        catch (WebhookFailureException e)
        {
            throw new WebhookFailureException($"failed to call webhook: {e.Message}", e);
        }

        return AdmissionReviews.Read(answer.Span, hook.ReviewVersion, uid, mutating);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} could not be called, the request goes on: {Why}")]
    private static partial void FailedOpen(ILogger logger, string webhook, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Webhook} could not be called, the request is refused: {Why}")]
    private static partial void FailedClosed(ILogger logger, string webhook, string why);
}
