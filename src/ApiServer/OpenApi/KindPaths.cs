using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer.Discovery;
using CloudletK8s.ApiServer.Negotiation;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>The paths under which a kind is served, with all that can be done there.</summary>
internal sealed class KindPaths(KindInfo kind)
{
    private const string Status = "io.k8s.apimachinery.pkg.apis.meta.v1.Status";
    private const string DeleteOptions = "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions";
    private const string Patch = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch";

    private readonly string _root = kind.Group.Length == 0 ? $"/api/{kind.Version}" : $"/apis/{kind.ApiVersion}";
    private readonly string _id = OperationNames.GroupVersion(kind.Group, kind.Version);
    private readonly string _tag = OperationNames.Tag(kind.Group, kind.Version);
    private readonly string _scope = kind.Namespaced ? "Namespaced" : "";
    private readonly string _name = DefinitionSet.NameOf(kind);
    private readonly GroupVersionKind _kind = new(kind.Group, kind.Version, kind.Kind);
    private readonly IReadOnlyList<string> _served = kind.Record is null ? MediaTypes.ServedCustom : MediaTypes.Served;

    public IEnumerable<ApiPath> All()
    {
        var collection = kind.Namespaced ? $"{_root}/namespaces/{{namespace}}/{kind.Plural}" : $"{_root}/{kind.Plural}";
        yield return new(collection, kind.Namespaced, "", [.. Collection()]);
        if (kind.Namespaced && kind.Verbs.Contains("list"))
            yield return new($"{_root}/{kind.Plural}", false, "", [List("ForAllNamespaces", "")]);
        if (kind.Verbs.Contains("get"))
            yield return new($"{collection}/{{name}}", kind.Namespaced, kind.Kind, [.. Item()]);
        foreach (var subresource in kind.Subresources)
        {
            var path = $"{collection}/{{name}}/{subresource.Name}";
            var named = ConnectKinds.Name(kind, subresource);
            yield return new(path, kind.Namespaced, named, [.. Below(subresource, "")]);
            if (subresource.Name == "proxy")
                yield return new($"{path}/{{path}}", kind.Namespaced, named, [.. Below(subresource, "WithPath")]);
        }
    }

    private IEnumerable<ApiOperation> Collection()
    {
        if (kind.Verbs.Contains("list"))
            yield return List("", _scope);
        if (kind.Verbs.Contains("create"))
        {
            yield return Operation("post", "post", "create", $"create {OperationNames.Article(kind.Kind)} {kind.Kind}", _scope) with
            {
                Answer = _name, Codes = [200, 201, 202], Body = _name, BodyRequired = true, Query = QueryParameters.Writes,
            };
        }

        if (kind.Verbs.Contains("deletecollection"))
        {
            yield return Operation("delete", "deletecollection", "delete", $"delete collection of {kind.Kind}", $"Collection{_scope}") with
            {
                Answer = Status, Body = DeleteOptions, Query = QueryParameters.CollectionDeletes,
            };
        }
    }

    private ApiOperation List(string suffix, string scope) =>
        Operation("get", "list", "list", $"list or watch objects of kind {kind.Kind}", scope, suffix) with
        {
            Answer = DefinitionSet.ListNameOf(kind),
            Query = QueryParameters.Lists,
            Produces = [.. _served, .. _served.Where(media => media != MediaTypes.Yaml).Select(media => $"{media};stream=watch")],
        };

    private IEnumerable<ApiOperation> Item()
    {
        foreach (var operation in Object(kind.Verbs, $"the specified {kind.Kind}", "", _name, _kind))
            yield return operation;
        if (kind.Verbs.Contains("delete"))
        {
            // Some kinds answer with what was deleted, the others with a status.
            var answer = kind.GroupResource is "pods" or "services" or "serviceaccounts" or "persistentvolumes" or "persistentvolumeclaims"
                or "podtemplates" or "resourcequotas" || kind.Group == "storage.k8s.io" ? _name : Status;
            yield return Operation("delete", "delete", "delete", $"delete {OperationNames.Article(kind.Kind)} {kind.Kind}", _scope) with
            {
                Answer = answer, Codes = [200, 202], Body = DeleteOptions, Query = QueryParameters.Deletes,
            };
        }
    }

    private IEnumerable<ApiOperation> Below(SubresourceInfo subresource, string suffix)
    {
        if (ConnectKinds.Has(kind, subresource))
            return Connect(subresource, suffix);

        var definition = subresource.Schema.Name ?? _name;
        var travels = GroupVersionKind.Of(subresource.ApiVersion, subresource.Kind);
        var title = OperationNames.Title(subresource.Name);
        if (subresource.Name == "log")
        {
            return
            [
                Operation("get", "get", "read", "read log of the specified Pod", _scope, title) with
                {
                    Query = QueryParameters.Logs, Produces = ["text/plain", .. MediaTypes.Served],
                },
            ];
        }

        return
        [
            .. Object(subresource.Verbs, $"{subresource.Name} of the specified {kind.Kind}", title, definition, travels),
            .. subresource.Verbs.Contains("create")
                ? [Operation("post", "post", "create", $"create {subresource.Name} of {OperationNames.Article(kind.Kind)} {kind.Kind}", _scope, title) with
                {
                    Kind = travels, Answer = definition, Codes = [200, 201, 202], Body = definition, BodyRequired = true, Query = QueryParameters.Writes,
                }]
                : (ApiOperation[])[],
        ];
    }

    private IEnumerable<ApiOperation> Object(IReadOnlyList<string> verbs, string what, string suffix, string definition, GroupVersionKind travels)
    {
        if (verbs.Contains("get"))
            yield return Operation("get", "get", "read", $"read {what}", _scope, suffix) with { Kind = travels, Answer = definition };
        if (verbs.Contains("update"))
        {
            yield return Operation("put", "put", "replace", $"replace {what}", _scope, suffix) with
            {
                Kind = travels, Answer = definition, Codes = [200, 201], Body = definition, BodyRequired = true, Query = QueryParameters.Writes,
            };
        }

        if (verbs.Contains("patch"))
        {
            yield return Operation("patch", "patch", "patch", $"partially update {what}", _scope, suffix) with
            {
                Kind = travels,
                Answer = definition,
                Codes = [200, 201],
                Body = Patch,
                BodyRequired = true,
                Query = QueryParameters.Patches,
                Consumes = kind.Record is null ? [.. MediaTypes.Patches.Where(media => media != MediaTypes.StrategicMergePatch)] : MediaTypes.Patches,
            };
        }
    }

    private IEnumerable<ApiOperation> Connect(SubresourceInfo subresource, string suffix)
    {
        var title = OperationNames.Title(subresource.Name) + suffix;
        string[] methods = subresource.Name == "proxy" ? ["get", "put", "post", "delete", "options", "head", "patch"] : ["get", "post"];
        return methods.Select(method => new ApiOperation
        {
            Method = method,
            Action = "connect",
            Id = $"connect{_id}{OperationNames.Title(method)}{_scope}{kind.Kind}{title}",
            Description = $"connect {method.ToUpperInvariant()} requests to {subresource.Name} of {kind.Kind}",
            Tag = _tag,
            Kind = new(kind.Group, kind.Version, ConnectKinds.Name(kind, subresource)),
            Query = QueryParameters.OfConnect(subresource.Name),
        });
    }

    private ApiOperation Operation(string method, string action, string verb, string description, string scope, string suffix = "") => new()
    {
        Method = method,
        Action = action,
        Id = $"{verb}{_id}{scope}{kind.Kind}{suffix}",
        Description = description,
        Tag = _tag,
        Kind = _kind,
        Produces = _served,
    };
}
