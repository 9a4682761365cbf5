using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>The common name is the user, each organization a group.</summary>
internal static class CertificateUsers
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";

    public static UserInfo Of(X509Certificate2 certificate)
    {
        var name = "";
        var groups = new List<string>();
        foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
        {
            switch (part.GetSingleElementType().Value)
            {
                case CommonName:
                    name = part.GetSingleElementValue() ?? "";
                    break;
                case Organization:
                    groups.Add(part.GetSingleElementValue() ?? "");
                    break;
            }
        }

        groups.Add(UserInfo.AuthenticatedGroup);
        return new(name, groups);
    }
}
