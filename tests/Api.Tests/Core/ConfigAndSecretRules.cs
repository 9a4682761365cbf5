using CloudletK8s.Api.Core.V1;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class ConfigAndSecretRules
{
    private readonly KindGiven<ConfigMap> _config = new("""{"metadata":{"name":"c","namespace":"n"},"data":{"a":"1"}}""");
    private readonly KindGiven<Secret> _secret = new("""{"metadata":{"name":"s","namespace":"n"},"data":{"a":"MQ=="}}""");

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'data':{'..':'x'}}", "data[..]: Invalid value: \"..\": must not be '..'")]
    [InlineData("{'data':{'a b':'x'}}", "data[a b]: Invalid value: \"a b\": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')")]
    [InlineData("{'binaryData':{'a':'MQ=='}}", "data[a]: Invalid value: \"a\": duplicate of key present in binaryData")]
    public void A_config_map_is_checked(string patch, string expected) => Assert.Equal(expected, _config.CreateErrors(patch));

    [Fact]
    public void A_config_map_holds_a_megabyte_and_no_more()
    {
        Assert.Equal("", _config.CreateErrors($"{{\"data\":{{\"a\":null,\"b\":\"{new string('x', 1024 * 1024)}\"}}}}"));
        Assert.Equal(": Too long: may not be more than 1048576 bytes", _config.CreateErrors($"{{\"data\":{{\"b\":\"{new string('x', 1024 * 1024)}\"}}}}"));
    }

    [Theory]
    [InlineData("{'metadata':{'labels':{'a':'b'}}}", "")]
    [InlineData("{'data':{'a':'2'}}", "data: Forbidden: field is immutable when `immutable` is set")]
    [InlineData("{'immutable':null,'binaryData':{'b':'MQ=='}}", "immutable: Forbidden: field is immutable when `immutable` is set\nbinaryData: Forbidden: field is immutable when `immutable` is set")]
    public void A_sealed_config_map_stays(string patch, string expected) =>
        Assert.Equal(expected, _config.UpdateErrors(patch, stored: "{'immutable':true}"));

    [Fact]
    public void A_secret_takes_texts_over_into_its_data()
    {
        var secret = _secret.Prepared("{'stringData':{'a':'two','b':'ü'}}");

        Assert.Equal("{'a':'dHdv','b':'w7w='}", Json.Text(secret.Object("data")).Replace('"', '\''));
        Assert.False(secret.Has("stringData"));
        Assert.Equal("Opaque", secret.Text("type"));
    }

    [Fact]
    public void A_secret_of_texts_only_has_its_data_where_it_belongs() =>
        Assert.Equal("metadata,data,type", string.Join(',', _secret.Prepared("{'data':null,'stringData':{'a':'x'}}").Names));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'type':'kubernetes.io/tls'}", "data[tls.crt]: Required value\ndata[tls.key]: Required value")]
    [InlineData("{'type':'kubernetes.io/tls','stringData':{'tls.crt':'','tls.key':''}}", "")]
    [InlineData("{'type':'kubernetes.io/ssh-auth'}", "data[ssh-privatekey]: Required value")]
    [InlineData("{'type':'kubernetes.io/basic-auth'}", "data[username]: Required value\ndata[password]: Required value")]
    [InlineData("{'type':'kubernetes.io/basic-auth','stringData':{'password':''}}", "")]
    [InlineData("{'type':'kubernetes.io/service-account-token'}", "metadata.annotations[kubernetes.io/service-account.name]: Required value")]
    [InlineData("{'type':'kubernetes.io/dockerconfigjson'}", "data[.dockerconfigjson]: Required value")]
    [InlineData("{'type':'kubernetes.io/dockerconfigjson','stringData':{'.dockerconfigjson':'bad'}}", "data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\": invalid character 'b' looking for beginning of value")]
    [InlineData("{'type':'kubernetes.io/dockerconfigjson','stringData':{'.dockerconfigjson':''}}", "data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\": unexpected end of JSON input")]
    [InlineData("{'type':'kubernetes.io/dockercfg','stringData':{'.dockercfg':'[]'}}", "data[.dockercfg]: Invalid value: \"<secret contents redacted>\": json: cannot unmarshal array into Go value of type map[string]interface {}")]
    [InlineData("{'type':'example.com/own'}", "")]
    public void A_secret_has_what_its_type_needs(string patch, string expected) => Assert.Equal(expected, _secret.CreateErrors(patch));

    [Theory]
    [InlineData("{'type':'other'}", "type: Invalid value: \"other\": field is immutable")]
    [InlineData("{'stringData':{'a':'new'}}", "")]
    public void A_secret_keeps_its_type(string patch, string expected) => Assert.Equal(expected, _secret.UpdateErrors(patch));

    [Fact]
    public void A_sealed_secret_stays() => Assert.Equal(
        "data: Forbidden: field is immutable when `immutable` is set",
        _secret.UpdateErrors("{'stringData':{'a':'new'}}", stored: "{'immutable':true}"));
}
