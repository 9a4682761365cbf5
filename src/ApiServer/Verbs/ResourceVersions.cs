using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Verbs;

internal static class ResourceVersions
{
    /// <summary>Null when none was given.</summary>
    public static long? Parse(string text)
    {
        if (text.Length == 0)
            return null;

        return long.TryParse(text, System.Globalization.NumberStyles.None, null, out var revision)
            ? revision
            : throw ApiErrors.InvalidResourceVersion(text);
    }
}
