using System.Globalization;

namespace CloudletK8s.ApiServer.OpenApi;

internal static class AnswerTexts
{
    public static string Number(int code) => code.ToString(CultureInfo.InvariantCulture);

    public static string Of(int code) => code switch
    {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        _ => "Unauthorized",
    };
}
