using System.Text;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules;

internal sealed class SecretStrategy : KindStrategy
{
    public override bool CountsGeneration => false;

    public override void Settle(TreeObject obj) => MergeTexts(obj);

    public override void PrepareForCreate(TreeObject obj, RuleContext context) => MergeTexts(obj);

    public override void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        MergeTexts(obj);
        if (string.IsNullOrEmpty(obj.Text("type")))
            Keep(obj, old, "type");
    }

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) => Validate(obj, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (!Tree.Same(obj["type"], old["type"]))
            errors.Invalid(FieldPath.Root("type"), obj.Text("type") ?? "", Wording.Immutable);
        ImmutableData.Validate(obj, old, errors, "data");
        Validate(obj, errors);
    }

    /// <summary>stringData is for writing only: each of its texts replaces the data of its key.</summary>
    private static void MergeTexts(TreeObject obj)
    {
        if (obj.Object("stringData") is { Count: > 0 } texts)
        {
            var data = obj.Object("data") ?? InsertBefore(obj, "stringData");
            foreach (var (key, value) in texts)
                data.Set(key, Convert.ToBase64String(Encoding.UTF8.GetBytes((value as TreeText)?.Value ?? "")));
        }

        obj.Remove("stringData");
    }

    private static TreeObject InsertBefore(TreeObject obj, string member)
    {
        var data = new TreeObject();
        var members = obj.ToArray();
        obj.Clear();
        foreach (var (name, value) in members)
        {
            if (name == member)
                obj.Append("data", data);
            if (name != "data")
                obj.Append(name, value);
        }

        return data;
    }

    private static void Validate(TreeObject obj, FieldErrors errors)
    {
        var secret = RecordBinder.Read<Secret>(obj);
        var path = FieldPath.Root("data");
        var size = 0L;
        foreach (var (key, value) in secret.Data ?? new Dictionary<string, byte[]>())
        {
            errors.Invalid(path.Key(key), key, Keys.ConfigMapKey(key));
            size += value.Length;
        }

        if (size > ImmutableData.MaxBytes)
            errors.TooLong(path, ImmutableData.MaxBytes);
        SecretTypes.Validate(secret, errors);
    }
}
