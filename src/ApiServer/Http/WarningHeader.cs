using System.Text;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

internal static class WarningHeader
{
    /// <summary>Together, as kube-apiserver limits them: proxies cut longer headers off.</summary>
    private const int MaximumCharacters = 4 * 1024;

    public static void Add(HttpResponse response, IReadOnlyList<string> warnings)
    {
        var left = MaximumCharacters;
        foreach (var warning in warnings.Distinct())
        {
            left -= warning.Length;
            if (left < 0)
                return;

            response.Headers.Append("Warning", $"299 - \"{Quoted(warning)}\"");
        }
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\');
            quoted.Append(char.IsControl(character) || character > '~' ? ' ' : character);
        }

        return quoted.ToString();
    }
}
