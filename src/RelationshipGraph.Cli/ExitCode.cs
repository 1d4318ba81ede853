namespace RelationshipGraph.Cli;

/// <summary>How a command ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused or failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments; nothing was tried.</summary>
    public const int WrongArguments = 2;
}
