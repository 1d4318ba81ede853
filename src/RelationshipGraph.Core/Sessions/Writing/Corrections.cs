using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Sessions;

/// <summary>What people say of the strength of their own ties.</summary>
internal static class Corrections
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Knows);
    private static readonly PropertyModel Strength = Model["correctedStrength"];
    private static readonly PropertyModel On = Model["correctedOn"];
    private static readonly PropertyModel Declared = Model["declaredStrength"];

    /// <summary>Adds what goes with a correction and was not given.</summary>
    /// <param name="kind">What is written.</param>
    /// <param name="isNew">Whether it is a new record.</param>
    /// <param name="values">What is given.</param>
    /// <param name="today">The day.</param>
    /// <remarks>
    /// A correction has its day, and goes with it. A new KNOWS that declares nothing is there for the correction: it declares a
    /// strength of 0, which adds nothing to what is worked out from contacts.
    /// </remarks>
    public static void Complete(
        RecordModel kind, bool isNew, List<KeyValuePair<PropertyModel, PropertyValue>> values, DateOnly today)
    {
        if (kind != Model || values.FindIndex(one => one.Key == Strength) is not (var place and >= 0))
        {
            return;
        }

        var isTaken = values[place].Value.IsNothing;
        if (values.TrueForAll(one => one.Key != On))
        {
            values.Add(new(On, isTaken ? PropertyValue.Nothing : PropertyValue.Of(today)));
        }

        if (isNew && !isTaken && values.TrueForAll(one => one.Key != Declared))
        {
            values.Add(new(Declared, PropertyValue.Of(0.0)));
        }
    }

    /// <summary>Why the viewer may not leave the record so; null where that is allowed.</summary>
    /// <param name="viewer">Who asks: administrators, the owner and both ends may correct a tie.</param>
    /// <param name="stored">The record as it was; null for a new one.</param>
    /// <param name="result">As it is to be.</param>
    public static Problem? Forbids(Viewer viewer, Record? stored, Record result)
    {
        if (result is not Knows knows || viewer.IsAdministrator)
        {
            return null;
        }

        var before = (stored ?? result) as Knows;
        var mayCorrect = !viewer.Employee.IsNone
            && (before!.OwnerId == viewer.Employee || knows.FromId == viewer.Employee || knows.ToId == viewer.Employee);
        var changed = Array.Find(
            [Strength, On], one => one.Get(result) != (stored is null ? PropertyValue.Nothing : one.Get(stored)));
        return mayCorrect || changed is null ? null : Problem.Of(ProblemCode.Forbidden, changed.Name);
    }
}
