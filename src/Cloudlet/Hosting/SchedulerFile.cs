using CloudletK8s.Cloudlet.Commands;
using CloudletK8s.SchedulerFn.Configuration;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.Cloudlet.Hosting;

/// <summary>The scheduler's profiles from a file of the user's.</summary>
internal static class SchedulerFile
{
    /// <exception cref="CommandException">The file cannot be read, or asks for what there is not.</exception>
    public static SchedulerConfiguration Read(string? file)
    {
        if (file is null)
            return new();

        try
        {
            return SchedulerConfigurationReader.Read(File.ReadAllBytes(file));
        }
        catch (Exception ex) when (ex is SchedulerConfigurationException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--scheduler-config {file}: {ex.Message}", ex);
        }
    }
}
