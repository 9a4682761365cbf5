using System.Text;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>Works on the tree: a config map may hold a megabyte that need not be copied to be checked.</summary>
internal sealed class ConfigMapStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void PrepareForCreate(TreeObject obj, RuleContext context)
    {
    }

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        ImmutableData.Validate(obj, old, errors, "data", "binaryData");
        Validate(obj, errors);
    }

    private static void Validate(TreeObject obj, FieldErrors errors)
    {
        var texts = obj.Object("data") ?? new(0);
        var bytes = obj.Object("binaryData") ?? new(0);
        var size = 0L;
        foreach (var (key, value) in texts)
        {
            ValidateKey("data", key, errors);
            if (bytes.Has(key))
                errors.Invalid(FieldPath.Root("data").Key(key), key, "duplicate of key present in binaryData");
            size += Encoding.UTF8.GetByteCount((value as TreeText)?.Value ?? "");
        }

        foreach (var (key, value) in bytes)
        {
            ValidateKey("binaryData", key, errors);
            size += DecodedLength((value as TreeText)?.Value ?? "");
        }

        if (size > ImmutableData.MaxBytes)
            errors.TooLong(FieldPath.Root(""), ImmutableData.MaxBytes);
    }

    private static void ValidateKey(string member, string key, FieldErrors errors)
    {
        if (Keys.ConfigMapKey(key) is { Count: > 0 } wrong)
            errors.Invalid(FieldPath.Root(member).Key(key), key, wrong);
    }

    private static int DecodedLength(string base64)
    {
        var text = base64.AsSpan().TrimEnd('=');
        return (int)(text.Length * 3L / 4);
    }
}
