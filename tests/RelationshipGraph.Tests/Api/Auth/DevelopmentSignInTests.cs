using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Tests.Api.Http;

namespace RelationshipGraph.Tests.Api.Auth;

/// <summary>The sign-in button: for this machine, in Development, and nowhere else.</summary>
public sealed class DevelopmentSignInTests : IClassFixture<ProbeServer>
{
    private readonly ProbeServer _probe;
    private readonly ApiServer _server;

    public DevelopmentSignInTests(ProbeServer probe)
    {
        _probe = probe;
        _server = probe.In("Development");
    }

    [Theory]
    [InlineData("POST", "/dev/token")]
    [InlineData("GET", "/dev/people")]
    public async Task In_Production_there_is_no_such_thing(string method, string path)
    {
        Assert.Equal(404, (await SendAsync(_probe.In("Production"), method, path)).Status);
    }

    [Theory]
    [InlineData("POST", "/dev/token")]
    [InlineData("GET", "/dev/people")]
    public async Task With_a_provider_there_is_no_such_thing(string method, string path)
    {
        using var server = ProbeSchema.Serve(
            "Development", ("Auth:Authority", "https://login.example.dk"), ("Auth:Audience", "graph"));

        Assert.Equal(404, (await SendAsync(server, method, path)).Status);
    }

    [Theory]
    [InlineData("192.168.1.7", "localhost")]
    [InlineData("10.0.0.1", "127.0.0.1")]
    [InlineData("2001:db8::1", "localhost")]
    [InlineData(null, "localhost")]
    [InlineData("127.0.0.1", "rebound.example.dk")]
    [InlineData("127.0.0.1", "localhost.example.dk")]
    [InlineData("127.0.0.1", "127.0.0.1.example.dk")]
    [InlineData("127.0.0.1", "192.168.1.7")]
    public async Task Not_for_another_machine_nor_under_another_name(string? peer, string host)
    {
        Assert.Equal(404, (await SendAsync(_server, "POST", "/dev/token", peer, host)).Status);
        Assert.Equal(404, (await SendAsync(_server, "GET", "/dev/people", peer, host)).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.168.1.7")]
    [InlineData("X-Forwarded-Host", "graph.example.dk")]
    [InlineData("Forwarded", "for=192.168.1.7")]
    [InlineData("Origin", "https://evil.example.dk")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:9999")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Not_when_passed_on_and_not_for_a_page_of_another_site(string header, string value) =>
        Assert.Equal(404, (await SendAsync(_server, "POST", "/dev/token", header: (header, value))).Status);

    [Theory]
    [InlineData("127.0.0.1", "localhost:5080")]
    [InlineData("127.0.0.7", "127.0.0.1")]
    [InlineData("::1", "[::1]:5080")]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST")]
    public async Task For_this_machine_a_token_is_made(string peer, string host)
    {
        var answer = await SendAsync(_server, "POST", "/dev/token", peer, host);

        Assert.Equal(200, answer.Status);
        Assert.Equal("administrator", (await WhoAsync(answer))!.Value.GetProperty("roles")[0].GetString());
    }

    [Fact]
    public async Task The_page_itself_may_ask()
    {
        var answer = await SendAsync(
            _server, "POST", "/dev/token", host: "localhost:5080", header: ("Origin", "http://localhost:5080"));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task An_employee_is_chosen_from_those_there_are()
    {
        var hidden = Some.Employee("Carl Dam") with { Visibility = Visibility.Owner, OwnerId = Some.Id(RecordKind.Employee) };
        var anna = Some.Employee() with { Title = "Direktør" };
        var store = _server.Services.GetRequiredService<IGraphStore>();
        await store.CommitAsync(Some.Creating(anna, hidden with { OwnerId = anna.Id }), Some.NoToken);

        var people = await SendAsync(_server, "GET", "/dev/people");
        var found = people.Json.GetProperty("people").EnumerateArray().ToList();
        var chosen = Assert.Single(found, person => person.GetProperty("name").GetString() == "Anna Berg");
        var token = await SendAsync(_server, "POST", "/dev/token",
            body: $$"""{"employee":"{{chosen.GetProperty("id").GetString()}}","roles":["sales","employee"]}""");

        Assert.DoesNotContain(found, person => person.GetProperty("name").GetString() == "Carl Dam");
        Assert.Equal("Direktør", chosen.GetProperty("title").GetString());
        Assert.Equal(anna.Id.ToString(), (await WhoAsync(token))!.Value.GetProperty("employeeId").GetString());
    }

    [Fact]
    public async Task The_first_start_loads_the_demo_and_its_people_can_be_chosen()
    {
        using var server = new ApiServer("Development") { IsStoreDefault = true };

        var people = await SendAsync(server, "GET", "/dev/people");

        Assert.InRange(people.Json.GetProperty("people").GetArrayLength(), 50, 200);
        Assert.True(server.Settings.IsDefaultStore);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"roles":[]}""")]
    [InlineData("""{"roles":["owner"]}""")]
    [InlineData("""{"roles":["sales","owner"]}""")]
    [InlineData("""{"roles":"sales"}""")]
    [InlineData("""{"employee":7}""")]
    [InlineData("""{"employee":"con_0c5k2v8q0004g"}""")]
    public async Task A_wrong_choice_is_refused(string body)
    {
        var answer = await SendAsync(_server, "POST", "/dev/token", body: body);

        Assert.Equal((400, "BAD_REQUEST"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_form_is_refused() =>
        Assert.Equal(415, (await SendAsync(_server, "POST", "/dev/token", contentType: "text/plain")).Status);

    [Fact]
    public void The_key_is_made_once_and_is_for_its_owner_only()
    {
        var file = Path.Combine(_server.Settings.Folder, "signing-key");
        var first = File.ReadAllText(file);

        using var second = new ApiServer("Development", ("Folder", _server.Settings.Folder));

        Assert.NotNull(second.Settings);
        Assert.Equal(first, File.ReadAllText(file));
        Assert.True(first.Length >= 64);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_server.Settings.Folder));
        }
    }

    private async Task<System.Text.Json.JsonElement?> WhoAsync(Answer token)
    {
        using var client = _server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Json.GetProperty("token").GetString());
        var answer = await client.AskAsync("{viewer{roles employeeId}}");
        return answer.Json.GetProperty("data").GetProperty("viewer");
    }

    internal static async Task<Answer> SendAsync(
        ApiServer server, string method, string path, string? peer = "127.0.0.1", string host = "localhost:5080",
        (string Name, string Value)? header = null, string body = """{"roles":["administrator"]}""",
        string contentType = "application/json")
    {
        var context = await server.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
            context.Request.Method = method;
            context.Request.Path = path;
            context.Request.Host = new HostString(host);
            context.Request.Scheme = "http";
            if (header is { } extra)
            {
                context.Request.Headers[extra.Name] = extra.Value;
            }

            if (method == "POST")
            {
                context.Request.ContentType = contentType;
                context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
            }
        });
        using var reader = new StreamReader(context.Response.Body);
        var text = await reader.ReadToEndAsync();
        return new Answer(new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode), text);
    }
}
