using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Errors;

/// <summary>The failures of the API, in Kubernetes' words: clients and people match on them.</summary>
public static class ApiErrors
{
    public static ApiException NotFound(string group, string plural, string name) =>
        new(404, "NotFound", $"{Qualified(group, plural)} \"{name}\" not found") { Details = Details(group, plural, name) };

    public static ApiException NotFound(KindInfo kind, string name) => NotFound(kind.Group, kind.Plural, name);

    /// <summary>No such path, or no such resource.</summary>
    public static ApiException NoSuchPath() =>
        new(404, "NotFound", "the server could not find the requested resource") { Details = new TreeObject() };

    /// <summary>No handler knows the path, not even its group and version: what answers is no API.</summary>
    public static ApiException NoSuchPage() => new(404, "NotFound", "404 page not found") { IsPlainText = true };

    public static ApiException AlreadyExists(KindInfo kind, string name) =>
        new(409, "AlreadyExists", $"{kind.GroupResource} \"{name}\" already exists") { Details = Details(kind, name) };

    /// <summary>The random name was taken: rare, and worth trying again.</summary>
    public static ApiException GeneratedNameTaken(KindInfo kind, string name) => new(
        409, "AlreadyExists", $"{kind.GroupResource} \"{name}\" already exists, the server was not able to generate a unique name for the object")
    {
        Details = Details(kind, name),
    };

    public static ApiException Conflict(KindInfo kind, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {kind.GroupResource} \"{name}\": {why}") { Details = Details(kind, name) };

    public static ApiException ObjectModified(KindInfo kind, string name) => Conflict(
        kind, name, "the object has been modified; please apply your changes to the latest version and try again");

    public static ApiException Invalid(KindInfo kind, string name, IReadOnlyList<FieldError> errors) =>
        Invalid(kind.Group, kind.Kind, name, errors);

    public static ApiException Invalid(string group, string kind, string name, IReadOnlyList<FieldError> errors)
    {
        var causes = new TreeList(errors.Count);
        foreach (var error in errors)
        {
            var cause = new TreeObject(3);
            cause.Set("reason", error.Reason);
            cause.Set("message", error.Message);
            cause.Set("field", error.Field);
            causes.Add(cause);
        }

        var details = Details(group, kind, name);
        details.Set("causes", causes);
        var texts = errors.Select(error => error.ToString()).Distinct().ToList();
        var all = texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
        return new(422, "Invalid", $"{Qualified(group, kind)} \"{name}\" is invalid: {all}") { Details = details };
    }

    public static ApiException BadRequest(string message) => new(400, "BadRequest", message);

    /// <param name="kind">CreateOptions, ListOptions and so on.</param>
    public static ApiException InvalidOptions(string kind, FieldErrors errors) => Invalid("meta.k8s.io", kind, "", errors.All);

    /// <param name="value">The patched object, or the patch, as far as the client is shown it.</param>
    public static ApiException InvalidPatch(string value, string why)
    {
        var errors = new FieldErrors();
        errors.Invalid(FieldPath.Root("patch"), value, why);
        return Invalid("", "", "", errors.All);
    }

    public static ApiException Patch(PatchError error) =>
        new(error.Code, error.Reason, error.Message) { Details = error.Code == 422 ? new TreeObject() : null };

    public static ApiException InvalidResourceVersion(string text)
    {
        var errors = new FieldErrors();
        var why = text.All(char.IsAsciiDigit) ? "value out of range" : "invalid syntax";
        errors.Invalid(FieldPath.Root("resourceVersion"), text, $"strconv.ParseUint: parsing {Api.Values.GoQuote.Text(text)}: {why}");
        return BadRequest($"invalid resource version: {errors.All[0]}");
    }

    public static ApiException Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static ApiException Forbidden(string group, string plural, string name, string why)
    {
        var what = Qualified(group, plural);
        return new(403, "Forbidden", name.Length == 0 ? $"{what} is forbidden: {why}" : $"{what} \"{name}\" is forbidden: {why}")
        {
            Details = Details(group, plural, name),
        };
    }

    public static ApiException Forbidden(KindInfo kind, string name, string why) => Forbidden(kind.Group, kind.Plural, name, why);

    public static ApiException MethodNotAllowed(KindInfo kind, string action) =>
        new(405, "MethodNotAllowed", $"{action} is not supported on resources of kind \"{kind.GroupResource}\"") { Details = Details(kind, "") };

    public static ApiException VerbNotAllowed() =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource") { Details = new TreeObject() };

    public static ApiException NotAcceptable(IEnumerable<string> offered) =>
        new(406, "NotAcceptable", "only the following media types are accepted: " + string.Join(", ", offered));

    public static ApiException UnsupportedMediaType(IEnumerable<string> offered) => new(
        415, "UnsupportedMediaType", "the body of the request was in an unknown format - accepted media types include: " + string.Join(", ", offered));

    /// <summary>A watch or continue token from before what is kept.</summary>
    public static ApiException Expired(string message) => new(410, "Expired", message);

    public static ApiException TooOldResourceVersion(long asked, long oldest) =>
        Expired($"too old resource version: {asked} ({oldest})");

    public static ApiException TooLargeResourceVersion(long asked, long newest) =>
        new(504, "Timeout", $"Timeout: Too large resource version: {asked}, current: {newest}")
        {
            Details = new TreeObject
            {
                ["causes"] = new TreeList([new TreeObject
                {
                    ["reason"] = new TreeText("ResourceVersionTooLarge"),
                    ["message"] = new TreeText("Too large resource version"),
                }]),
                ["retryAfterSeconds"] = TreeNumber.Of(1),
            },
            RetryAfterSeconds = 1,
        };

    public static ApiException RequestEntityTooLarge(string message) => new(413, "RequestEntityTooLarge", message);

    public static ApiException TooManyRequests(string message, int retryAfterSeconds) => new(429, "TooManyRequests", message)
    {
        Details = new TreeObject { ["retryAfterSeconds"] = TreeNumber.Of(retryAfterSeconds) },
        RetryAfterSeconds = retryAfterSeconds,
    };

    public static ApiException Internal(string message) => new(500, "InternalError", $"Internal error occurred: {message}")
    {
        Details = new TreeObject { ["causes"] = new TreeList([new TreeObject { ["message"] = new TreeText(message) }]) },
    };

    private static TreeObject Details(KindInfo kind, string name) => Details(kind.Group, kind.Plural, name);

    private static TreeObject Details(string group, string kind, string name)
    {
        var details = new TreeObject();
        if (name.Length > 0)
            details.Set("name", name);
        if (group.Length > 0)
            details.Set("group", group);
        if (kind.Length > 0)
            details.Set("kind", kind);
        return details;
    }

    private static string Qualified(string group, string name) => group.Length == 0 ? name : $"{name}.{group}";
}
