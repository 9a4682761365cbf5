using CloudletK8s.Api.Authentication.V1;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;

namespace CloudletK8s.ApiServer.Subresources;

/// <summary>Hands out tokens of a service account, bound to what the request names.</summary>
internal sealed class TokenSubresource(ServedResources served, ITokenIssuer tokens) : ISubresource
{
    private readonly TokenBinding _binding = new(served);

    public async ValueTask<VerbResult> Run(RequestScope scope, ObjectWriter writer, CancellationToken cancellationToken)
    {
        var request = SubresourceBody.Decode(scope);
        ObjectDefaults.Apply(request, RecordSchemas.Of<TokenRequest>());
        var stored = await scope.Store.Get(scope.Key, cancellationToken) ?? throw ApiErrors.NotFound(scope.Kind, scope.Name);
        Place(scope, request);
        await writer.AdmitCarried(scope, AdmissionOperation.Create, request, SubresourceBody.KindOf(scope), cancellationToken);
        var spec = request.ObjectOrNew("spec");
        if (spec.List("audiences") is not { Count: > 0 })
            spec.Set("audiences", TreeList.OfTexts([tokens.DefaultAudience]));

        var errors = new FieldErrors();
        KindStrategies.Of(typeof(TokenRequest)).ValidateCreate(request, scope.Rules, errors);
        if (errors.Any)
            throw ApiErrors.Invalid("authentication.k8s.io", nameof(TokenRequest), "", errors.All);

        var uid = StoredTrees.Read(stored).Object("metadata")?.Text("uid") ?? "";
        var subject = await _binding.Bind(new(scope.Namespace, scope.Name, uid), spec.Object("boundObjectRef"), cancellationToken);
        var lifetime = TimeSpan.FromSeconds(spec.Whole("expirationSeconds") ?? 3600);
        var issued = tokens.Issue(subject, [.. spec.List("audiences")!.Texts()], lifetime, scope.Now);
        var status = new TreeObject();
        status.Set("token", issued.Token);
        status.Set("expirationTimestamp", GoTime.Format(issued.Expires));
        request.Set("status", status);
        return new VerbResult.Made(201, request, null);
    }

    private static void Place(RequestScope scope, TreeObject request)
    {
        var metadata = ObjectMetadata.Of(request);
        if (metadata.Text("name") is { Length: > 0 } name && name != scope.Name)
            throw ApiErrors.BadRequest($"the name of the provided object ({name}) does not match the name on the URL ({scope.Name})");

        metadata.Set("name", scope.Name);
        ObjectMetadata.PlaceInNamespace(metadata, scope);
        metadata.Set("creationTimestamp", GoTime.Format(scope.Now));
    }
}
