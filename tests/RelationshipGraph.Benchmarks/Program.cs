// Each benchmark is a function by name: the program runs the one that is asked for.
Dictionary<string, Action> benchmarks = [];

if (args is [var name] && benchmarks.TryGetValue(name, out var run))
{
    run();
    return 0;
}

Console.Error.WriteLine($"Name one benchmark of: {string.Join(", ", benchmarks.Keys)}.");
return 2;
