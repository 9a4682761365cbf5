using System.CommandLine;
using CloudletK8s.Cloudlet.Commands;
using CloudletK8s.Cloudlet.Hosting;

namespace CloudletK8s.Cloudlet;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var parsed = CommandLine.Build().Parse(args);
        if (parsed.Errors.Count > 0)
            return Refuse(Fault(parsed));

        using var signals = new StopSignals();
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Stop);
        }
        catch (CommandException ex)
        {
            return Refuse(ex.Message);
        }
    }

    /// <summary>A word that means nothing says more than what is missing because of it.</summary>
    private static string Fault(ParseResult parsed)
    {
        var messages = parsed.Errors.Select(static error => error.Message).ToArray();
        return messages.FirstOrDefault(message => parsed.UnmatchedTokens.Any(message.Contains)) ?? messages[0];
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine($"cloudlet: {message.ReplaceLineEndings(" ").TrimEnd()}");
        return CommandLine.Misuse;
    }
}
