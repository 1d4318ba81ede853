using RelationshipGraph.Model;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Introductions;

/// <summary>Who may take which step of an introduction, among those who see it.</summary>
/// <remarks>
/// Administrators and sales every one. The asker asks and withdraws; the introducer accepts and declines, and where the
/// introducer is not one of ours the asker says so for them. All else is for both.
/// </remarks>
public static class IntroductionRights
{
    /// <summary>Whether the viewer may take the step.</summary>
    public static bool May(Viewer viewer, Introduction introduction, IntroductionStep step)
    {
        ArgumentNullException.ThrowIfNull(introduction);
        if (MayAll(viewer))
        {
            return true;
        }

        var isAsker = Is(viewer, introduction.AskerId);
        var isIntroducer = Is(viewer, introduction.IntroducerId);
        return step switch
        {
            IntroductionStep.Ask or IntroductionStep.Withdraw => isAsker,
            IntroductionStep.Accept or IntroductionStep.Decline =>
                isIntroducer || (isAsker && introduction.IntroducerId is not { Kind: RecordKind.Employee }),
            _ => isAsker || isIntroducer,
        };
    }

    /// <summary>Whether the viewer may ask in this employee's name, and see what waits there.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="employee">The employee; null: all of them.</param>
    public static bool MayFor(Viewer viewer, RecordId? employee) => MayAll(viewer) || Is(viewer, employee);

    private static bool MayAll(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.IsAdministrator || (viewer.Roles & Roles.Sales) != 0;
    }

    private static bool Is(Viewer viewer, RecordId? employee) =>
        employee is { IsNone: false } one && one == viewer.Employee && viewer.Roles != Roles.None;
}
