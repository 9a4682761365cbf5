using CloudletK8s.Store.AzureTables;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class StorageConnectionString
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AccountName=name;AccountKey=a2V5", "https://name.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=name;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn;", "https://name.table.core.chinacloudapi.cn/")]
    [InlineData("accountname=name; AccountKey=a2V5;TableEndpoint=http://127.0.0.1:9/name", "http://127.0.0.1:9/name")]
    public void Names_the_endpoint(string connectionString, string endpoint) =>
        Assert.Equal(endpoint, TableAccount.Parse(connectionString).Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("c2VjcmV0")]
    [InlineData("AccountName=name;c2VjcmV0")]
    [InlineData("AccountKey=c2VjcmV0")]
    [InlineData("AccountName=name;AccountKey=c2VjcmV0!")]
    [InlineData("TableEndpoint=https://name.table.core.windows.net;SharedAccessSignature=c2VjcmV0")]
    public void Of_another_shape_is_refused_without_repeating_its_secret(string connectionString) =>
        Assert.DoesNotContain("c2VjcmV0", Assert.Throws<FormatException>(() => TableAccount.Parse(connectionString)).Message);

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    [InlineData("")]
    public void Goes_with_a_table_name_of_letters_and_digits(string table) =>
        Assert.Throws<ArgumentException>(() => AzureTableStore.Open("UseDevelopmentStorage=true", table));
}
