using RelationshipGraph.Model;

namespace RelationshipGraph.Introductions;

/// <summary>What somebody asks of an introducer.</summary>
/// <param name="IntroducerId">Who is asked.</param>
/// <param name="TargetId">Whom the asker would like to meet.</param>
public sealed record IntroductionAsk(RecordId IntroducerId, RecordId TargetId)
{
    /// <summary>The employee in whose name it is asked; null: the viewer's.</summary>
    public RecordId? AskerId { get; init; }

    /// <summary>The people on the path, from the asker to the target; empty where it is not known.</summary>
    public ValueList<RecordId> PathIds { get; init; } = [];

    /// <summary>What the introducer is told; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Who sees the introduction beside the asker, whose own it is.</summary>
    public Visibility Visibility { get; init; } = Visibility.Everyone;

    /// <summary>Whether to ask even where it goes beyond what one may ask of the introducer.</summary>
    public bool OverBudget { get; init; }
}
