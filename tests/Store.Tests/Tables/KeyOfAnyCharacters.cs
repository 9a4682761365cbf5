using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class KeyOfAnyCharacters
{
    private const string Forbidden = "/\\#?%+'\" ";

    [Fact]
    public void Every_character_comes_back_and_is_written_as_plain_ascii()
    {
        for (var character = 0; character <= char.MaxValue; character++)
        {
            var key = $"a{(char)character}b";
            var encoded = TableKey.Encode(key);

            Assert.Equal(key, TableKey.Decode(encoded));
            Assert.Equal(TableKey.EncodedLength(key), encoded.Length);
            Assert.All(encoded[1..], static c => Assert.True(char.IsBetween(c, ' ', '~') && (c == ' ' || !Forbidden.Contains(c))));
        }
    }

    [Fact]
    public void Encoded_keys_have_the_order_of_the_originals()
    {
        var random = new Random(20_26);
        const string alphabet = "!~}|ab./0:zZ \t'\"#$%&?\\\u007f\u0080é\ud800\udc00\uffff";
        var specialPairs = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var (left, right) = (Next(random, alphabet), Next(random, alphabet));
            if (!string.Equals(TableKey.Encode(left), left) && !string.Equals(TableKey.Encode(right), right))
                specialPairs++;

            Assert.Equal(
                Math.Sign(string.CompareOrdinal(left, right)),
                Math.Sign(string.CompareOrdinal(TableKey.Encode(left), TableKey.Encode(right))));
        }

        Assert.True(specialPairs > 10_000, "The generator makes hard cases.");
    }

    [Fact]
    public void A_plain_key_is_used_as_it_is()
    {
        const string key = "o:kube-system:system-node.1_x";

        Assert.Same(key, TableKey.Encode(key));
    }

    [Theory]
    [InlineData("a~12")]
    [InlineData("a~wxyz")]
    public void A_key_that_was_never_encoded_is_an_error(string encoded) =>
        Assert.Throws<FormatException>(() => TableKey.Decode(encoded));

    private static string Next(Random random, string alphabet) =>
        string.Create(random.Next(5), random, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = alphabet[source.Next(alphabet.Length)];
        });
}
