namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>What configures admission is not subject to it: a mistake in it could never be mended.</summary>
internal static class ExemptResources
{
    public static bool Has(AdmissionRequest request) => request.Resource.Kind is
    {
        Group: "admissionregistration.k8s.io",
        Plural: "validatingwebhookconfigurations" or "mutatingwebhookconfigurations" or "validatingadmissionpolicies" or "validatingadmissionpolicybindings",
    };
}
