using Microsoft.Extensions.Configuration;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Stores;

namespace RelationshipGraph.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private const string Key = "a key of the tests, not of anybody else 0123456789";
    private const SettingsNeeds Server = SettingsNeeds.Store | SettingsNeeds.Auth;

    private readonly string _folder = Directory.CreateTempSubdirectory("relationshipgraph-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Production_does_without_nothing_and_says_all_that_is_missing_at_once()
    {
        var message = Wrong(Server);

        Assert.Contains("RELATIONSHIPGRAPH__STORE is missing", message, StringComparison.Ordinal);
        Assert.Contains("RELATIONSHIPGRAPH__AUTH__AUTHORITY is missing", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, ".relationshipgraph")));
    }

    [Fact]
    public void One_message_names_every_wrong_setting_and_no_value()
    {
        var message = Wrong(
            Server,
            ("Store", "postgres://anna:hemmelig@db"),
            ("Auth:SigningKey", "kort-hemmelig"),
            ("Auth:ClockSkewSeconds", "hemmelig"),
            ("Requests:DepthMax", "0"),
            ("Requests:BodyByteMax", "hemmelig"),
            ("Imports:RowsMax", "-1"),
            ("Cors:Origins", "https://ok.example.dk, *"),
            ("Paths", "hemmelig"),
            ("Log:Level", "hemmelig"));

        foreach (var name in new[]
        {
            "STORE", "AUTH__SIGNINGKEY", "AUTH__CLOCKSKEWSECONDS", "REQUESTS__DEPTHMAX", "REQUESTS__BODYBYTEMAX",
            "IMPORTS__ROWSMAX", "CORS__ORIGINS", "PATHS", "LOG__LEVEL",
        })
        {
            Assert.Contains($"RELATIONSHIPGRAPH__{name} ", message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("hemmelig", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("neo4j://anna:hemmelig@localhost", "their own settings")]
    [InlineData("neo4j://", "Behind the scheme")]
    [InlineData("bolt://localhost:99999", "65535")]
    [InlineData("neo4j://localhost?policy=x", "leave them out")]
    [InlineData("http://localhost:7474", "neo4j://<server>")]
    [InlineData("sqlite:", "sqlite:graph.db")]
    [InlineData("sqlite::memory:", "sqlite:graph.db")]
    [InlineData("sqlite:folder/", "sqlite:graph.db")]
    [InlineData("graph.db", "sqlite:<file>")]
    public void A_store_that_cannot_be_is_refused_with_what_can(string store, string hint) =>
        Assert.Contains(hint, Wrong(SettingsNeeds.Store, ("Store", store)), StringComparison.Ordinal);

    [Theory]
    [InlineData("sqlite:graph.db", "graph.db")]
    [InlineData("SQLite: a/b.db ", "a/b.db")]
    public void A_relative_file_starts_from_the_current_folder(string store, string file)
    {
        var settings = Read(false, SettingsNeeds.Store, ("Store", store));

        Assert.Equal(new StoreAddress.SqliteFile(Path.Combine(_folder, file)), settings.Store);
        Assert.False(settings.IsDefaultStore);
    }

    [Fact]
    public void Development_has_a_store_and_a_key_by_itself()
    {
        var first = Read(true, Server);
        var second = Read(true, Server);

        Assert.True(first.IsDefaultStore);
        Assert.Equal(
            new StoreAddress.SqliteFile(Path.Combine(_folder, ".relationshipgraph", "graph.db")), first.Store);
        Assert.Equal(KeyOf(first), KeyOf(second));
    }

    [Fact]
    public void A_broken_key_file_is_said_without_its_content()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".relationshipgraph"));
        File.WriteAllText(Path.Combine(_folder, ".relationshipgraph", "signing-key"), "hemmelig");

        var failure = Assert.Throws<SettingsException>(() => Read(true, Server));

        Assert.Contains("Remove it", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auth:Authority", "http://login.example.dk")]
    [InlineData("Auth:Authority", "login.example.dk")]
    [InlineData("Auth:Authority", "ftp://login.example.dk")]
    public void A_provider_is_reached_by_https(string name, string value) =>
        Assert.Contains("must be the https address", Wrong(SettingsNeeds.Auth, (name, value), ("Auth:Audience", "graph")),
            StringComparison.Ordinal);

    [Fact]
    public void A_provider_needs_an_audience() =>
        Assert.Contains("AUTH__AUDIENCE is missing", Wrong(SettingsNeeds.Auth, ("Auth:Authority", "https://login.example.dk")),
            StringComparison.Ordinal);

    [Fact]
    public void A_provider_and_a_key_exclude_each_other() =>
        Assert.Contains("exclude each other", Wrong(
            SettingsNeeds.Auth, ("Auth:Authority", "https://login.example.dk"), ("Auth:Audience", "a"), ("Auth:SigningKey", Key)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_weak_key_is_refused(string key) =>
        Assert.Contains(
            "AUTH__SIGNINGKEY must be", Wrong(SettingsNeeds.Auth, ("Auth:SigningKey", key)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://a.example.dk,http://localhost:3000/", "https://a.example.dk http://localhost:3000")]
    [InlineData("", "")]
    public void Origins_are_a_list(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(false, SettingsNeeds.None, ("Cors:Origins", text)).CorsOrigins));

    [Fact]
    public void Origins_may_be_numbered() =>
        Assert.Equal(["https://a.example.dk", "https://b.example.dk"],
            Read(
                false, SettingsNeeds.None, ("Cors:Origins:0", "https://a.example.dk"), ("Cors:Origins:1", "https://b.example.dk"))
                .CorsOrigins);

    [Theory]
    [InlineData("https://a.example.dk/path")]
    [InlineData("https://*.example.dk")]
    [InlineData("a.example.dk")]
    [InlineData("*")]
    public void An_origin_is_exact(string origin) =>
        Assert.Contains("CORS__ORIGINS", Wrong(SettingsNeeds.None, ("Cors:Origins", origin)), StringComparison.Ordinal);

    [Fact]
    public void What_a_program_does_not_need_may_be_missing()
    {
        var settings = Read(false, SettingsNeeds.None);

        Assert.Null(settings.Store);
        Assert.Null(settings.Auth);
        Assert.Equal(RequestLimits.Default, settings.Requests);
    }

    [Fact]
    public void The_command_line_wins_over_the_file_of_the_current_folder()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"),
            """{"RelationshipGraph":{"Store":"sqlite:file.db","Requests":{"DepthMax":7}}}""");
        var configuration = SettingsSource.ForProgram(_folder, [KeyValuePair.Create("Store", (string?)"sqlite:line.db")]);

        var settings = ProductSettings.Read(configuration, isDevelopment: false, _folder, SettingsNeeds.Store);

        Assert.Equal(new StoreAddress.SqliteFile(Path.Combine(_folder, "line.db")), settings.Store);
        Assert.Equal(7, settings.Requests.DepthMax);
    }

    [Fact]
    public void A_broken_file_is_said()
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), "{");

        var failure = Assert.Throws<SettingsException>(() => SettingsSource.ForProgram(_folder, []));

        Assert.Contains("appsettings.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_never_shows_itself()
    {
        var settings = Read(false, SettingsNeeds.Auth, ("Auth:SigningKey", Key));

        Assert.DoesNotContain(Key, settings.ToString(), StringComparison.Ordinal);
    }

    private static byte[] KeyOf(ProductSettings settings) =>
        Assert.IsType<AuthSettings.SharedKey>(settings.Auth).Key.Bytes.ToArray();

    private string Wrong(SettingsNeeds needs, params (string Name, string Value)[] values) =>
        Assert.Throws<SettingsException>(() => Read(false, needs, values)).Message;

    private ProductSettings Read(bool isDevelopment, SettingsNeeds needs, params (string Name, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(v => KeyValuePair.Create("RelationshipGraph:" + v.Name, (string?)v.Value)))
            .Build();
        return ProductSettings.Read(configuration, isDevelopment, _folder, needs);
    }
}
