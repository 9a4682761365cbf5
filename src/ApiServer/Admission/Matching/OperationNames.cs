namespace CloudletK8s.ApiServer.Admission.Matching;

internal static class OperationNames
{
    public static string Of(AdmissionOperation operation) => operation switch
    {
        AdmissionOperation.Create => "CREATE",
        AdmissionOperation.Update => "UPDATE",
        AdmissionOperation.Delete => "DELETE",
        _ => "CONNECT",
    };
}
