using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RelationshipGraph.Storage.Neo4j;

namespace RelationshipGraph.Benchmarks.Serving;

/// <summary>The API as a program of its own, asked over HTTP by this one.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, HttpClient client)
    {
        _process = process;
        Client = client;
    }

    /// <summary>Keeps its connections, and sends the token of <see cref="SignInAsync"/>.</summary>
    public HttpClient Client { get; }

    /// <summary>The server's number among the processes.</summary>
    public int Id => _process.Id;

    /// <summary>Memory of the server now, in bytes.</summary>
    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time of the server so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it in a folder, in Development; returns when it says that it listens.</summary>
    /// <param name="folder">Where its store and key are, or come.</param>
    /// <param name="store">A store; null: the one of Development with the demo company.</param>
    public static Task<ServerProcess> StartAsync(string folder, string? store) => StartAsync(
        folder, store is null ? [] : [("RELATIONSHIPGRAPH__STORE", "sqlite:" + Path.GetFullPath(store))]);

    /// <summary>Starts it on a Neo4j.</summary>
    public static Task<ServerProcess> StartAsync(string folder, Neo4jSettings settings) => StartAsync(
        folder,
        [
            ("RELATIONSHIPGRAPH__STORE", settings.Address),
            ("RELATIONSHIPGRAPH__NEO4J__USER", settings.User),
            ("RELATIONSHIPGRAPH__NEO4J__PASSWORD", settings.Password),
        ]);

    private static async Task<ServerProcess> StartAsync(string folder, (string Name, string? Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "RelationshipGraph.Api.dll"), "--urls", "http://127.0.0.1:0",
            },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["RELATIONSHIPGRAPH__LOG__LEVEL"] = "Information";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                // The log goes on; nobody reading it must not stop the server.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 64 };
                return new ServerProcess(process, new HttpClient(handler) { BaseAddress = new Uri(found.Value) });
            }
        }

        process.Dispose();
        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Takes a token as the button of the query page does.</summary>
    public async Task SignInAsync(string role)
    {
        using var body = new StringContent($$"""{"roles":["{{role}}"]}""", Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync("/dev/token", body);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", json.RootElement.GetProperty("token").GetString());
    }

    /// <summary>Asks, and returns the answer's text; an error ends the benchmark.</summary>
    public async Task<string> AskAsync(string query)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var answer = await Client.PostAsync("/graphql", body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && !text.Contains("\"errors\"", StringComparison.Ordinal)
            ? text
            : throw new InvalidOperationException($"The server refused the question of the benchmark: {text}");
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
