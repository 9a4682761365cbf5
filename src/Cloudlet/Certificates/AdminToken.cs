using System.Security.Cryptography;
using CloudletK8s.Cloudlet.Data;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>The administrator's bearer token: random, kept in a file of its own.</summary>
internal static class AdminToken
{
    private const int Bytes = 32;

    public static string Open(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } known)
            return known;

        var made = RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);
        PrivateFile.Write(file, made + "\n");
        return made;
    }
}
