namespace RelationshipGraph.Hosting.Demo;

/// <summary>How the loading of the demo ended. All three are ordinary answers.</summary>
public abstract record DemoLoading
{
    private DemoLoading() { }

    /// <param name="Records">Records written by this call.</param>
    public sealed record Loaded(int Records) : DemoLoading;

    /// <summary>The store held this very demo already. Nothing was done.</summary>
    public sealed record AlreadyThere : DemoLoading;

    /// <summary>The store holds something else, or another edition of the demo. Nothing was done.</summary>
    public sealed record NotEmpty : DemoLoading;
}
