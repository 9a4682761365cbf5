namespace CloudletK8s.Cloudlet.Commands;

/// <summary>What the user asked for cannot be done; the message is the one line they read, and the exit code is 2.</summary>
public sealed class CommandException(string message, Exception? cause = null) : Exception(message, cause);
