using System.Collections.Frozen;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>What a row says of one record: the values it names, and no more.</summary>
internal sealed class Draft(RecordKind kind)
{
    private readonly Shape _shape = Shape.Of(kind);

    public RecordModel Model => _shape.Model;

    /// <summary>The row.</summary>
    public Entry Entry { get; private set; } = null!;

    public string? ExternalId { get; private set; }

    /// <summary>What the row says, by the place of each property; nothing where it says nothing.</summary>
    public PropertyValue[] Values { get; } = new PropertyValue[Shape.Of(kind).Model.Properties.Count];

    /// <summary>The start of a relationship.</summary>
    public End From { get; set; }

    /// <summary>The end of a relationship.</summary>
    public End To { get; set; }

    /// <summary>The day from which it could have been known, where the row does not say and the record is new.</summary>
    public DateOnly? KnownSince { get; set; }

    /// <summary>Whether a list is added to the stored one, and does not take its place.</summary>
    public bool IsAdding { get; set; }

    /// <summary>The column that said when it ended; the name of the property where none did.</summary>
    public string UntilColumn { get; private set; } = "until";

    /// <summary>The record's id, once it is known whether there is one.</summary>
    public RecordId Id { get; set; }

    /// <summary>The record as it is if there is none yet.</summary>
    public Record? Candidate { get; set; }

    /// <summary>What the record is called in its source.</summary>
    public NaturalKey Key { get; set; }

    /// <summary>The record as it will be, where something is to be written; else null.</summary>
    public Record? Result { get; set; }

    /// <summary>The record as it is stored; null where it is new.</summary>
    public Record? Stored { get; set; }

    /// <summary>Forgets the row before.</summary>
    public void Begin(Entry entry, string? externalId)
    {
        (Entry, ExternalId) = (entry, externalId);
        Array.Clear(Values);
        (From, To, KnownSince, IsAdding, UntilColumn) = (default, default, null, false, "until");
        (Id, Candidate, Key, Result, Stored) = (default, null, default, null, null);
    }

    /// <summary>Says the value of a property.</summary>
    /// <returns>What is wrong with it.</returns>
    public Problem? Set(string property, PropertyValue value, string column)
    {
        if (value.IsNothing)
        {
            return null;
        }

        var place = _shape.PlaceOf(property);
        if (PropertyCheck.Of(_shape.Model.Properties[place], value) is { } problem)
        {
            return problem with { Path = column };
        }

        Values[place] = value;
        if (property == "until")
        {
            UntilColumn = column;
        }

        return null;
    }

    public PropertyValue Get(string property) => Values[_shape.PlaceOf(property)];

    /// <summary>An end of a relationship: a record that is known, or one that the same row drafts.</summary>
    internal readonly record struct End(RecordId Known, Draft? Drafted)
    {
        public RecordId Id => Drafted?.Id ?? Known;
    }

    /// <summary>The places of a kind's properties.</summary>
    private sealed class Shape
    {
        private static readonly Shape?[] ByKind = new Shape?[64];
        private readonly FrozenDictionary<string, int> _places;

        static Shape()
        {
            foreach (var model in GraphModel.Kinds)
            {
                ByKind[(int)model.Kind] = new Shape(model);
            }
        }

        private Shape(RecordModel model)
        {
            Model = model;
            _places = model.Properties.Select((p, i) => (p.Name, i)).ToFrozenDictionary(p => p.Name, p => p.i);
        }

        public RecordModel Model { get; }

        public static Shape Of(RecordKind kind) => ByKind[(int)kind]!;

        public int PlaceOf(string property) => _places[property];
    }
}
