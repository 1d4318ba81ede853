using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing;

/// <summary>Why a row, or a whole file, was not taken.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line on which the row begins, from 1; 0 for the file as a whole.</param>
/// <param name="Problem">What is wrong; its path is the column, empty for the whole row.</param>
public sealed record ImportRefusal(string File, long Line, Problem Problem)
{
    /// <summary>The column it is about, as the file's header names it; empty for the whole row.</summary>
    public string Column => Problem.Path;
}
