using System.Text;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>The type that a path takes, and what is said about a body of another.</summary>
internal sealed record ExpectedType(string ApiVersion, string Kind, bool IsCustom)
{
    /// <summary>Where Kubernetes' own registry of kinds stands; part of its message.</summary>
    private const string Registry = "pkg/api/legacyscheme/scheme.go:30";

    /// <summary>So much of an unreadable body is shown.</summary>
    private const int ShownBytes = 30;

    /// <param name="apiVersion">As the body says; empty: it does not.</param>
    public void Check(string apiVersion, string kind, ReadOnlyMemory<byte> body)
    {
        if (apiVersion == ApiVersion && kind == Kind)
            return;

        if (IsCustom)
            CheckCustom(apiVersion, kind, body.Span);
        else
            CheckRecord(apiVersion, kind, body.Span);
    }

    public ApiException CannotBe(string kind, string apiVersion, string why)
    {
        // The metadata of a custom resource is read on its own, so Kubernetes' path to a field begins there.
        if (IsCustom)
            why = why.Replace(" ObjectMeta.metadata.", " ObjectMeta.", StringComparison.Ordinal);

        var version = apiVersion.Length == 0 ? ApiVersion : apiVersion;
        return ApiErrors.BadRequest(
            $"{(kind.Length == 0 ? Kind : kind)} in version \"{version[(version.IndexOf('/') + 1)..]}\" cannot be handled as a {Kind}: {why}");
    }

    public static ApiException Unrecognized(string kind, string why, ReadOnlySpan<byte> body) =>
        ApiErrors.BadRequest($"the object provided is unrecognized (must be of type {kind}): {why} ({Summary(body)})");

    /// <summary>The definition of a custom resource gives no defaults for its type.</summary>
    private void CheckCustom(string apiVersion, string kind, ReadOnlySpan<byte> body)
    {
        if (kind.Length == 0)
            throw Unrecognized(Kind, $"Object 'Kind' is missing in '{Encoding.UTF8.GetString(body)}'", body);

        if (apiVersion != ApiVersion)
            throw OtherVersion(apiVersion);

        var errors = new FieldErrors();
        errors.Invalid(FieldPath.Root("kind"), kind, $"must be {Kind}");
        throw ApiErrors.Invalid(ApiVersion[..Math.Max(0, ApiVersion.IndexOf('/'))], Kind, "", errors.All);
    }

    private void CheckRecord(string apiVersion, string kind, ReadOnlySpan<byte> body)
    {
        if (apiVersion.Count(character => character == '/') > 1)
            throw Unrecognized(Kind, $"unexpected GroupVersion string: {apiVersion}", body);

        if (apiVersion.Length == 0)
            apiVersion = ApiVersion;
        if (kind.Length == 0)
            kind = Kind;
        if (apiVersion == ApiVersion && kind == Kind)
            return;

        if (!BuiltInKinds.All.Any(known => known.ApiVersion == apiVersion && known.Kind == kind))
            throw CannotBe(kind, apiVersion, $"no kind \"{kind}\" is registered for version \"{apiVersion}\" in scheme \"{Registry}\"");

        throw kind == Kind
            ? OtherVersion(apiVersion)
            : CannotBe(kind, apiVersion, $"converting ({apiVersion[(apiVersion.IndexOf('/') + 1)..]}.{kind}) to ({Package()}.{Kind}): unknown conversion");
    }

    private ApiException OtherVersion(string apiVersion) =>
        ApiErrors.BadRequest($"the API version in the data ({apiVersion}) does not match the expected API version ({ApiVersion})");

    /// <summary>Where Kubernetes keeps its internal form of the kind.</summary>
    private string Package()
    {
        var slash = ApiVersion.IndexOf('/');
        var group = slash < 0 ? "" : ApiVersion[..slash];
        return group is "" or "events.k8s.io" ? "core" : group.Split('.')[0];
    }

    private static string Summary(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return "<empty>";

        var shown = body.Length > ShownBytes ? body[..ShownBytes] : body;
        var text = body[0] == '{' ? Encoding.UTF8.GetString(shown) : Convert.ToHexStringLower(shown);
        return body.Length > ShownBytes ? text + " ..." : text;
    }
}
