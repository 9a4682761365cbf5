using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Negotiation;

namespace CloudletK8s.ApiServer.Tests.Negotiation;

public class AcceptHeader
{
    [Theory]
    [InlineData("", "Json", "Whole")]
    [InlineData("*/*", "Json", "Whole")]
    [InlineData("application/*", "Json", "Whole")]
    [InlineData("*", "Json", "Whole")]
    [InlineData("application/json; charset=utf-8", "Json", "Whole")]
    [InlineData("application/yaml", "Yaml", "Whole")]
    [InlineData("application/vnd.kubernetes.protobuf", "Protobuf", "Whole")]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", "Protobuf", "Whole")]
    [InlineData("application/json;q=0.5,application/yaml;q=0.9", "Yaml", "Whole")]
    [InlineData("*/*,application/yaml", "Yaml", "Whole")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "Json", "Whole")]
    [InlineData("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", "Json", "Table")]
    [InlineData("application/json;as=Table;g=meta.k8s.io;v=v1beta1", "Json", "Table")]
    [InlineData("application/yaml;as=Table;g=meta.k8s.io;v=v1", "Yaml", "Table")]
    [InlineData("application/json;as=Table;v=v9;g=meta.k8s.io,application/json", "Json", "Whole")]
    [InlineData("application/vnd.kubernetes.protobuf;as=Table;v=v1;g=meta.k8s.io,application/json", "Json", "Whole")]
    [InlineData("application/vnd.kubernetes.protobuf;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json", "Protobuf", "Metadata")]
    [InlineData("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1", "Json", "MetadataList")]
    [InlineData("application/json;stream=watch", "Json", "Whole")]
    public void Chooses_the_form_of_the_answer(string accept, string format, string shape)
    {
        var chosen = AcceptNegotiation.Choose(accept, MediaTypes.Served);
        Assert.Equal((format, shape), (chosen.Format.ToString(), chosen.Shape.ToString()));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/cbor")]
    [InlineData("application/json;as=Pod;g=meta.k8s.io;v=v1")]
    [InlineData("application/json;as=Table;g=other;v=v1")]
    [InlineData("nonsense")]
    public void Is_refused_when_nothing_fits(string accept)
    {
        var refused = Assert.Throws<ApiException>(() => AcceptNegotiation.Choose(accept, MediaTypes.Served));
        Assert.Equal(406, refused.Code);
    }

    [Fact]
    public void Gets_no_protobuf_of_custom_resources() => Assert.Equal(
        WireFormat.Json,
        AcceptNegotiation.Choose("application/vnd.kubernetes.protobuf,application/json", MediaTypes.ServedCustom).Format);

    [Fact]
    public void Remembers_the_version_of_the_table() =>
        Assert.Equal("v1beta1", AcceptNegotiation.Choose("application/json;as=Table;g=meta.k8s.io;v=v1beta1", MediaTypes.Served).MetaVersion);

    [Fact]
    public void Is_bounded_in_what_is_read() =>
        Assert.Throws<ApiException>(() => AcceptNegotiation.Choose(string.Join(',', Enumerable.Repeat("a/b", 100_000)), MediaTypes.Served));
}
