using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CloudletK8s.Cloudlet.Data;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>Certificates and keys as PEM files: name.crt beside name.key.</summary>
internal sealed class KeyFiles(string directory)
{
    public string PathOf(string file) => Path.Combine(directory, file);

    public bool Exists(string file) => File.Exists(PathOf(file));

    public string ReadText(string file) => File.ReadAllText(PathOf(file));

    public void WriteText(string file, string content) => PrivateFile.Write(PathOf(file), content);

    /// <summary>Null when it is not there, or without its key: then it was never finished.</summary>
    public X509Certificate2? ReadCertificate(string name) =>
        Exists($"{name}.crt") && Exists($"{name}.key") ? X509Certificate2.CreateFromPem(ReadText($"{name}.crt")) : null;

    public X509Certificate2? ReadWithKey(string name) =>
        Exists($"{name}.crt") && Exists($"{name}.key")
            ? X509Certificate2.CreateFromPem(ReadText($"{name}.crt"), ReadText($"{name}.key"))
            : null;

    public void Write(string name, X509Certificate2 certificate, ECDsa key)
    {
        // A crash between the two must not leave a certificate beside another certificate's key.
        File.Delete(PathOf($"{name}.crt"));
        WriteText($"{name}.key", key.ExportPkcs8PrivateKeyPem());
        WriteText($"{name}.crt", certificate.ExportCertificatePem() + "\n");
    }
}
