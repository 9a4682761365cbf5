using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Printing;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>
/// Where an object's bytes say what it belongs to and what holds it. Found without making anything of them: most changes leave all
/// of it as it was, and are told of to nobody.
/// </summary>
internal readonly ref struct LifeMarks
{
    public ReadOnlySpan<byte> Uid { get; private init; }

    public ReadOnlySpan<byte> Owners { get; private init; }

    public ReadOnlySpan<byte> Finalizers { get; private init; }

    public bool IsDeleting { get; private init; }

    /// <summary>There is something to tell of it while it lives.</summary>
    public bool Any => IsDeleting || Owners.Length > 0 || Finalizers.Length > 0;

    public static LifeMarks Of(ReadOnlySpan<byte> json)
    {
        var metadata = MetadataSlice.Of(json);
        ReadOnlySpan<byte> uid = default, owners = default, finalizers = default;
        var deleting = false;
        var reader = new Utf8JsonReader(metadata);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("uid"u8))
            {
                reader.Read();
                uid = reader.ValueSpan;
            }
            else if (reader.ValueTextEquals("ownerReferences"u8))
            {
                owners = Value(ref reader, metadata);
            }
            else if (reader.ValueTextEquals("finalizers"u8))
            {
                finalizers = Value(ref reader, metadata);
            }
            else if (reader.ValueTextEquals("deletionTimestamp"u8))
            {
                reader.Read();
                deleting = reader.TokenType == JsonTokenType.String;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new() { Uid = uid, Owners = owners, Finalizers = finalizers, IsDeleting = deleting };
    }

    public bool SameAs(LifeMarks other) =>
        IsDeleting == other.IsDeleting && Uid.SequenceEqual(other.Uid) && Owners.SequenceEqual(other.Owners) && Finalizers.SequenceEqual(other.Finalizers);

    public ObjectLife ToLife(KindInfo kind, ObjectKey key, bool isGone) => new()
    {
        Kind = kind,
        Name = new ObjectName(key.Namespace, key.Name),
        Uid = Encoding.UTF8.GetString(Uid),
        Owners = isGone ? [] : [.. Items(Owners).Objects().Select(Link)],
        Finalizers = isGone ? [] : [.. Items(Finalizers).Texts()],
        IsDeleting = IsDeleting,
        IsGone = isGone,
    };

    private static ReadOnlySpan<byte> Value(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private static TreeList Items(ReadOnlySpan<byte> json) => json.Length == 0 ? [] : JsonTreeReader.ReadTrusted([.. "{\"items\":"u8, .. json, .. "}"u8]).List("items") ?? [];

    private static OwnerLink Link(TreeObject reference) => new(
        reference.Text("apiVersion") ?? "",
        reference.Text("kind") ?? "",
        reference.Text("name") ?? "",
        reference.Text("uid") ?? "",
        reference.Flag("blockOwnerDeletion") == true);
}
