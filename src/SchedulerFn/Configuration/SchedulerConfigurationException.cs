namespace CloudletK8s.SchedulerFn.Configuration;

/// <summary>The configuration file cannot be used; the message says where and why, for who wrote it.</summary>
public sealed class SchedulerConfigurationException(string message) : Exception(message);
