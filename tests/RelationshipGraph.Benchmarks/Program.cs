using RelationshipGraph.Benchmarks.Engine;

// Each benchmark is a mode by name: the program runs the one that is asked for.
return args switch
{
    ["engine"] => await BenchProtocol.ServeAsync(Console.In, Console.Out),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Name one benchmark of: engine.");
    return 2;
}
