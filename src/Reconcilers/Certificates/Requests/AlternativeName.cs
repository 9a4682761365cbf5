using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.Reconcilers.Certificates.Requests;

/// <summary>Another name of a certificate's subject, as it stands in the request. Kinds of names that Kubernetes does not know are dropped.</summary>
internal sealed record AlternativeName(AlternativeNameType Type, ReadOnlyMemory<byte> Value)
{
    private const string Oid = "2.5.29.17";

    public static IReadOnlyList<AlternativeName> Read(IEnumerable<X509Extension> extensions)
    {
        if (extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid) is not { } found)
            return [];

        try
        {
            var names = new List<AlternativeName>();
            var reader = new AsnReader(found.RawData, AsnEncodingRules.DER).ReadSequence();
            while (reader.HasData)
            {
                var tag = reader.PeekTag();
                var value = reader.ReadEncodedValue();
                if (tag.TagClass == TagClass.ContextSpecific && Enum.IsDefined((AlternativeNameType)tag.TagValue))
                    names.Add(new((AlternativeNameType)tag.TagValue, AsnDecoder.ReadOctetString(value.Span, AsnEncodingRules.DER, out _, tag)));
            }

            return names;
        }
        catch (AsnContentException damaged)
        {
            throw new CryptographicException("the alternative names cannot be read", damaged);
        }
    }

    public static X509Extension Write(IReadOnlyList<AlternativeName> names, bool isSubjectEmpty)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var name in names)
                writer.WriteOctetString(name.Value.Span, new Asn1Tag(TagClass.ContextSpecific, (int)name.Type));
        }

        return new(Oid, writer.Encode(), critical: isSubjectEmpty);
    }
}
