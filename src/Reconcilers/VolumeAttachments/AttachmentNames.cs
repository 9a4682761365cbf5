using System.Security.Cryptography;
using System.Text;

namespace CloudletK8s.Reconcilers.VolumeAttachments;

/// <summary>Names that nodes and drivers derive in the same way.</summary>
internal static class AttachmentNames
{
    public static string Attachment(string handle, string driver, string node) =>
        "csi-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(handle + driver + node)));

    /// <summary>The volume in a node's status.</summary>
    public static string Volume(string driver, string handle) => $"kubernetes.io/csi/{driver}^{handle}";
}
