using System.Buffers.Text;
using System.Security.Cryptography;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>The key pair that signs the tokens of service accounts (ECDSA on P-256). Read when first used.</summary>
internal sealed class SigningKey(string pemFile)
{
    public const string Algorithm = "ES256";
    private readonly Lazy<(ECDsa Key, string Id)> _key = new(() => Load(pemFile));

    public string Id => _key.Value.Id;

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        // A key object must not be used by two threads at once.
        lock (_key)
            return _key.Value.Key.SignData(data, HashAlgorithmName.SHA256);
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_key)
            return _key.Value.Key.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }

    public TreeObject ToWebKey()
    {
        var point = _key.Value.Key.ExportParameters(includePrivateParameters: false).Q;
        var key = new TreeObject();
        key.Set("use", "sig");
        key.Set("kty", "EC");
        key.Set("kid", Id);
        key.Set("crv", "P-256");
        key.Set("alg", Algorithm);
        key.Set("x", Base64Url.EncodeToString(point.X));
        key.Set("y", Base64Url.EncodeToString(point.Y));
        return key;
    }

    private static (ECDsa Key, string Id) Load(string pemFile)
    {
        var key = pemFile.Length > 0 ? ECDsa.Create() : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (pemFile.Length > 0)
            key.ImportFromPem(File.ReadAllText(pemFile));
        return (key, Base64Url.EncodeToString(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
    }
}
