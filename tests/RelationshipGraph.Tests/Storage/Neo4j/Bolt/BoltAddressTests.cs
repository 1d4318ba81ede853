using RelationshipGraph.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltAddressTests
{
    [Theory]
    [InlineData("bolt://db", "bolt://db:7687")]
    [InlineData("bolt://db:9000/", "bolt://db:9000")]
    [InlineData("BOLT+S://db.example.com", "bolt+s://db.example.com:7687")]
    [InlineData("bolt+ssc://10.0.0.1:1", "bolt+ssc://10.0.0.1:1")]
    [InlineData("bolt://[::1]:7688", "bolt://[::1]:7688")]
    [InlineData("bolt://[fe80::1]", "bolt://[fe80::1]:7687")]
    [InlineData("neo4j://a", "neo4j://a:7687")]
    [InlineData("neo4j+s://a:1,b, [::1]:65535", "neo4j+s://a:1,b:7687,[::1]:65535")]
    [InlineData("neo4j+ssc://a", "neo4j+ssc://a:7687")]
    public void An_address_is_read(string text, string expected)
    {
        Assert.Equal(expected, BoltAddress.Parse(text).ToString());
        Assert.True(BoltAddress.IsOne(text));
    }

    [Theory]
    [InlineData("", "begins with")]
    [InlineData("db:7687", "begins with")]
    [InlineData("ftp://db", "begins with")]
    [InlineData("http://db:7474", "web interface")]
    [InlineData("https://db", "web interface")]
    [InlineData("bolt://", "host")]
    [InlineData("bolt://db:0", "1 to 65535")]
    [InlineData("bolt://db:65536", "1 to 65535")]
    [InlineData("bolt://db:-1", "1 to 65535")]
    [InlineData("bolt://db:x", "1 to 65535")]
    [InlineData("bolt://db:", "1 to 65535")]
    [InlineData("bolt://::1:7687", "[IPv6 address]")]
    [InlineData("bolt://[::1", "[IPv6 address]")]
    [InlineData("bolt://[db]:1", "[IPv6 address]")]
    [InlineData("bolt://a,b", "neo4j://")]
    [InlineData("bolt://db/path", "host")]
    [InlineData("neo4j://a,,b", "host")]
    [InlineData("bolt://user:secret@db", "their own settings")]
    [InlineData("neo4j://db?policy=eu", "leave them out")]
    [InlineData("neo4j://db#x", "leave them out")]
    public void What_is_no_address_is_refused_with_what_to_do(string text, string hint)
    {
        Assert.Null(BoltAddress.TryParse(text, out var why));
        Assert.Contains(hint, why);
        Assert.DoesNotContain("secret", why);
    }

    [Fact]
    public void Options_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoltOptions { MaxConnectionPoolSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoltOptions { FetchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoltOptions { ConnectionTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoltOptions { TransactionTimeout = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentException>(() => new BoltOptions { UserAgent = " " });
    }

    [Fact]
    public void Credentials_do_not_print_their_secret() =>
        Assert.DoesNotContain("secret", $"{BoltCredentials.Basic("a", "secret")}{BoltCredentials.Bearer("secret")}");
}
