using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace RelationshipGraph.Tests.Api.Explorer;

/// <summary>The query page: open, its own, in two languages, and with a sign-in button for developers only.</summary>
public sealed partial class ExplorerTests : IClassFixture<ExplorerTests.Production>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
    private readonly HttpClient _client;

    public ExplorerTests(Production production) => _client = production.Client;

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query={hello}")]
    public async Task A_browser_gets_the_page_without_a_token(string path)
    {
        var answer = await _client.GetAsync(path, Browser);

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/html", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("data-development=\"false\"", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json, text/html;q=0.9")]
    [InlineData("application/graphql-response+json")]
    public async Task A_program_does_not(string accept) =>
        Assert.Equal(401, (await _client.GetAsync("/graphql?query={hello}", accept)).Status);

    [Theory]
    [InlineData("da-DK", "lang=\"da\"", "Log ind")]
    [InlineData("en-GB", "lang=\"en\"", "Sign in")]
    [InlineData("fr", "lang=\"en\"", "Sign in")]
    public async Task The_page_speaks_the_language_of_its_reader(string language, string tag, string word)
    {
        var answer = await _client.GetAsync("/graphql", Browser, language);

        Assert.Contains(tag, answer.Text, StringComparison.Ordinal);
        Assert.Contains(word, WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_the_page_needs_comes_from_this_server_without_a_token()
    {
        var page = await _client.GetAsync("/graphql", Browser);
        var files = Links().Matches(page.Text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(7, files.Count);
        foreach (var file in files.Where(file => file != "data:,"))
        {
            Assert.StartsWith("/explorer/", file, StringComparison.Ordinal);
            var answer = await _client.GetAsync(file, accept: null);
            Assert.Equal(200, answer.Status);
            Assert.Contains("immutable", answer.Response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
            Assert.Contains(answer.Response.Content.Headers.ContentType?.MediaType, new[] { "text/javascript", "text/css" });
            Assert.Equal("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Nothing_of_another_host_may_run_in_the_page_nor_frame_it()
    {
        var page = await _client.GetAsync("/graphql", Browser);
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/explorer/page.html")]
    [InlineData("/explorer/sha256sums")]
    [InlineData("/explorer/..%2Fappsettings.json")]
    [InlineData("/explorer/unknown.js")]
    public async Task No_other_file_is_served(string path) =>
        Assert.Equal(404, (await _client.GetAsync(path, accept: null)).Status);

    [Theory]
    [InlineData("127.0.0.1", "localhost", "true")]
    [InlineData("192.168.1.7", "localhost", "false")]
    [InlineData("127.0.0.1", "graph.example.dk", "false")]
    public async Task The_button_is_shown_on_the_developers_own_machine_only(string peer, string host, string shown)
    {
        using var server = new ApiServer("Development");
        var context = await server.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            context.Request.Method = "GET";
            context.Request.Path = "/graphql";
            context.Request.Host = new HostString(host);
            context.Request.Headers.Accept = Browser;
        });
        using var reader = new StreamReader(context.Response.Body);

        Assert.Contains($"data-development=\"{shown}\"", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_of_others_are_as_they_were_published()
    {
        var folder = Repo.PathOf("src", "RelationshipGraph.Api", "Explorer", "assets");
        var sums = File.ReadAllLines(Path.Combine(folder, "sha256sums"))
            .Select(line => line.Split("  ", 2))
            .ToDictionary(parts => parts[1], parts => parts[0]);

        Assert.Equal(
            Directory.GetFiles(folder).Select(Path.GetFileName).Where(name => name != "sha256sums").Order(StringComparer.Ordinal),
            sums.Keys.Order(StringComparer.Ordinal));
        Assert.All(sums, sum => Assert.Equal(
            sum.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, sum.Key))))));
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Links();

    public sealed class Production : IDisposable
    {
        private readonly ApiServer _server = new();

        public Production() => Client = _server.CreateClient();

        public HttpClient Client { get; }

        public void Dispose()
        {
            Client.Dispose();
            _server.Dispose();
        }
    }
}
