namespace CloudletK8s.Reconcilers.Certificates.Requests;

/// <summary>With the tags of RFC 5280's GeneralName.</summary>
internal enum AlternativeNameType
{
    Email = 1,
    Dns = 2,
    Uri = 6,
    IpAddress = 7,
}
