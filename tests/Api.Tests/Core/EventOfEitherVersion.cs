using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class EventOfEitherVersion
{
    private const string Given =
        """
        {"metadata":{"name":"e","namespace":"n"},"involvedObject":{"namespace":"n","kind":"Pod","name":"p"},"eventTime":"2026-01-02T03:04:05.000006Z",
         "reason":"Started","action":"Starting","type":"Normal","reportingComponent":"kubelet","reportingInstance":"node-1"}
        """;

    private readonly KindGiven<Event> _core = new(Given);
    private readonly KindGiven<Event> _strict = new(Given) { ApiVersion = EventConversion.Events };

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'metadata':{'name':'A:B'}}", "")]
    [InlineData("{'involvedObject':{'namespace':'other'},'eventTime':null}", "involvedObject.namespace: Invalid value: \"other\": does not match event.namespace")]
    [InlineData("{'action':null,'reportingInstance':''}", "reportingInstance: Required value\naction: Required value")]
    [InlineData("{'eventTime':null,'action':null,'type':'Other','count':3}", "")]
    public void In_core_is_checked_loosely(string patch, string expected) => Assert.Equal(expected, _core.CreateErrors(patch));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'eventTime':null}", "eventTime: Required value")]
    [InlineData("{'type':'Other'}", "type: Invalid value: \"\": has invalid value: Other")]
    [InlineData("{'count':1,'source':{'component':'x'}}", "count: Invalid value: \"\": needs to be unset\nsource: Invalid value: \"\": needs to be unset")]
    [InlineData("{'series':{'count':1}}", "series.count: Invalid value: \"\": should be at least 2\nseries.lastObservedTime: Required value")]
    public void In_events_is_checked_strictly(string patch, string expected) => Assert.Equal(expected, _strict.CreateErrors(patch));

    [Fact]
    public void In_events_changes_only_its_series()
    {
        Assert.Equal("", _strict.UpdateErrors("{'series':{'count':2,'lastObservedTime':'2026-01-02T03:05:05.000000Z'}}"));
        Assert.Equal("action: Invalid value: \"Other\": field is immutable", _strict.UpdateErrors("{'action':'Other'}"));
        Assert.Equal("", _core.UpdateErrors("{'action':'Other'}"));
    }

    [Fact]
    public void Comes_back_from_the_other_version_as_it_was()
    {
        var core = _core.Read("{'kind':'Event','apiVersion':'v1','message':'all well','count':2,'source':{'component':'x'}}");

        var events = KindConversions.Convert(core, EventConversion.Events);

        Assert.Equal("all well", events.Text("note"));
        Assert.Equal("p", events.Object("regarding")!.Text("name"));
        Assert.Equal("kubelet", events.Text("reportingController"));
        Assert.Equal(2, events.Whole("deprecatedCount"));
        Assert.Equal(Json.Text(core), Json.Text(KindConversions.Convert(events, EventConversion.Core)));
    }
}
