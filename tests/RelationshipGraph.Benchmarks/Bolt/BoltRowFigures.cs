using System.Diagnostics;
using System.Globalization;
using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;
using RelationshipGraph.Tests.Storage.Neo4j.Bolt;

namespace RelationshipGraph.Benchmarks.Bolt;

/// <summary>
/// How fast a million rows are taken by our client and by Neo4j's own driver for Node, each in a process of its own, from the
/// scripted server and from a real one.
/// </summary>
/// <param name="output">Where the figures go.</param>
internal sealed class BoltRowFigures(TextWriter output)
{
    private const string Passes = "3";

    private static readonly string[] Scripted = ["ROWS integers 1000000", "ROWS columns 1000000"];

    private static readonly string[] Real =
    [
        "UNWIND range(1, 1000000) AS n RETURN n",
        "UNWIND range(1, 1000000) AS n RETURN n, 'employee-of-the-company' AS name, n / 7.0 AS share, n % 2 = 0 AS isOpen",
    ];

    /// <summary>Compares both clients at the scripted server, which this process is.</summary>
    public async Task<int> RunAsync()
    {
        await using var server = new ScriptedBoltServer();
        await CompareAsync("scripted server", server.Address, "neo4j", "secret", Scripted);
        return 0;
    }

    /// <summary>Compares both clients at a real server as well.</summary>
    public async Task<int> RunAsync(string address, string user, string password)
    {
        await RunAsync();
        await CompareAsync("real server", address, user, password, Real);
        return 0;
    }

    /// <summary>Takes the rows of statements; the process that is compared. The password comes on standard input.</summary>
    public async Task<int> TakeAsync(string address, string user, string passes, string[] statements, string password)
    {
        await using var client = BoltTransport.Create(
            BoltAddress.Parse(address),
            BoltCredentials.Basic(user, password),
            // A busy computer may take longer than a request may.
            new BoltOptions { TransactionTimeout = TimeSpan.FromMinutes(10) },
            TimeProvider.System,
            new Random(1));
        foreach (var statement in statements)
        {
            var best = TimeSpan.MaxValue;
            long rows = 0;
            long allocated = 0;
            for (var pass = int.Parse(passes, CultureInfo.InvariantCulture); pass > 0; pass--)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var begun = Stopwatch.GetTimestamp();
                rows = await TakeAsync(client, statement);
                var took = Stopwatch.GetElapsedTime(begun);
                allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
                best = took < best ? took : best;
            }

            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{rows} {best.TotalSeconds:0.0000} {(double)allocated / rows:0.00} bytes allocated a row, {peak} MB at most"));
        }

        return 0;
    }

    private static async Task<long> TakeAsync(BoltTransport client, string statement)
    {
        long rows = 0;
        long sum = 0;
        var isWide = statement.Contains("columns", StringComparison.Ordinal)
            || statement.Contains("name", StringComparison.Ordinal);
        await client.RunAsync(
            CypherAccess.Read,
            () =>
            [
                new CypherStep(statement, null, row =>
                {
                    rows++;
                    sum += row.ReadInteger();
                    if (isWide)
                    {
                        sum += row.ReadText().Length + (row.ReadNumber() > 1 ? 1 : 0) + (row.ReadBoolean() ? 1 : 0);
                    }
                }),
            ],
            CancellationToken.None);
        return sum > 0 ? rows : 0;
    }

    private async Task CompareAsync(string name, string address, string user, string password, string[] statements)
    {
        // The first one warms the server up for both.
        await LinesAsync(Ours(address, user, "1", statements), password);
        var ours = await LinesAsync(Ours(address, user, Passes, statements), password);
        var theirs = await LinesAsync(
            new ProcessStartInfo("node", ["rows.mjs", address, user, Passes, .. statements]) { WorkingDirectory = Scripts() },
            password);
        for (var i = 0; i < statements.Length; i++)
        {
            var (our, their) = (RowsASecond(ours[i]), RowsASecond(theirs[i]));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {statements[i]}: {our:N0} rows/s, Node {their:N0} rows/s, {our / their:0.0} times; {Rest(ours[i])}"));
        }
    }

    private static ProcessStartInfo Ours(string address, string user, string passes, string[] statements)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RelationshipGraph.Benchmarks.dll");
        return new ProcessStartInfo("dotnet", ["exec", program, "bolt-rows-take", address, user, passes, .. statements]);
    }

    private static async Task<string[]> LinesAsync(ProcessStartInfo start, string input)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var lines = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.");
    }

    // The scripts are in the repository, above the program.
    private static string Scripts()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var scripts = Path.Combine(folder.FullName, "tests", "clients", "bolt");
            if (Directory.Exists(scripts))
            {
                return scripts;
            }
        }

        throw new DirectoryNotFoundException("tests/clients/bolt is not above the program.");
    }

    private static double RowsASecond(string line) => line.Split(' ') is [var rows, var seconds, ..]
        ? double.Parse(rows, CultureInfo.InvariantCulture) / double.Parse(seconds, CultureInfo.InvariantCulture)
        : throw new FormatException(line);

    private static string Rest(string line) => string.Join(' ', line.Split(' ').Skip(2));
}
