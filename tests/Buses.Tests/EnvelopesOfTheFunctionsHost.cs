using System.Text;
using CloudletK8s.Buses.Delivery;
using CloudletK8s.Buses.Functions;

namespace CloudletK8s.Buses.Tests;

public sealed class EnvelopesOfTheFunctionsHost
{
    private const string Body = """{"C":"replicaset-controller","N":"default","O":"web","F":2}""";

    public static TheoryData<string> Forms => new()
    {
        { """{"Data":{"work":"BODY"},"Metadata":{"DeliveryCount":"1"}}""".Replace("BODY", Convert.ToBase64String(Encoding.UTF8.GetBytes(Body)), StringComparison.Ordinal) },
        { """{"Data":{"work":"\"{\\\"C\\\":\\\"replicaset-controller\\\",\\\"N\\\":\\\"default\\\",\\\"O\\\":\\\"web\\\",\\\"F\\\":2}\""},"Metadata":{}}""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Give_back_the_message(string envelope)
    {
        var read = await FunctionEnvelope.Read(new MemoryStream(Encoding.UTF8.GetBytes(envelope)), CancellationToken.None);

        Assert.Equal(new WorkMessage(new("replicaset-controller", new("default", "web")), 2), WorkMessage.Decode(read.Message("work")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"work":5}}""")]
    [InlineData("""{"Data":{"work":"!"}}""")]
    [InlineData("""{"Data":{"work":"\"no json\""}}""")]
    public async Task Are_refused_when_they_are_none(string envelope) => await Assert.ThrowsAsync<FormatException>(async () =>
    {
        var read = await FunctionEnvelope.Read(new MemoryStream(Encoding.UTF8.GetBytes(envelope)), CancellationToken.None);
        WorkMessage.Decode(read.Message("work"));
    });
}
