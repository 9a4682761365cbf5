using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>Finds the first thing that makes a text no JSON, in the words of Go's scanner. Only runs once reading has failed.</summary>
internal ref struct JsonSyntax(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly Stack<bool> _inObject = new();
    private int _at;
    private string? _error;

    /// <returns>Null when it is JSON.</returns>
    public static string? Explain(ReadOnlySpan<byte> json)
    {
        var syntax = new JsonSyntax(json);
        syntax.Document();
        return syntax._error;
    }

    private void Document()
    {
        var wantsValue = true;
        while (_error is null)
        {
            SkipSpace();
            if (wantsValue)
            {
                wantsValue = Value();
                continue;
            }

            if (_inObject.Count == 0)
            {
                if (_at < _json.Length)
                    Invalid("after top-level value");
                return;
            }

            wantsValue = _inObject.Peek() ? AfterMember() : AfterItem();
        }
    }

    /// <returns>Whether another value must follow (a list or an object has been opened).</returns>
    private bool Value()
    {
        switch (Current())
        {
            case '{':
                _at++;
                _inObject.Push(true);
                SkipSpace();
                if (Current() != '}')
                    return Key();
                _at++;
                _inObject.Pop();
                return false;
            case '[':
                _at++;
                _inObject.Push(false);
                SkipSpace();
                if (Current() != ']')
                    return true;
                _at++;
                _inObject.Pop();
                return false;
            case '"':
                Text();
                return false;
            case 't':
                Literal("true");
                return false;
            case 'f':
                Literal("false");
                return false;
            case 'n':
                Literal("null");
                return false;
            case '-' or (>= '0' and <= '9'):
                Number();
                return false;
            default:
                Invalid("looking for beginning of value");
                return false;
        }
    }

    private bool AfterMember()
    {
        switch (Current())
        {
            case ',':
                _at++;
                SkipSpace();
                return Key();
            case '}':
                _at++;
                _inObject.Pop();
                return false;
            default:
                Invalid("after object key:value pair");
                return false;
        }
    }

    private bool AfterItem()
    {
        switch (Current())
        {
            case ',':
                _at++;
                return true;
            case ']':
                _at++;
                _inObject.Pop();
                return false;
            default:
                Invalid("after array element");
                return false;
        }
    }

    private bool Key()
    {
        if (Current() != '"')
        {
            Invalid("looking for beginning of object key string");
            return false;
        }

        Text();
        SkipSpace();
        if (_error is null && Current() != ':')
            Invalid("after object key");
        _at++;
        return true;
    }

    private void Text()
    {
        _at++;
        while (Current() is not -1 and not '"')
        {
            if (Current() < ' ')
            {
                Invalid("in string literal");
                return;
            }

            if (Current() == '\\' && !Escape())
                return;
            _at++;
        }

        if (Current() < 0)
            Invalid("in string literal");
        _at++;
    }

    private bool Escape()
    {
        _at++;
        if (Current() != 'u')
        {
            if (Current() < 0 || !"\"\\/bfnrt".Contains((char)Current()))
                Invalid("in string escape code");
            return _error is null;
        }

        for (var i = 0; i < 4; i++)
        {
            _at++;
            if (Current() < 0 || !char.IsAsciiHexDigit((char)Current()))
            {
                Invalid("in \\u hexadecimal character escape");
                return false;
            }
        }

        return true;
    }

    private void Number()
    {
        if (Current() == '-')
            _at++;
        if (Current() == '0')
            _at++;
        else if (!Digits("in numeric literal"))
            return;

        if (Current() == '.')
        {
            _at++;
            if (!Digits("after decimal point in numeric literal"))
                return;
        }

        if (Current() is 'e' or 'E')
        {
            _at++;
            if (Current() is '+' or '-')
                _at++;
            Digits("in exponent of numeric literal");
        }
    }

    private bool Digits(string context)
    {
        if (Current() is < '0' or > '9')
            Invalid(context);
        while (Current() is >= '0' and <= '9')
            _at++;
        return _error is null;
    }

    private void Literal(string literal)
    {
        for (var i = 1; i < literal.Length; i++)
        {
            _at++;
            if (Current() != literal[i])
            {
                Invalid($"in literal {literal} (expecting '{literal[i]}')");
                return;
            }
        }

        _at++;
    }

    private void SkipSpace()
    {
        while (Current() is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    private readonly int Current() => _at < _json.Length ? _json[_at] : -1;

    private void Invalid(string context) => _error ??= _at < _json.Length
        ? $"invalid character {GoQuote.Byte(_json[_at])} {context}"
        : "unexpected end of JSON input";
}
