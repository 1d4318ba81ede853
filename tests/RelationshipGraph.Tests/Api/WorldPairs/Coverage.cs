using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>What a run of comparisons has been through, so that it can be seen to have left nothing out.</summary>
internal sealed class Coverage
{
    /// <summary>Fields asked for, as <c>Type.field</c>.</summary>
    public HashSet<string> Fields { get; } = [];

    /// <summary>Arguments given, by name.</summary>
    public HashSet<string> Arguments { get; } = [];

    /// <summary>Ways in which filters speak of many relationships.</summary>
    public HashSet<string> Quantifiers { get; } = [];

    /// <summary>Directions of orders.</summary>
    public HashSet<string> Directions { get; } = [];

    /// <summary>Codes that were answered.</summary>
    public HashSet<string> Codes { get; } = [];

    /// <summary>What was seen to happen, in a word or two, and how often.</summary>
    public SortedDictionary<string, int> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>Roles that viewers had.</summary>
    public HashSet<Roles> Roles { get; } = [];

    /// <summary>Kinds and visibilities of what was hidden in one world and not there, or another, in the other.</summary>
    public HashSet<(RecordKind Kind, Visibility Visibility)> Hidden { get; } = [];

    /// <summary>Notes who asked, and what two worlds differed in.</summary>
    public void Note(WorldPair pair)
    {
        Roles.Add(pair.Viewer.Roles);
        Saw(pair.Viewer.Employee.IsNone ? "viewers without an employee" : "viewers with an employee");
        foreach (var record in pair.One.Except(pair.Other).Concat(pair.Other.Except(pair.One)))
        {
            Hidden.Add((record.Id.Kind, record.Visibility));
        }
    }

    public void Saw(string what, int times = 1) => Events[what] = Events.GetValueOrDefault(what) + times;
}
