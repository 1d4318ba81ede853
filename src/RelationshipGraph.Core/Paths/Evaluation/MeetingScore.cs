namespace RelationshipGraph.Paths.Evaluation;

/// <summary>How somebody at two steps is ranked as a person to meet, each figure in <see cref="FixedPoint"/>.</summary>
internal struct MeetingScore
{
    /// <summary>The product's own: as in <see cref="SecondDegreeSearch"/>.</summary>
    public long Likelihood;

    /// <summary>Each common contact counts for one over the logarithm of the number of its ties, however strong.</summary>
    public long AdamicAdar;

    /// <summary>The greatest product of both strengths over the common contacts.</summary>
    public long StrongestPath;
}
