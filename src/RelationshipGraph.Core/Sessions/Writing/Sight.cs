using RelationshipGraph.Model;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>The rule of <see cref="ViewScope"/> for a record that is not stored yet.</summary>
internal static class Sight
{
    /// <summary>Whether the record will be seen, given that its ends are.</summary>
    public static bool Sees(ViewScope scope, Record record, Record? end)
    {
        if (scope.Everything)
        {
            return true;
        }

        var isOwner = !scope.Viewer.IsNone && record.OwnerId == scope.Viewer;
        var tie = record as Relationship;
        if (Sensitivity.Of(end))
        {
            return isOwner || (!scope.Viewer.IsNone && tie?.FromId == scope.Viewer);
        }

        return isOwner || record.Visibility switch
        {
            Visibility.Everyone => true,
            Visibility.Discreet => !scope.Viewer.IsNone && (tie?.FromId == scope.Viewer || tie?.ToId == scope.Viewer),
            Visibility.Team => record.OwnerId is { } owner && scope.Team.AsSpan().BinarySearch(owner) >= 0,
            _ => false,
        };
    }
}
