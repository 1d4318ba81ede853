using System.Diagnostics;

namespace RelationshipGraph.Tests;

/// <summary>
/// A test that runs a client of others with Node. It is skipped where Node or the packages of <c>tests/clients</c> are missing,
/// unless RELATIONSHIPGRAPH_REQUIRE_NODE is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> NodeMissing = new(WhatIsMissing);

    /// <param name="folder">Below <c>tests/clients</c>, where the packages of the script are.</param>
    public NodeFactAttribute(params string[] folder)
    {
        if (Environment.GetEnvironmentVariable("RELATIONSHIPGRAPH_REQUIRE_NODE") != "1")
        {
            Skip = NodeMissing.Value ?? WhatIsMissingIn(folder);
        }
    }

    /// <summary>Runs a script of <c>tests/clients</c> to its end.</summary>
    /// <param name="input">What it reads on standard input.</param>
    /// <param name="script">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code, and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string input, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Repo.PathOf("tests", "clients"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? WhatIsMissingIn(string[] folder)
    {
        var name = string.Join('/', ["tests", "clients", .. folder]);
        return Directory.Exists(Repo.PathOf([.. name.Split('/'), "node_modules"]))
            ? null
            : $"The packages of {name} are not installed: npm ci --prefix {name}";
    }

    private static string? WhatIsMissing()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            process?.WaitForExit();
            return process?.ExitCode == 0 ? null : "Node does not run.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed.";
        }
    }
}
