using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

internal sealed class ValidatingWebhookConfigurationStrategy : KindStrategy
{
    public override bool AllowUnconditionalUpdate => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        WebhookValidation.Validate(Hooks(obj), WebhookOptions.Strict, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        var hooks = Hooks(obj);
        WebhookValidation.Validate(hooks, WebhookOptions.Of(Hooks(old), hooks), errors);
    }

    private static WebhookView[] Hooks(TreeObject obj) =>
        [.. (RecordBinder.Read<ValidatingWebhookConfiguration>(obj).Webhooks ?? []).Select(WebhookView.Of)];
}
