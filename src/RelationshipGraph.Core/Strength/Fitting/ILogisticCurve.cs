namespace RelationshipGraph.Strength.Fitting;

/// <summary>Forecasts as log odds that depend on some constants.</summary>
internal interface ILogisticCurve
{
    /// <summary>How many constants there are.</summary>
    int Count { get; }

    /// <summary>Where they start, and what they are drawn to.</summary>
    double[] Start();

    /// <summary>How far a constant easily goes from its start: the deviation of a normal prior; may be infinite.</summary>
    double SpreadOf(int constant);

    /// <summary>Between what a constant stays.</summary>
    (double Min, double Max) BoundsOf(int constant);

    /// <summary>The log odds of each case.</summary>
    double[] OddsOf(double[] constants);

    /// <summary>For each constant, by how much the log odds of each case grow with it.</summary>
    double[][] SlopesOf(double[] constants);
}
