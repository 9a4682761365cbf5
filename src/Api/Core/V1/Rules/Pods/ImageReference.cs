namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>What the name of an image says about its version.</summary>
internal static class ImageReference
{
    private const int LongestTag = 128;

    /// <summary>Does the name mean "latest", by saying so or by saying nothing? A name that cannot be read does not.</summary>
    public static bool IsLatest(string image)
    {
        var digest = image.IndexOf('@');
        if (digest >= 0)
            return IsTag(image.AsSpan(0, digest), "latest");

        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') ? IsTag(image, "latest") : IsName(image);
    }

    private static bool IsTag(ReadOnlySpan<char> image, string wanted)
    {
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') && image.Length - colon - 1 <= LongestTag
            && image[(colon + 1)..].SequenceEqual(wanted) && IsName(image[..colon]);
    }

    /// <summary>Lower-case words between slashes; the first may be a host with port.</summary>
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var slash = name.IndexOf('/');
        if (slash > 0 && (name[..slash].ContainsAny('.', ':') || name[..slash] is "localhost" || name[..slash].ContainsAnyInRange('A', 'Z')))
            name = name[(slash + 1)..];

        if (name.Length == 0 || IsIdentifier(name))
            return false;

        foreach (var part in name.Split('/'))
        {
            if (!IsWord(name[part]))
                return false;
        }

        return true;
    }

    /// <summary>An image's digest is no name.</summary>
    private static bool IsIdentifier(ReadOnlySpan<char> name)
    {
        var digits = 0;
        foreach (var character in name)
            digits += char.IsAsciiHexDigitLower(character) ? 1 : 0;
        return digits == 64 && name.Length == 64;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || !IsLetter(word[0]) || !IsLetter(word[^1]))
            return false;

        for (var i = 0; i < word.Length; i++)
        {
            if (IsLetter(word[i]))
                continue;

            // One dot, one or two underscores, or any number of dashes stand between letters.
            var start = i;
            while (word[i + 1] == word[start])
                i++;
            var length = i + 1 - start;
            if (!(word[start] == '-' || (word[start] == '.' && length == 1) || (word[start] == '_' && length <= 2)) || !IsLetter(word[i + 1]))
                return false;
        }

        return true;
    }

    private static bool IsLetter(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
}
