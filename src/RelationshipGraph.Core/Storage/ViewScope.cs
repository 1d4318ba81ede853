using RelationshipGraph.Model;

namespace RelationshipGraph.Storage;

/// <summary>What a reader may see, in the form a store can put into its own query.</summary>
/// <remarks>
/// A node is seen if its visibility is EVERYONE, or the viewer owns it, or it is TEAM and its owner is in <see cref="Team"/>.
/// A relationship is seen by the same rule, a DISCREET one by its owner and its two ends only, and in any case only if both of
/// its ends are seen. A relationship that ends at a sensitive network or company is, on top of that, seen only by the employee
/// who owns it or at whom it starts. <see cref="Everything"/> sees all.
/// </remarks>
public sealed record ViewScope
{
    private ViewScope(bool everything, RecordId viewer, ValueList<RecordId> team)
    {
        Everything = everything;
        Viewer = viewer;
        Team = team;
    }

    /// <summary>Sees all: administrators, and the product's own work.</summary>
    public static ViewScope All { get; } = new(true, default, []);

    /// <summary>Sees what everyone may see.</summary>
    public static ViewScope Public { get; } = new(false, default, []);

    /// <summary>Whether nothing is hidden.</summary>
    public bool Everything { get; }

    /// <summary>The viewer's employee; none for a user who is not one.</summary>
    public RecordId Viewer { get; }

    /// <summary>
    /// The employees of the viewer's departments, the viewer among them; sorted, at most <see cref="Limits.TeamMax"/>.
    /// </summary>
    public ValueList<RecordId> Team { get; }

    /// <summary>The scope of one employee.</summary>
    /// <param name="viewer">The employee.</param>
    /// <param name="team">The employees of the same departments.</param>
    public static ViewScope Of(RecordId viewer, IEnumerable<RecordId> team) =>
        new(false, viewer, ValueList.From(
            team.Where(id => id != viewer).Distinct().Order().Take(Limits.TeamMax - 1).Append(viewer).Order()));
}
