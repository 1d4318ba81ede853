using RelationshipGraph.Model;

namespace RelationshipGraph.Sessions;

/// <summary>Who may write what.</summary>
/// <remarks>
/// Administrators everything. Otherwise the roles that the kind names; and every employee what is the employee's own, where the
/// kind allows it: a node the employee owns; a relationship that starts at the employee, joins two people of whom the employee is
/// one, or starts at a node the employee owns.
/// </remarks>
internal static class WriteRights
{
    /// <summary>Whether the viewer may write any record of the kind at all.</summary>
    public static bool MayWriteSome(Viewer viewer, RecordModel model) =>
        MayWriteAll(viewer, model) || (!model.IsDerived && model.IsOwnWritable && IsEmployee(viewer));

    /// <summary>Whether the viewer may write this record.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="record">The record, as it is or as it is to be.</param>
    /// <param name="start">A relationship's start.</param>
    public static bool MayWrite(Viewer viewer, Record record, Record? start)
    {
        var model = GraphModel.Of(record.Id);
        return MayWriteAll(viewer, model)
            || (!model.IsDerived && model.IsOwnWritable && IsEmployee(viewer) && IsOwn(viewer.Employee, record, start));
    }

    private static bool MayWriteAll(Viewer viewer, RecordModel model) =>
        !model.IsDerived && (viewer.IsAdministrator || (viewer.Roles & model.Writers) != 0);

    private static bool IsEmployee(Viewer viewer) => !viewer.Employee.IsNone && viewer.Roles != Roles.None;

    private static bool IsOwn(RecordId employee, Record record, Record? start) => record switch
    {
        Relationship tie => tie.FromId == employee
            || (tie.ToId == employee && GraphModel.Of(tie.FromId).IsPerson)
            || start?.OwnerId == employee,
        _ => record.OwnerId == employee,
    };
}
