using System.Globalization;
using RelationshipGraph.Benchmarks.Bolt;
using RelationshipGraph.Benchmarks.Engine;
using RelationshipGraph.Benchmarks.Kills;
using RelationshipGraph.Benchmarks.Replicas;
using RelationshipGraph.Benchmarks.Serving;
using RelationshipGraph.Benchmarks.Stores;
using RelationshipGraph.Paths;
using RelationshipGraph.Storage.Neo4j;

// Each benchmark is a mode by name: the program runs the one that is asked for.
return args switch
{
    ["engine"] => await BenchProtocol.ServeAsync(new ProductEngine(), Console.In, Console.Out),
    ["engine", var address, var user, var mode] => await BenchProtocol.ServeAsync(
        new ProductEngine(
            new Neo4jSettings(address, user, Environment.GetEnvironmentVariable("RELATIONSHIPGRAPH__NEO4J__PASSWORD"), null),
            Enum.Parse<PathMode>(mode, ignoreCase: true)),
        Console.In, Console.Out),
    ["http"] => await BenchProtocol.ServeAsync(new HttpEngine(), Console.In, Console.Out),
    ["kill-writer", var file] => await KillWriter.RunAsync(file, Console.Out, CancellationToken.None),
    ["kill-cycles", var cycles] => await KillAsync(cycles, seed: "1"),
    ["kill-cycles", var cycles, var seed] => await KillAsync(cycles, seed),
    ["store", var people, var tiesEach] => await new StoreFigures(
        int.Parse(people, CultureInfo.InvariantCulture), int.Parse(tiesEach, CultureInfo.InvariantCulture), Console.Out)
        .RunAsync(CancellationToken.None),
    ["store", var people, var tiesEach, var address, var user] => await new StoreFigures(
        int.Parse(people, CultureInfo.InvariantCulture), int.Parse(tiesEach, CultureInfo.InvariantCulture), Console.Out)
        .RunAsync(new Neo4jSettings(address, user, Console.In.ReadLine()!, null), CancellationToken.None),
    ["cold-start"] => await new ServingFigures(Console.Out).ColdStartAsync(),
    ["restart", var file] => await new ServingFigures(Console.Out).RestartAsync(file),
    ["pages", var seconds] => await new ServingFigures(Console.Out).PagesAsync(
        TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))),
    ["replicas", var address, var user, var seconds] => await ReplicaRun.RunAsync(
        address, user, Console.In.ReadLine()!, int.Parse(seconds, CultureInfo.InvariantCulture), Console.Out),
    ["neo4j-kills", var fixture, var kills] => await ReplicaRun.KillAsync(
        fixture, int.Parse(kills, CultureInfo.InvariantCulture), seed: 1, Console.Out),
    ["bolt-rows"] => await new BoltRowFigures(Console.Out).RunAsync(),
    ["bolt-rows", var address, var user] => await new BoltRowFigures(Console.Out).RunAsync(address, user, Console.In.ReadLine()!),
    ["bolt-rows-take", var address, var user, var passes, .. var statements] =>
        await new BoltRowFigures(Console.Out).TakeAsync(address, user, passes, statements, Console.In.ReadLine()!),
    _ => Unknown(),
};

static Task<int> KillAsync(string cycles, string seed) => KillCycles.RunAsync(
    int.Parse(cycles, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), Console.Out);

static int Unknown()
{
    Console.Error.WriteLine(
        "Name one benchmark of: engine [<address of a Neo4j> <user> snapshot|surrounding], http, kill-cycles <count> [<seed>], "
        + "store <people> <ties each> [<address of a Neo4j> <user>, and its password on standard input], "
        + "cold-start, restart <store file>, pages <seconds>, "
        + "replicas <address of a Neo4j> <user> <seconds>, and its password on standard input, "
        + "neo4j-kills <folder of start-neo4j.sh> <kills>, "
        + "bolt-rows [<address of a Neo4j> <user>, and its password on standard input].");
    return 2;
}
