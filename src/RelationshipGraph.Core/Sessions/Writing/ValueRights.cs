using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Sessions;

/// <summary>Which properties callers may set themselves.</summary>
internal static class ValueRights
{
    /// <summary>Why the viewer may not set the property, or null.</summary>
    public static Problem? Of(Viewer viewer, PropertyModel property) => property.Name switch
    {
        _ when property.IsStep && !viewer.IsAdministrator => Problem.Of(ProblemCode.SetBySteps, property.Name),
        _ when !property.IsSystem => null,
        "visibility" or "ownerId" => null,

        // A collision of natural keys would tell of a hidden record.
        "source" or "externalId" or "knownSince" => viewer.IsAdministrator
            ? null
            : Problem.Of(ProblemCode.Forbidden, property.Name),
        _ => Problem.Of(ProblemCode.ReadOnlyProperty, property.Name),
    };
}
