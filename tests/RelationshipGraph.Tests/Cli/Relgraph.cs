using System.Diagnostics;
using System.Text.Json;
using RelationshipGraph.Cli;

namespace RelationshipGraph.Tests.Cli;

/// <summary>One run of the command line and what it said.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Relgraph(int Exit, string Output, string Error)
{
    /// <summary>The object on the last line of standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output.TrimEnd('\n').Split('\n')[^1]).RootElement;

    /// <summary>The code of the error in the JSON; null where there is none.</summary>
    public string? Code => Json.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    /// <summary>Runs it in this process, as if started in the folder.</summary>
    public static Task<Relgraph> RunAsync(string folder, params string[] args) =>
        RunAsync(folder, isDevelopment: false, CancellationToken.None, args);

    public static async Task<Relgraph> RunAsync(string folder, bool isDevelopment, CancellationToken ct, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(output, error, false, false, folder, isDevelopment, TimeProvider.System);
        var exit = await CommandLine.RunAsync(args, surroundings, ct);
        return new Relgraph(exit, output.ToString(), error.ToString());
    }

    /// <summary>Starts it as a program of its own in the folder.</summary>
    public static Task<Relgraph> StartAsync(string folder, params string[] args) =>
        StartAsync(folder, new Dictionary<string, string>(), args);

    /// <inheritdoc cref="StartAsync(string, string[])"/>
    public static async Task<Relgraph> StartAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "relgraph.dll"));
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Relgraph(process.ExitCode, await output, await error);
    }

    /// <summary>What every failure keeps to: a code, a sentence, no stack.</summary>
    public void AssertFailed(int exit, string code)
    {
        Assert.Equal(exit, Exit);
        Assert.StartsWith($"relgraph: {code}: ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
    }
}
