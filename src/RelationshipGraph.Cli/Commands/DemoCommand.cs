using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Demo;
using RelationshipGraph.Hosting.Stores;
using RelationshipGraph.Problems;
using Spectre.Console;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph demo</c>: a made-up company for an empty store.</summary>
internal static class DemoCommand
{
    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "demo",
            "Fills an empty store with a made-up Danish company: employees, contacts, networks, three years of meetings. "
            + "Does nothing where that is done already; refuses a store with anything else in it.",
            ("relgraph demo", "Into the store that is set."),
            ("relgraph demo --store sqlite:demo.db", "Into a file of its own.")),
        RunAsync);

    private static async Task<Answer> RunAsync(Invocation call)
    {
        await using var graph = await call.OpenAsync(StoreUse.MakeIfMissing);
        var loading = await call.Progress.WhileAsync("Demo", bar => DemoData.LoadAsync(
            graph.Store, call.Surroundings.Time.GetUtcNow(), new Parts(bar), call.Ct));
        return loading switch
        {
            DemoLoading.Loaded(var records) => Loaded(records, isRepeated: false),
            DemoLoading.AlreadyThere => Loaded(0, isRepeated: true),
            _ => Answer.Refused(Failure.Of(Problem.Of(ProblemCode.StoreNotEmpty, string.Empty))),
        };
    }

    private static Answer Loaded(int records, bool isRepeated)
    {
        var people = new JsonArray([.. DemoPeople.All.Select(person => new JsonObject
        {
            ["id"] = person.Id.ToString(),
            ["name"] = person.Name,
            ["title"] = person.Title,
        })]);
        var json = new JsonObject { ["records"] = records, ["isRepeated"] = isRepeated, ["people"] = people };
        return Answer.Done(json, console =>
        {
            console.WriteLine(isRepeated
                ? "The demo company is there already; nothing was changed."
                : string.Create(CultureInfo.InvariantCulture, $"The demo company is there: {records:N0} records."));
            var table = new Table().Border(TableBorder.Minimal).AddColumns("Who", "What", "Id", "To see");
            foreach (var person in DemoPeople.All)
            {
                table.AddRow(
                    Markup.Escape(person.Name), Markup.Escape(person.Title), person.Id.ToString(), Markup.Escape(person.Story));
            }

            console.Write(table);
        });
    }

    private sealed class Parts(IProgress<(string Text, double? Part)> bar) : IProgress<double>
    {
        public void Report(double value) => bar.Report(("Writing", value));
    }
}
