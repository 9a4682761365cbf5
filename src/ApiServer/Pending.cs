using CloudletK8s.Api.Schemas; using CloudletK8s.Api.Trees; using CloudletK8s.ApiServer.Verbs; using CloudletK8s.ApiServer.Resources;
namespace CloudletK8s.Api.Protobuf { static class ProtobufTreeReader { public static DecodeResult Read(ReadOnlySpan<byte> b, Schema s, DecodeOptions o) => throw new NotSupportedException(); } }
namespace CloudletK8s.Api.Yaml { static class YamlTreeReader { public static DecodeResult Read(ReadOnlySpan<byte> b, Schema s, DecodeOptions o) => throw new NotSupportedException(); } }
namespace CloudletK8s.Api.Apply { static class Nothing {} }
namespace CloudletK8s.Api.Selectors { sealed class LabelRequirements { public bool IsEmpty => true; public static LabelRequirements Parse(string s) => new(); public bool Matches(TreeObject? l) => true; }
 sealed class FieldRequirement { public string Field => ""; public bool Matches(string v) => true; }
 sealed class FieldRequirements { public bool IsEmpty => true; public static FieldRequirements Parse(string s) => new(); public List<FieldRequirement> All => []; public FieldRequirements And(string a, string b) => this; } }
namespace CloudletK8s.ApiServer.Verbs { static class ManagedFields { public static void OnCreate(TreeObject o, RequestScope s) {} public static void OnUpdate(TreeObject o, TreeObject old, RequestScope s) {} }
 static class ApplyVerb { public static ValueTask<VerbResult> Run(RequestScope s, ObjectWriter w, CancellationToken c) => throw new NotSupportedException(); } }
namespace CloudletK8s.ApiServer.Subresources { sealed class SubresourceTable { public ISubresource? Find(RequestScope s) => null; public IReview? Review(ServedResource r) => null; } }
namespace CloudletK8s.ApiServer.Authorization { sealed class MastersAuthorizer : IAuthorizer { public ValueTask<AccessDecision> Decide(Authentication.UserInfo u, AccessAttributes a, CancellationToken c) => new(new AccessDecision(u.IsMaster, "")); public ValueTask<AccessRules> RulesOf(Authentication.UserInfo u, string n, CancellationToken c) => throw new NotSupportedException(); } }
