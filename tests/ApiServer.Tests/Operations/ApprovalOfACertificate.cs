using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Operations;

/// <summary>The subresources of certificate signing requests, in the order in which the conformance suite goes through them.</summary>
public sealed class ApprovalOfACertificate(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Requests = "/apis/certificates.k8s.io/v1/certificatesigningrequests";

    private PlainClient Client => fixture.Server.Client;

    [Fact]
    public async Task Has_a_resource_of_its_own_beside_the_status()
    {
        (await Client.Post(
            Requests,
            $$"""{"metadata":{"name":"r"},"spec":{"request":"{{CertificateRequests.Example}}","signerName":"example.com/e2e","usages":["digital signature","client auth"]} }""")).Expect(201);

        (await Client.Get($"{Requests}/r/approval")).Expect(200);
        var approved = (await Client.Patch(
            $"{Requests}/r/approval",
            """{"metadata":{"annotations":{"patchedapproval":"true"}},"status":{"conditions":[{"type":"ApprovalPatch","status":"True","reason":"e2e"}]}}""")).Expect(200);
        Assert.Equal("true", approved.Metadata.Object("annotations")!.Text("patchedapproval"));
        Assert.Equal(["ApprovalPatch"], Conditions(approved));

        var updated = (await Client.Put($"{Requests}/r/approval", WithCondition(approved, "Approved"))).Expect(200);
        Assert.Equal(["ApprovalPatch", "Approved"], Conditions(updated));

        (await Client.Get($"{Requests}/r/status")).Expect(200);
        var issued = (await Client.Patch(
            $"{Requests}/r/status",
            $$"""{"metadata":{"annotations":{"patchedstatus":"true"} },"status":{"certificate":"{{CertificateRequests.Issued}}"} }""")).Expect(200);
        Assert.Equal(CertificateRequests.Issued, issued.Json.Object("status")!.Text("certificate"));
        Assert.Equal("true", issued.Metadata.Object("annotations")!.Text("patchedstatus"));

        var last = (await Client.Put($"{Requests}/r/status", WithCondition(issued, "StatusUpdate"))).Expect(200);
        Assert.Equal(["ApprovalPatch", "Approved", "StatusUpdate"], Conditions(last));
    }

    private static IEnumerable<string> Conditions(ApiAnswer answer) =>
        answer.Json.Object("status")!.List("conditions")!.Objects().Select(condition => condition.Text("type")!);

    private static string WithCondition(ApiAnswer answer, string type)
    {
        var tree = answer.Json.CloneObject();
        var condition = new TreeObject();
        condition.Set("type", type);
        condition.Set("status", "True");
        condition.Set("reason", "E2E");
        condition.Set("message", "Set from an e2e test");
        tree.Object("status")!.ListOrNew("conditions").Add(condition);
        return Encoding.UTF8.GetString(Api.Trees.Json.JsonTreeWriter.ToUtf8(tree));
    }
}
