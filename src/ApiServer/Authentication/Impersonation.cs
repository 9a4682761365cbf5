using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Authentication;

/// <summary>Acting as somebody else, where the authorizer lets the caller.</summary>
internal sealed class Impersonation(IAuthorizer authorizer)
{
    private const string UserHeader = "Impersonate-User";
    private const string GroupHeader = "Impersonate-Group";
    private const string UidHeader = "Impersonate-Uid";
    private const string ExtraPrefix = "Impersonate-Extra-";
    private const string AccountPrefix = "system:serviceaccount:";
    private const string AuthenticationGroup = "authentication.k8s.io";

    public static bool IsAskedFor(IHeaderDictionary headers) => headers.ContainsKey(UserHeader) || headers.ContainsKey(GroupHeader)
        || headers.ContainsKey(UidHeader) || headers.Keys.Any(IsExtra);

    public async ValueTask<UserInfo> Become(UserInfo caller, IHeaderDictionary headers, CancellationToken cancellationToken)
    {
        var name = headers[UserHeader].ToString();
        if (name.Length == 0)
            throw ApiErrors.Internal($"requested impersonating without impersonating a user: groups=[{string.Join(' ', headers[GroupHeader].ToArray())}]");
        if (caller.IsAnonymous)
            throw ApiErrors.Unauthorized();

        var groups = headers[GroupHeader].OfType<string>().ToList();
        await RequireName(caller, name, cancellationToken);
        foreach (var group in groups)
            await Require(caller, new() { Verb = "impersonate", Resource = "groups", Name = group }, cancellationToken);

        var uid = headers[UidHeader].ToString();
        if (uid.Length > 0)
            await Require(caller, new() { Verb = "impersonate", Group = AuthenticationGroup, Version = "v1", Resource = "uids", Name = uid }, cancellationToken);
        var extra = await Extra(caller, headers, cancellationToken);
        return new(name, Complete(name, groups)) { Uid = uid, Extra = extra };
    }

    private ValueTask RequireName(UserInfo caller, string name, CancellationToken cancellationToken) =>
        Account(name) is var (inNamespace, account)
            ? Require(caller, new() { Verb = "impersonate", Resource = "serviceaccounts", Namespace = inNamespace, Name = account }, cancellationToken)
            : Require(caller, new() { Verb = "impersonate", Resource = "users", Name = name }, cancellationToken);

    private async ValueTask<Dictionary<string, IReadOnlyList<string>>> Extra(
        UserInfo caller, IHeaderDictionary headers, CancellationToken cancellationToken)
    {
        var extra = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (header, values) in headers)
        {
            if (!IsExtra(header))
                continue;

            var key = Uri.UnescapeDataString(header[ExtraPrefix.Length..].ToLowerInvariant());
            foreach (var value in values)
            {
                var attributes = new AccessAttributes
                {
                    Verb = "impersonate",
                    Group = AuthenticationGroup,
                    Version = "v1",
                    Resource = "userextras",
                    Subresource = key,
                    Name = value ?? "",
                };
                await Require(caller, attributes, cancellationToken);
            }

            extra[key] = [.. values.OfType<string>()];
        }

        return extra;
    }

    private async ValueTask Require(UserInfo caller, AccessAttributes attributes, CancellationToken cancellationToken)
    {
        if (caller.IsMaster)
            return;

        var decision = await authorizer.Decide(caller, attributes, cancellationToken);
        if (!decision.Allowed)
            throw AccessRefusal.For(caller, attributes, decision);
    }

    /// <summary>Who is impersonated belongs to the groups that a login would have given.</summary>
    private static List<string> Complete(string name, List<string> groups)
    {
        if (groups.Count == 0 && Account(name) is var (inNamespace, _))
            groups.AddRange(["system:serviceaccounts", $"system:serviceaccounts:{inNamespace}"]);

        var anonymous = name == UserInfo.Anonymous.Name;
        if (!groups.Contains(UserInfo.AuthenticatedGroup) && !groups.Contains("system:unauthenticated"))
            groups.Add(anonymous ? "system:unauthenticated" : UserInfo.AuthenticatedGroup);
        return groups;
    }

    private static (string Namespace, string Name)? Account(string user) =>
        user.StartsWith(AccountPrefix, StringComparison.Ordinal) && user[AccountPrefix.Length..].Split(':') is [{ Length: > 0 } inNamespace, { Length: > 0 } name]
            ? (inNamespace, name)
            : null;

    private static bool IsExtra(string header) => header.StartsWith(ExtraPrefix, StringComparison.OrdinalIgnoreCase);
}
