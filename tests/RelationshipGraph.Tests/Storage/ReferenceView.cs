using System.Text.Json;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Text;

namespace RelationshipGraph.Tests.Storage;

/// <summary>One state as one scope sees it, as of a day or at any time.</summary>
internal sealed class ReferenceView(ReferenceState state, ViewScope scope, DateOnly? asOf)
{
    /// <summary>Whether the scope allows the record.</summary>
    public bool Sees(Record record)
    {
        if (scope.Everything)
        {
            return true;
        }

        if (record is not Relationship tie)
        {
            return SeesByItself(record);
        }

        return SeesByItself(tie)
            && Sees(state.Records[tie.FromId])
            && Sees(state.Records[tie.ToId])
            && (state.Records[tie.ToId] is not (Network { IsSensitive: true } or Company { IsSensitive: true })
                || IsViewer(tie.OwnerId) || IsViewer(tie.FromId));
    }

    /// <summary>Whether the record counts on the day.</summary>
    public bool Counts(Record record) => asOf is not { } day || CountedDays.Of(record).Holds(day);

    /// <summary>Whether the record is in a list that is read without an anchor.</summary>
    public bool Lists(Record record) =>
        Sees(record)
        && Counts(record)
        && (record is not Relationship tie || (Counts(state.Records[tie.FromId]) && Counts(state.Records[tie.ToId])));

    /// <summary>The relationships of a type at a node, with the node at the other end.</summary>
    public IEnumerable<(Relationship Tie, Record End)> Edges(RecordId node, RecordKind kind, Direction direction) =>
        from tie in state.TiesAt(node)
        where tie.Id.Kind == kind
        let starts = tie.FromId == node && direction != Direction.Incoming
        let ends = tie.ToId == node && direction != Direction.Outgoing
        where starts || ends
        let end = state.Records[starts ? tie.ToId : tie.FromId]
        where Sees(tie) && Counts(tie) && Counts(end)
        select (tie, end);

    public bool Meets(Record record, RecordFilter? filter) => filter switch
    {
        null => true,
        RecordFilter.And and => and.Terms.All(term => Meets(record, term)),
        RecordFilter.Or or => or.Terms.Any(term => Meets(record, term)),
        RecordFilter.Not not => !Meets(record, not.Term),
        RecordFilter.Compare compare => Compares(compare.Property.Get(record), compare.Comparison, compare.Value),
        RecordFilter.In some => some.Values.Any(v => Compares(some.Property.Get(record), Comparison.Equal, v)),
        RecordFilter.Exists exists => !exists.Property.Get(record).IsNothing,
        RecordFilter.StartsWith starts => starts.Property.Get(record) is { IsNothing: false } value
            && value.Text.StartsWith(starts.Beginning, StringComparison.Ordinal),
        RecordFilter.Has has => Entries(has.Property, record).Contains(has.Entry),
        RecordFilter.Matches matches => Matches(record, matches.Words),
        RecordFilter.Related related => IsRelated(record, related),
        _ => throw new ArgumentException("No such filter.", nameof(filter)),
    };

    public bool MeetsEnd(Record end, ValueList<RecordFilter.EndFilter>? filters) =>
        filters is null || filters.Any(one => one.Kind == end.Id.Kind && Meets(end, one.Filter));

    /// <summary>Whether the folded texts hold every word, the last one also as a beginning.</summary>
    public static bool Matches(Record record, IReadOnlyList<string> words)
    {
        var tokens = GraphModel.Of(record.Id).Properties
            .Where(property => property.IsSearched)
            .SelectMany(property => Entries(property, record))
            .SelectMany(SearchText.Tokens)
            .ToHashSet(StringComparer.Ordinal);

        return words.All(tokens.Contains)
            || (words[^1].Length >= Limits.SearchPrefixMin
                && words.SkipLast(1).All(tokens.Contains)
                && tokens.Any(token => token.StartsWith(words[^1], StringComparison.Ordinal)));
    }

    /// <summary>By code point, which for texts beyond the basic plane is not by char.</summary>
    public static int CompareTexts(string left, string right)
    {
        var runes = left.EnumerateRunes().Zip(right.EnumerateRunes());
        var difference = runes.Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(compared => compared != 0);
        return difference != 0 ? difference : Length(left).CompareTo(Length(right));

        static int Length(string text) => text.EnumerateRunes().Count();
    }

    public static int CompareValues(PropertyValue left, PropertyValue right) => left.Primitive switch
    {
        PropertyPrimitive.Integer => left.Integer.CompareTo(right.Integer),
        PropertyPrimitive.Number => left.Number.CompareTo(right.Number),
        PropertyPrimitive.Text => CompareTexts(left.Text, right.Text),
        _ => 0,
    };

    private bool SeesByItself(Record record) =>
        record.Visibility == Visibility.Everyone
        || IsViewer(record.OwnerId)
        || (record.Visibility == Visibility.Team && record.OwnerId is { } owner && scope.Team.Contains(owner))
        || (record.Visibility == Visibility.Discreet && record is Relationship t && (IsViewer(t.FromId) || IsViewer(t.ToId)));

    private bool IsViewer(RecordId? id) => !scope.Viewer.IsNone && id == scope.Viewer;

    private bool IsRelated(Record node, RecordFilter.Related related)
    {
        var edges = Edges(node.Id, related.Relationship, related.Direction).ToList();
        return related.Quantifier switch
        {
            Quantifier.Some => edges.Any(MeetsIt),
            Quantifier.None => !edges.Any(MeetsIt),
            _ => edges.All(MeetsIt),
        };

        bool MeetsIt((Relationship Tie, Record End) edge) => Meets(edge.Tie, related.Edge) && MeetsEnd(edge.End, related.End);
    }

    private static bool Compares(PropertyValue stored, Comparison comparison, PropertyValue value)
    {
        if (stored.IsNothing)
        {
            return false;
        }

        var compared = CompareValues(stored, value);
        return comparison switch
        {
            Comparison.Equal => compared == 0,
            Comparison.Less => compared < 0,
            Comparison.LessOrEqual => compared <= 0,
            Comparison.Greater => compared > 0,
            _ => compared >= 0,
        };
    }

    /// <summary>The written entries of a list, or the one text.</summary>
    private static IReadOnlyList<string> Entries(PropertyModel property, Record record)
    {
        var value = property.Get(record);
        if (value.IsNothing)
        {
            return [];
        }

        return property.IsList ? JsonSerializer.Deserialize<string[]>(value.Text)! : [value.Text];
    }
}
