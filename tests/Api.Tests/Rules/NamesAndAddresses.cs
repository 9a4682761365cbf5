using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Tests.Rules;

public class NamesAndAddresses
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("a.b-c.1", true)]
    [InlineData("a..b", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("", false)]
    [InlineData("a_b", false)]
    public void Subdomains(string value, bool valid) => Assert.Equal(valid, DnsNames.Subdomain(value).Count == 0);

    [Fact]
    public void Long_names_are_told_both_things() => Assert.Equal(
        ["must be no more than 63 characters", "must not contain dots"],
        DnsNames.Label(string.Join('.', Enumerable.Repeat("abc", 20))));

    [Theory]
    [InlineData("app", "")]
    [InlineData("example.com/app", "")]
    [InlineData("/app", "prefix part must be non-empty")]
    [InlineData("a/b/c", "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')")]
    public void Qualified_names(string value, string expected) => Assert.Equal(expected, string.Join('\n', QualifiedNames.Name(value)));

    [Theory]
    [InlineData("10.0.0.1", 4)]
    [InlineData("010.000.0.01", 4)]
    [InlineData("10.0.0", 0)]
    [InlineData("10.0.0.256", 0)]
    [InlineData("10.0.0.1 ", 0)]
    [InlineData("fd00::1", 6)]
    [InlineData("::ffff:10.0.0.1", 4)]
    [InlineData("fe80::1%eth0", 0)]
    [InlineData("[::1]", 0)]
    [InlineData("::1/64", 0)]
    [InlineData("", 0)]
    public void Addresses(string value, int family) =>
        Assert.Equal(family, IpAddresses.Is4(value) ? 4 : IpAddresses.Is6(value) ? 6 : 0);

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.0.0.1/8", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("fd00::/64", true)]
    [InlineData("fd00::/129", false)]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.0.0.0/+8", false)]
    public void Networks(string value, bool valid) => Assert.Equal(valid, IpAddresses.Network(value).Count == 0);

    [Theory]
    [InlineData("web-", NameRule.DnsSubdomain, true, true)]
    [InlineData("web-", NameRule.DnsSubdomain, false, false)]
    [InlineData("1web", NameRule.Dns1035Label, false, false)]
    [InlineData("system:admin", NameRule.PathSegment, false, true)]
    [InlineData("a/b", NameRule.PathSegment, false, false)]
    [InlineData("..", NameRule.PathSegment, false, false)]
    public void Names_by_kind(string name, NameRule rule, bool prefix, bool valid) => Assert.Equal(valid, Names.Check(name, rule, prefix).Count == 0);
}
