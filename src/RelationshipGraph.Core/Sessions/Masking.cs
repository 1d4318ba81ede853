using RelationshipGraph.Model;

namespace RelationshipGraph.Sessions;

/// <summary>Takes out what only the participants of a record may read.</summary>
internal static class Masking
{
    private static readonly Dictionary<RecordKind, PropertyModel[]> Hidden = GraphModel.Kinds
        .Select(k => (k.Kind, Properties: k.Properties.Where(p => p.Privacy == Privacy.Participants).ToArray()))
        .Where(k => k.Properties.Length > 0)
        .ToDictionary(k => k.Kind, k => k.Properties);

    /// <summary>The record as the viewer may read it.</summary>
    public static Record For(Viewer viewer, Record record) =>
        !Hidden.TryGetValue(record.Id.Kind, out var hidden) || viewer.IsAdministrator || TookPart(viewer.Employee, record)
            ? record
            : record.With(hidden.Select(p => KeyValuePair.Create(p, PropertyValue.Nothing)));

    /// <summary>The first given property that the viewer could not read in this record, and so may not write; or null.</summary>
    public static PropertyModel? Unreadable(Viewer viewer, Record record, Draft draft)
    {
        var values = draft switch
        {
            Draft.Create create => create.Values,
            Draft.Update update => update.Values,
            _ => [],
        };
        return viewer.IsAdministrator || TookPart(viewer.Employee, record)
            ? null
            : values.Select(v => v.Key).FirstOrDefault(p => p.Privacy == Privacy.Participants);
    }

    private static bool TookPart(RecordId person, Record record) => !person.IsNone && record switch
    {
        Interaction interaction => interaction.FromId == person || interaction.ToId == person
            || interaction.ParticipantIds.Contains(person),
        Relationship relationship => relationship.FromId == person || relationship.ToId == person,
        _ => record.OwnerId == person,
    };
}
