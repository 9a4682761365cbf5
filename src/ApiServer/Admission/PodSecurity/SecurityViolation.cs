namespace CloudletK8s.ApiServer.Admission.PodSecurity;

/// <summary>What is wrong with a pod in one respect.</summary>
internal sealed record SecurityViolation(string Reason, string Detail)
{
    public override string ToString() => $"{Reason} ({Detail})";
}
