namespace CloudletK8s.Api.Values;

/// <summary>Walks Go's two layouts over a text, so that errors name the same part in the same words.</summary>
internal ref struct GoTimeReader(string text, bool micros)
{
    private ReadOnlySpan<char> _rest = text;
    private string? _error;

    public bool Read(out DateTimeOffset time, out string? error)
    {
        time = default;
        var year = Year();
        Literal("-");
        var month = Number("01", "month", 1, 12);
        Literal("-");
        var day = Number("02", null, 0, 99);
        Literal("T");
        var hour = Hour();
        Literal(":");
        var minute = Number("04", "minute", 0, 59);
        Literal(":");
        var second = Number("05", "second", 0, 59);
        var ticks = Fraction();
        var offset = Offset();
        if (_error is null && !_rest.IsEmpty)
            Fail($": extra text: {GoQuote.Text(_rest.ToString())}");
        if (_error is null && (day < 1 || day > DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month)))
            Fail(": day out of range");
        if (_error is null)
            Compose(year, month, day, (((hour * 60) + minute) * 60) + second - offset, ticks, out time);

        error = _error;
        return error is null;
    }

    private void Compose(int year, int month, int day, int seconds, int ticks, out DateTimeOffset time)
    {
        time = default;
        var date = year is < 1 or > 9999 ? DateTime.MinValue : new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        var total = date.Ticks + (seconds * TimeSpan.TicksPerSecond) + ticks;
        if (year is < 1 or > 9999 || total < 0 || total > DateTime.MaxValue.Ticks)
            Fail(": year out of range");
        else
            time = new(total, TimeSpan.Zero);
    }

    private int Year()
    {
        if (_rest.Length >= 4 && !_rest[..4].ContainsAnyExceptInRange('0', '9'))
        {
            var year = int.Parse(_rest[..4]);
            _rest = _rest[4..];
            return year;
        }

        FailAt("2006");
        return 0;
    }

    private int Number(string layout, string? name, int smallest, int largest)
    {
        if (_error is not null)
            return 0;

        if (_rest.Length < 2 || !char.IsAsciiDigit(_rest[0]) || !char.IsAsciiDigit(_rest[1]))
        {
            FailAt(layout);
            return 0;
        }

        var number = int.Parse(_rest[..2]);
        _rest = _rest[2..];
        if (number < smallest || number > largest)
            Fail($": {name} out of range");
        return number;
    }

    // The one part that Go also takes with a single digit.
    private int Hour()
    {
        if (_error is not null)
            return 0;

        if (_rest.IsEmpty || !char.IsAsciiDigit(_rest[0]))
        {
            FailAt("15");
            return 0;
        }

        var length = _rest.Length > 1 && char.IsAsciiDigit(_rest[1]) ? 2 : 1;
        var hour = int.Parse(_rest[..length]);
        _rest = _rest[length..];
        if (hour > 23)
            Fail(": hour out of range");
        return hour;
    }

    private int Fraction()
    {
        if (_error is not null)
            return 0;

        var length = _rest.Length > 0 && _rest[0] is '.' or ',' ? _rest[1..].IndexOfAnyExceptInRange('0', '9') : 0;
        if (length < 0)
            length = _rest.Length - 1;
        if (micros)
        {
            if (length < 6)
            {
                FailAt(".000000");
                return 0;
            }

            length = 6;
        }

        if (length == 0)
            return 0;

        var ticks = 0;
        for (var i = 1; i <= 7; i++)
            ticks = (ticks * 10) + (i <= length ? _rest[i] - '0' : 0);
        _rest = _rest[(length + 1)..];
        return ticks;
    }

    private int Offset()
    {
        if (_error is not null)
            return 0;

        if (_rest.Length > 0 && _rest[0] == 'Z')
        {
            _rest = _rest[1..];
            return 0;
        }

        if (_rest.Length < 6 || _rest[0] is not ('+' or '-') || _rest[3] != ':' || _rest.Slice(1, 2).ContainsAnyExceptInRange('0', '9')
            || _rest.Slice(4, 2).ContainsAnyExceptInRange('0', '9'))
        {
            FailAt("Z07:00");
            return 0;
        }

        var (hours, minutes) = (int.Parse(_rest.Slice(1, 2)), int.Parse(_rest.Slice(4, 2)));
        if (hours > 24)
            Fail(": time zone offset hour out of range");
        else if (minutes > 60)
            Fail(": time zone offset minute out of range");

        var seconds = ((hours * 60) + minutes) * 60 * (_rest[0] == '-' ? -1 : 1);
        _rest = _rest[6..];
        return seconds;
    }

    private void Literal(string literal)
    {
        if (_error is not null)
            return;

        if (_rest.StartsWith(literal))
            _rest = _rest[literal.Length..];
        else
            FailAt(literal);
    }

    private void FailAt(string part)
    {
        if (_error is null)
        {
            var layout = micros ? GoTime.MicrosLayout : GoTime.SecondsLayout;
            Fail($" as {GoQuote.Text(layout)}: cannot parse {GoQuote.Text(_rest.ToString())} as {GoQuote.Text(part)}");
        }
    }

    private void Fail(string what) => _error ??= $"parsing time {GoQuote.Text(text)}{what}";
}
