using RelationshipGraph.Hosting.Imports;
using RelationshipGraph.Importing;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Importing;

/// <summary>What came of reading a request to import.</summary>
internal abstract record ImportReadOutcome
{
    private ImportReadOutcome() { }

    /// <summary>The files are here.</summary>
    public sealed record Read(Upload Upload, ImportOptions Options) : ImportReadOutcome;

    /// <summary>Nothing was kept.</summary>
    public sealed record Refused(int Status, Problem Problem) : ImportReadOutcome;
}
