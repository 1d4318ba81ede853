using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RelationshipGraph.Tests.Api.Operation;

/// <summary>The server as a program of its own: how it refuses to start, starts, and stops.</summary>
public sealed partial class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("relationshipgraph-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_settings_Production_refuses_to_start_and_says_all_that_is_missing()
    {
        using var server = Start("Production");

        var (exitCode, _, errors) = await EndAsync(server);

        Assert.Equal(1, exitCode);
        Assert.Contains("RELATIONSHIPGRAPH__STORE", errors, StringComparison.Ordinal);
        Assert.Contains("RELATIONSHIPGRAPH__AUTH__AUTHORITY", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Without_an_environment_it_is_Production()
    {
        using var server = Start(null);

        Assert.Equal(1, (await EndAsync(server)).ExitCode);
    }

    [Fact]
    public async Task A_store_that_is_something_else_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "graph.db"), new string('x', 5_000));
        using var server = Start("Production",
            ("RELATIONSHIPGRAPH__STORE", "sqlite:graph.db"), ("RELATIONSHIPGRAPH__AUTH__SIGNINGKEY", ApiServer.KeyText));

        var (exitCode, _, errors) = await EndAsync(server);

        Assert.Equal(1, exitCode);
        Assert.Contains("STORE_FOREIGN", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_listens_logs_a_JSON_object_a_line_and_stops_when_told()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // No signal that a program can be told to stop by.
        }

        using var server = Start("Production",
            ("RELATIONSHIPGRAPH__STORE", "sqlite:graph.db"), ("RELATIONSHIPGRAPH__AUTH__SIGNINGKEY", ApiServer.KeyText));
        var first = await server.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "";
        var address = Address().Match(first).Value;
        using var client = new HttpClient { BaseAddress = new Uri(address) };

        var ready = await client.GetStringAsync("/health/ready");
        using var kill = Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var (exitCode, output, _) = await EndAsync(server);

        Assert.Equal("ready", ready);
        Assert.Equal(0, exitCode);
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Append(first), line =>
            Assert.Equal(System.Text.Json.JsonValueKind.Object, System.Text.Json.JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.False(File.Exists(Path.Combine(_folder, "graph.db-wal")), "The store was not closed.");
    }

    private Process Start(string? environment, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in variables.Append(("ASPNETCORE_ENVIRONMENT", environment ?? "")))
        {
            if (value.Length > 0)
            {
                start.Environment[name] = value;
            }
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> EndAsync(Process server)
    {
        try
        {
            var output = server.StandardOutput.ReadToEndAsync();
            var errors = server.StandardError.ReadToEndAsync();
            await server.WaitForExitAsync().WaitAsync(Patience);
            return (server.ExitCode, await output, await errors);
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
