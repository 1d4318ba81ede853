using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Introductions;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Introductions;

/// <summary>How much introducers are asked.</summary>
internal sealed class LoadTypes
{
    private readonly GraphTypes _types;

    public LoadTypes(GraphTypes types)
    {
        _types = types;
        Load = new ObjectGraphType
        {
            Name = "IntroducerLoad",
            Description = "How much somebody is asked to introduce people, against what one may ask of anybody. Counted over "
                + "introductions that everyone may see; what came of an ask plays no part.",
        };
        Add("open", types.Int, "Asks that wait: neither made nor ended.", load => load.Open);
        Add("recent", types.Int, $"Asks of the last {Limits.IntroducerBudgetDays} days, open or not.", load => load.Recent);
        Add("asks", types.Int, "Asks that are open, recent or both: what is held against the budget.", load => load.Asks);
        Add("budget", types.Int, "Asks that may be held against somebody.", load => load.Budget);
        Add("isOver", types.Boolean, "Whether one ask more would go beyond the budget.", load => load.IsOver);
        Add(
            "loadFactor", types.Float,
            "budget / (budget + asks), above 0 and at most 1: 1 for who is not asked, a half where the budget is used up.",
            load => load.LoadFactor);
    }

    /// <summary>The load of one person.</summary>
    public ObjectGraphType Load { get; }

    public void AddTo(IComplexGraphType root) => root.Add(
        "introducerLoad", Load, "How much a person is asked to introduce people. Null where there is no such person.",
        new RootField((context, given) => Read(context.At(given.AsOf), (string)given["personId"]!)),
        [
            TypeBuilding.Argument("personId", _types.Id.NonNull(), "The employee or contact."),
            TypeBuilding.Argument("asOf", _types.Date, "The UTC day that it is counted as of; today where left out."),
        ]);

    private static Deferred Read(Session session, string text)
    {
        if (!RecordId.TryParse(text, out var id))
        {
            throw new RequestException(Problem.Of(ProblemCode.Malformed, "personId", ("form", "emp_0c5k2v8q0004g")));
        }

        var person = session.Records.Ask(id);
        return new Deferred(async () =>
            await person() is Person ? await IntroducerLoads.Of(session).Ask(id)() : null);
    }

    private void Add(string name, ScalarGraphType type, string meaning, Func<IntroducerLoad, object?> get) =>
        Load.Add(name, type.NonNull(), meaning, new SourceField<IntroducerLoad>(get));
}
