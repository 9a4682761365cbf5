using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CloudletK8s.Store.AzureTables;

/// <summary>Signs each attempt anew, since the signature holds the time.</summary>
internal sealed class SharedKeyLitePolicy(string account, byte[] key, TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var path = message.Request.Uri.ToUri().AbsolutePath;
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{date}\n/{account}{path}"));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {account}:{Convert.ToBase64String(signature)}");
    }
}
