using System.Buffers.Binary;
using System.IO.Hashing;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>
/// A short name for what a pod template says. It only has to tell templates apart: which children belong to a template is decided
/// by comparing templates, so that nothing depends on the hash staying the same over versions.
/// </summary>
internal static class TemplateHash
{
    private const int Length = 10;

    /// <param name="collisions">Counts the names that were taken by others.</param>
    public static string Of(PodTemplateSpec? template, int collisions) => Of(RecordBinder.Write(template ?? new()), collisions);

    public static string Of(Tree content, int collisions)
    {
        var hash = new XxHash64();
        hash.Append(JsonTreeWriter.ToUtf8(content));
        if (collisions > 0)
        {
            Span<byte> count = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(count, collisions);
            hash.Append(count);
        }

        return ChildNames.Suffix(hash.GetCurrentHashAsUInt64(), Length);
    }
}
