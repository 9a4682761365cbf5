using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// Logs one line an entry to a writer (standard error in the hosts). An exception's stack stands on the same line's entry only from
/// Error upwards: what a client does wrong must not fill the log.
/// </summary>
public sealed class LineLoggerFactory(TextWriter writer, LogLevel minimum, TimeProvider time) : ILoggerFactory
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Log lines go to one writer only.");

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var detail = exception switch
        {
            null => "",
            _ when level >= LogLevel.Error => $": {exception}",
            _ => $": {exception.Message}",
        };

        lock (_lock)
            writer.WriteLine($"{now} {Word(level)} {category}: {message}{detail}");
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "error",
    };

    private sealed class LineLogger(LineLoggerFactory factory, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= factory.Minimum && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                factory.Write(logLevel, category, formatter(state, exception), exception);
        }
    }

    private LogLevel Minimum => minimum;
}
