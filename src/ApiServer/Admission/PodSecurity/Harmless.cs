namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>A value that any pod may use, since a minor version of Kubernetes 1.</summary>
internal sealed record Harmless(string Value, int Since = 0)
{
    public static bool Has(Harmless[] values, string value, int minor) => Array.Exists(values, known => known.Value == value && known.Since <= minor);
}
