using RelationshipGraph.Model;

namespace RelationshipGraph.Importing.Tables;

/// <summary>The drafts of one batch of rows. They are used again for the next one: a file has millions.</summary>
internal sealed class Drafting
{
    private readonly Stack<Draft>?[] _free = new Stack<Draft>?[64];
    private readonly List<Draft> _drafts = [];

    /// <summary>The day of the import.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The drafts of the batch, those of a row together, nodes before the relationships at them.</summary>
    public IReadOnlyList<Draft> Drafts => _drafts;

    /// <summary>Begins a batch; what was drafted for the one before is gone.</summary>
    public void Begin(DateOnly today)
    {
        foreach (var draft in _drafts)
        {
            (_free[(int)draft.Model.Kind] ??= new Stack<Draft>()).Push(draft);
        }

        _drafts.Clear();
        Today = today;
    }

    /// <summary>A draft of a node, or of a relationship whose ends are set next.</summary>
    public Draft Add(Entry entry, RecordKind kind, string? externalId)
    {
        var draft = _free[(int)kind] is { Count: > 0 } free ? free.Pop() : new Draft(kind);
        draft.Begin(entry, externalId);
        _drafts.Add(draft);
        return draft;
    }
}
