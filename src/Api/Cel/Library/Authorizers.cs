using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>What expressions ask of an authorizer.</summary>
internal static class Authorizers
{
    public const string Authorizer = "kubernetes.authorization.Authorizer";
    public const string ResourceCheck = "kubernetes.authorization.ResourceCheck";
    private const string PathCheck = "kubernetes.authorization.PathCheck";
    private const string GroupCheck = "kubernetes.authorization.GroupCheck";
    private const string Decision = "kubernetes.authorization.Decision";

    /// <summary>An authorizer may have to ask somebody else: dear, whatever it costs here.</summary>
    private const long CheckCost = 350_000;

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of($"{Authorizer}.path(string) {PathCheck}", (_, args) => Next(args, PathCheck, (access, path) => access with { Path = NotEmpty(path, "path") })),
        CelOverload.Of($"{Authorizer}.group(string) {GroupCheck}", (_, args) => Next(args, GroupCheck, (access, group) => access with { Group = group })),
        CelOverload.Of($"{Authorizer}.serviceAccount(string, string) {Authorizer}", (_, args) => As(args)),
        CelOverload.Of($"{GroupCheck}.resource(string) {ResourceCheck}", (_, args) => Next(args, ResourceCheck, (access, name) => access with { Resource = NotEmpty(name, "resource") })),
        CelOverload.Of($"{ResourceCheck}.subresource(string) {ResourceCheck}", (_, args) => Next(args, ResourceCheck, (access, name) => access with { Subresource = name })),
        CelOverload.Of($"{ResourceCheck}.namespace(string) {ResourceCheck}", (_, args) => Next(args, ResourceCheck, (access, name) => access with { Namespace = name })),
        CelOverload.Of($"{ResourceCheck}.name(string) {ResourceCheck}", (_, args) => Next(args, ResourceCheck, (access, name) => access with { Name = name })),
        CelOverload.Of($"{ResourceCheck}.fieldSelector(string) {ResourceCheck}", (_, args) => Next(args, ResourceCheck, (access, text) => access with { FieldSelector = text })),
        CelOverload.Of($"{ResourceCheck}.labelSelector(string) {ResourceCheck}", (_, args) => Next(args, ResourceCheck, (access, text) => access with { LabelSelector = text })),
        CelOverload.Of($"{PathCheck}.check(string) {Decision}", Check),
        CelOverload.Of($"{ResourceCheck}.check(string) {Decision}", Check),
        CelOverload.Of($"{Decision}.allowed() bool", (_, args) => Decided(args).Allowed),
        CelOverload.Of($"{Decision}.reason() string", (_, args) => Decided(args).Reason),
        CelOverload.Of($"{Decision}.errored() bool", (_, args) => Decided(args).Error.Length > 0),
        CelOverload.Of($"{Decision}.error() string", (_, args) => Decided(args).Error),
    ];

    /// <summary>The value of a variable that stands for the authorizer.</summary>
    public static object Value(ICelAuthorizer authorizer) => new Question(authorizer, new(), Authorizer);

    /// <summary>The value of a variable that stands for a check of the resource that a request is about.</summary>
    public static object Value(ICelAuthorizer authorizer, CelAccess access) => new Question(authorizer, access, ResourceCheck);

    private static Question Next(object?[] args, string type, Func<CelAccess, string, CelAccess> with)
    {
        var asked = (Question)args[0]!;
        return new(asked.Authorizer, with(asked.Access, (string)args[1]!), type);
    }

    private static Question As(object?[] args)
    {
        var (asked, space, name) = ((Question)args[0]!, (string)args[1]!, (string)args[2]!);
        if (DnsNames.Subdomain(name).Count > 0)
            throw new CelException("Invalid service account name");
        if (DnsNames.Label(space).Count > 0)
            throw new CelException("Invalid service account namespace");
        return new(asked.Authorizer, asked.Access with { ServiceAccount = $"{space}:{name}" }, Authorizer);
    }

    private static Answer Check(CelRun run, object?[] args)
    {
        run.Charge(CheckCost);
        var asked = (Question)args[0]!;
        return new(asked.Authorizer.Decide(asked.Access with { Verb = (string)args[1]! }));
    }

    private static CelDecision Decided(object?[] args) => ((Answer)args[0]!).Decision;

    private static string NotEmpty(string text, string what) => text.Trim().Length > 0 ? text : throw new CelException($"{what} must not be empty");

    private sealed record Question(ICelAuthorizer Authorizer, CelAccess Access, string TypeName) : ICelOpaque;

    private sealed record Answer(CelDecision Decision) : ICelOpaque
    {
        public string TypeName => Authorizers.Decision;
    }
}
