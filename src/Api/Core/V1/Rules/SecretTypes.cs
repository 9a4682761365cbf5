using System.Text;
using System.Text.Json;
using CloudletK8s.Api.Rules;

namespace CloudletK8s.Api.Core.V1.Rules;

/// <summary>What a secret of a known type must hold.</summary>
internal static class SecretTypes
{
    private const string AccountName = "kubernetes.io/service-account.name";

    private static readonly FieldPath Data = FieldPath.Root("data");

    public static void Validate(Secret secret, FieldErrors errors)
    {
        var data = secret.Data ?? new Dictionary<string, byte[]>();
        switch (secret.Type)
        {
            case "kubernetes.io/service-account-token":
                if (string.IsNullOrEmpty(secret.Metadata?.Annotations?.GetValueOrDefault(AccountName)))
                    errors.Required(FieldPath.Root("metadata").Child("annotations").Key(AccountName));
                break;
            case "kubernetes.io/dockercfg":
                ValidateJson(data, ".dockercfg", errors);
                break;
            case "kubernetes.io/dockerconfigjson":
                ValidateJson(data, ".dockerconfigjson", errors);
                break;
            case "kubernetes.io/basic-auth" when !data.ContainsKey("username") && !data.ContainsKey("password"):
                errors.Required(Data.Key("username"));
                errors.Required(Data.Key("password"));
                break;
            case "kubernetes.io/ssh-auth" when !data.TryGetValue("ssh-privatekey", out var key) || key.Length == 0:
                errors.Required(Data.Key("ssh-privatekey"));
                break;
            case "kubernetes.io/tls":
                foreach (var name in TlsKeys)
                {
                    if (!data.ContainsKey(name))
                        errors.Required(Data.Key(name));
                }

                break;
        }
    }

    private static readonly string[] TlsKeys = ["tls.crt", "tls.key"];

    private static void ValidateJson(IReadOnlyDictionary<string, byte[]> data, string key, FieldErrors errors)
    {
        if (!data.TryGetValue(key, out var text))
            errors.Required(Data.Key(key));
        else if (JsonProblem(text) is { } problem)
            errors.Invalid(Data.Key(key), "<secret contents redacted>", problem);
    }

    /// <summary>In Go's words: clients show them.</summary>
    private static string? JsonProblem(byte[] text)
    {
        if (text.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return "unexpected end of JSON input";

        try
        {
            using var document = JsonDocument.Parse(text);
            var kind = document.RootElement.ValueKind switch
            {
                JsonValueKind.Array => "array",
                JsonValueKind.String => "string",
                JsonValueKind.Number => "number",
                JsonValueKind.True or JsonValueKind.False => "bool",
                _ => null,
            };
            return kind is null ? null : $"json: cannot unmarshal {kind} into Go value of type map[string]interface {{}}";
        }
        catch (JsonException exception)
        {
            var at = OffsetOf(text, exception);
            if (at >= text.Length)
                return "unexpected end of JSON input";

            Rune.DecodeFromUtf8(text.AsSpan(at), out var rune, out _);
            return $"invalid character '{rune}' looking for beginning of value";
        }
    }

    private static int OffsetOf(ReadOnlySpan<byte> text, JsonException exception)
    {
        var start = 0;
        for (var line = 0L; line < (exception.LineNumber ?? 0) && start < text.Length; line++)
        {
            var end = text[start..].IndexOf((byte)'\n');
            if (end < 0)
                break;
            start += end + 1;
        }

        return start + (int)(exception.BytePositionInLine ?? 0);
    }
}
