using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Requests;

namespace CloudletK8s.ApiServer.Admission.Matching;

/// <summary>A request as webhooks and expressions see it, without its objects.</summary>
internal static class RequestDescription
{
    private const string OptionsVersion = "meta.k8s.io/v1";

    public static TreeObject Of(AdmissionRequest request, AdmissionView view)
    {
        var described = new TreeObject(16);
        described.Set("kind", Kind(view.Kind));
        described.Set("resource", Resource(view.Resource));
        SetText(described, "subResource", request.Subresource);
        described.Set("requestKind", Kind(view.RequestKind));
        described.Set("requestResource", Resource(ResourceId.Of(request.Resource.Kind)));
        SetText(described, "requestSubResource", request.Subresource);
        SetText(described, "name", request.Name);

        // A namespace is in itself.
        SetText(described, "namespace", request.Is("", "namespaces") ? request.Name : request.Namespace);
        described.Set("operation", OperationNames.Of(request.Operation));
        described.Set("userInfo", User(request));
        described.Set("dryRun", request.DryRun);
        described.Set("options", Options(request));
        return described;
    }

    private static TreeObject Kind(KindId kind) => new(3)
    {
        ["group"] = new TreeText(kind.Group),
        ["version"] = new TreeText(kind.Version),
        ["kind"] = new TreeText(kind.Kind),
    };

    private static TreeObject Resource(ResourceId resource) => new(3)
    {
        ["group"] = new TreeText(resource.Group),
        ["version"] = new TreeText(resource.Version),
        ["resource"] = new TreeText(resource.Resource),
    };

    private static TreeObject User(AdmissionRequest request)
    {
        var user = new TreeObject(4);
        SetText(user, "username", request.User.Name);
        SetText(user, "uid", request.User.Uid);
        if (request.User.Groups.Count > 0)
            user.Set("groups", TreeList.OfTexts(request.User.Groups));
        foreach (var (name, values) in request.User.Extra)
            user.ObjectOrNew("extra").Set(name, TreeList.OfTexts(values));
        return user;
    }

    private static Tree Options(AdmissionRequest request)
    {
        if (request.Operation == AdmissionOperation.Connect)
            return TreeNull.Instance;
        if (request.Deletion is { } deletion)
            return deletion.ToTree(OptionsVersion);

        var options = new TreeObject(5);
        options.Set("kind", request.Operation == AdmissionOperation.Create ? "CreateOptions" : "UpdateOptions");
        options.Set("apiVersion", OptionsVersion);
        if (request.DryRun)
            options.Set("dryRun", TreeList.OfTexts(["All"]));
        SetText(options, "fieldManager", request.Scope?.FieldManager ?? "");
        if (request.Scope?.Query.FieldValidation is { } validation and not FieldValidation.Warn)
            options.Set("fieldValidation", validation.ToString());
        return options;
    }

    private static void SetText(TreeObject tree, string member, string text)
    {
        if (text.Length > 0)
            tree.Set(member, text);
    }
}
