using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Maps of labels and annotations.</summary>
public static class Labels
{
    public const int AnnotationBytes = 256 * 1024;

    public static void Check(IReadOnlyDictionary<string, string>? labels, FieldPath path, FieldErrors errors)
    {
        if (labels is null)
            return;

        foreach (var (key, value) in labels)
            Check(key, value, path, errors);
    }

    public static void Check(TreeObject? labels, FieldPath path, FieldErrors errors)
    {
        if (labels is null)
            return;

        foreach (var (key, value) in labels)
            Check(key, (value as TreeText)?.Value ?? "", path, errors);
    }

    public static void CheckAnnotations(IReadOnlyDictionary<string, string>? annotations, FieldPath path, FieldErrors errors)
    {
        if (annotations is null)
            return;

        var size = 0L;
        foreach (var (key, value) in annotations)
            size += CheckAnnotation(key, value, path, errors);
        CheckSize(size, path, errors);
    }

    public static void CheckAnnotations(TreeObject? annotations, FieldPath path, FieldErrors errors)
    {
        if (annotations is null)
            return;

        var size = 0L;
        foreach (var (key, value) in annotations)
            size += CheckAnnotation(key, (value as TreeText)?.Value ?? "", path, errors);
        CheckSize(size, path, errors);
    }

    private static void Check(string key, string value, FieldPath path, FieldErrors errors)
    {
        errors.Invalid(path, key, QualifiedNames.Name(key));
        errors.Invalid(path, value, QualifiedNames.LabelValue(value));
    }

    /// <summary>A qualified name in which case does not matter.</summary>
    private static long CheckAnnotation(string key, string value, FieldPath path, FieldErrors errors)
    {
        if (QualifiedNames.Name(key).Count > 0)
            errors.Invalid(path, key, QualifiedNames.Name(key.ToLowerInvariant()));
        return Length(key) + Length(value);
    }

    private static void CheckSize(long size, FieldPath path, FieldErrors errors)
    {
        if (size > AnnotationBytes)
            errors.TooLong(path, AnnotationBytes);
    }

    private static int Length(string text) => System.Text.Encoding.UTF8.GetByteCount(text);
}
