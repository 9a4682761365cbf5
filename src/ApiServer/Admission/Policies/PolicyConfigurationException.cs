namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>A policy or binding that cannot be applied as it is.</summary>
public sealed class PolicyConfigurationException(string message) : Exception(message);
