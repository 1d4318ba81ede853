using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>A row that is a node.</summary>
internal sealed class NodeEntry(RecordKind kind, long line, string externalId) : Entry(kind, line)
{
    /// <summary>What it says; in the order of the columns.</summary>
    public List<Said> Values { get; } = [];

    /// <summary>When it could have been known, where the row does not say.</summary>
    public DateOnly? KnownSince { get; init; }

    /// <summary>The company a person works at, with the title there.</summary>
    public bool HasCompany { get; init; }

    public NodeRef[] Names { init => Refs = value; }

    public Said Title { get; init; }

    /// <summary>The column that names the network it is a group of; null where the row names none.</summary>
    public string? ParentColumn { get; init; }

    public override bool MayWait => ParentColumn is not null;

    public override void Make(Drafting drafting)
    {
        var node = drafting.Add(this, Kind, externalId);
        node.KnownSince = KnownSince is { } day && day < drafting.Today ? day : drafting.Today;
        foreach (var (property, value, column) in Values)
        {
            Say(node, property, value, column);
        }

        if (ParentColumn is not null)
        {
            Say(node, "parentId", PropertyValue.Of(Ends[0]), ParentColumn);
        }

        if (HasCompany)
        {
            var work = drafting.Add(this, RecordKind.WorksAt, null);
            (work.From, work.To) = (new(default, node), new(Ends[0], null));
            Say(work, "title", Title.Value, Title.Column);
            Say(work, "knownSince", node.Get("knownSince"), string.Empty);
            work.KnownSince = node.KnownSince;
        }
    }
}
