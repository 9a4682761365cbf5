using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.Buses.Functions;

/// <summary>
/// The functions of an app that are no HTTP functions, by name. Every answer has a body: the host waits for ever on an empty one.
/// Any other code than success makes the broker deliver again.
/// </summary>
/// <param name="functions">Answers false, or throws, when the message is to be delivered again.</param>
public sealed partial class FunctionTriggers(
    IReadOnlyDictionary<string, Func<FunctionEnvelope, CancellationToken, ValueTask<bool>>> functions, ILogger<FunctionTriggers> logger)
{
    private static readonly byte[] Empty = "{}"u8.ToArray();

    public async Task Handle(HttpContext http)
    {
        var name = http.Request.Path.Value?.Trim('/') ?? "";
        var code = name.Length == 0 ? StatusCodes.Status200OK
            : functions.TryGetValue(name, out var function) ? await Run(name, function, http)
            : StatusCodes.Status404NotFound;
        http.Response.StatusCode = code;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = Empty.Length;
        await http.Response.Body.WriteAsync(Empty);
    }

    private async Task<int> Run(string name, Func<FunctionEnvelope, CancellationToken, ValueTask<bool>> function, HttpContext http)
    {
        try
        {
            var envelope = await FunctionEnvelope.Read(http.Request.Body, http.RequestAborted);
            return await function(envelope, http.RequestAborted) ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        }
        catch (FormatException broken)
        {
            LogBroken(broken, name);
            return StatusCodes.Status400BadRequest;
        }
        catch (Exception failure)
        {
            LogFailed(failure, name);
            return StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(LogLevel.Error, "function {Name}: what the host sent cannot be read")]
    private partial void LogBroken(Exception broken, string name);

    [LoggerMessage(LogLevel.Error, "function {Name} failed")]
    private partial void LogFailed(Exception failure, string name);
}
