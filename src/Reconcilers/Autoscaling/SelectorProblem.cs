namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>Why it cannot be told which pods an autoscaler is about.</summary>
/// <param name="EventReason">"SelectorRequired".</param>
/// <param name="Error">As the event has it.</param>
/// <param name="Reason">"InvalidSelector".</param>
/// <param name="Message">As the condition has it.</param>
internal sealed record SelectorProblem(string EventReason, string Error, string Reason, string Message);
