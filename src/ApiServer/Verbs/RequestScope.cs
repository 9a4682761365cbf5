using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Requests;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>A request and the resource it goes to.</summary>
public sealed class RequestScope(ApiRequest request, ServedResource resource, DateTimeOffset now)
{
    public ApiRequest Request { get; } = request;

    public ServedResource Resource { get; } = resource;

    public KindInfo Kind => Resource.Kind;

    public KindInfo Storage => Resource.Storage;

    public QueryOptions Query => Request.Query;

    public string Namespace => Request.Path.Namespace;

    public string Name => Request.Path.Name;

    public string Subresource => Request.Path.Subresource;

    public ObjectKey Key => new(Namespace, Name);

    /// <summary>Whole seconds, as timestamps are written.</summary>
    public DateTimeOffset Now { get; } = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>Verbs that need a store are refused before for kinds that have none.</summary>
    public IResourceStore Store => Resource.Store ?? throw new InvalidOperationException($"{Kind} is not stored");

    /// <summary>Who owns the fields that this request sets.</summary>
    public string FieldManager => Query.FieldManager.Length > 0 ? Query.FieldManager : ManagerFromUserAgent(Request.UserAgent);

    public RuleContext Rules => field ??= new()
    {
        Now = Now,
        Subresource = Subresource,
        ApiVersion = Kind.ApiVersion,
        UserName = Request.User.Name,
        UserUid = Request.User.Uid,
        UserGroups = Request.User.Groups,
        UserExtra = Request.User.Extra,
        Warnings = Request.Warnings,
    };

    /// <summary>A tree in the storage version, as this request's version shows it.</summary>
    public ValueTask<TreeObject> ToServed(TreeObject stored, CancellationToken cancellationToken) =>
        Resource.NeedsConversion ? Resource.Convert(stored, Kind, cancellationToken) : new(stored);

    private static string ManagerFromUserAgent(string agent)
    {
        var slash = agent.IndexOf('/');
        var name = slash < 0 ? agent : agent[..slash];
        return name.Length > 0 ? name : "unknown";
    }
}
