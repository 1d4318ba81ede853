using RelationshipGraph.Model;

namespace RelationshipGraph.Api.Graph;

/// <summary>The properties that inputs offer.</summary>
internal static class WritableProperties
{
    private static readonly Dictionary<RecordKind, PropertyModel[]> ByKind = GraphModel.Kinds.ToDictionary(
        model => model.Kind,
        model => model.Properties.Where(p => !p.IsSystem || IsSettable(p.Name)).ToArray());

    /// <summary>Those of a kind, in the order of the model; the ends of a relationship are not among them.</summary>
    public static IReadOnlyList<PropertyModel> Of(RecordModel model) => ByKind[model.Kind];

    // The natural key and knownSince are for administrators; the session refuses others.
    private static bool IsSettable(string name) =>
        name is "visibility" or "ownerId" or "source" or "externalId" or "knownSince";
}
