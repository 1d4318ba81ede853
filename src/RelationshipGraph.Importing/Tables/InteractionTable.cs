using System.Collections.Frozen;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing.Tables;

/// <summary>
/// Interactions. The channels that are no contact but a standing tie become ties without a declared strength.
/// </summary>
internal sealed class InteractionTable(Header header, TableContext context) : Table
{
    /// <summary>The words for what is no contact but a standing tie.</summary>
    public static readonly FrozenSet<string> Ties =
        FrozenSet.Create<string>(StringComparer.Ordinal, "knows", "friend", "advice", "cowork", "reports_to");

    /// <summary>The words for channels.</summary>
    public static readonly FrozenDictionary<string, Channel> Channels = Enum.GetValues<Channel>()
        .ToDictionary(channel => CodeNames.Snake(channel.ToString()))
        .Append(new("reply_post", Channel.Reply))
        .Append(new("reply_comment", Channel.Reply))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Column _from = header.Find("from_id", "a");
    private readonly Column _to = header.Find("to_id", "b");
    private readonly Column _at = header.Find("at");
    private readonly Column _channel = header.Find("channel");
    private readonly Column _weight = header.Find("weight");
    private readonly Column _minutes = header.Find("minutes");
    private readonly Column _subject = header.Find("subject");

    public override RecordKind Kind => RecordKind.Interaction;

    protected override Entry? ReadFields(SourceRow row, long line)
    {
        var word = row.Text(_channel)?.ToLowerInvariant();
        var ends = new[]
        {
            new NodeRef(NodeSpace.Person, row.Id(_from), _from.Name),
            new NodeRef(NodeSpace.Person, row.Id(_to), _to.Name),
        };
        if (word is null)
        {
            row.Refuse(Problem.Of(ProblemCode.Required, _channel.Name));
            return null;
        }

        return Ties.Contains(word) ? ReadTie(row, line, ends, word) : ReadContact(row, line, ends, word);
    }

    /// <summary>A word that is neither a channel nor a tie, as a problem.</summary>
    public static Problem UnknownChannel(string word, Column column) => Problem.Of(
        ProblemCode.UnknownCode,
        column.Name,
        ("value", word.Length <= 60 ? word : word[..60]),
        ("allowed", string.Join(", ", Channels.Keys.Concat(Ties).Order(StringComparer.Ordinal))));

    private TieEntry ReadTie(SourceRow row, long line, NodeRef[] ends, string word)
    {
        var day = row.Day(_at);
        var start = day is { } some ? " " + PropertyJson.ToText(PropertyType.Date, PropertyValue.Of(some)) : string.Empty;
        return new TieEntry(line, ends, new Days(day, null, null, null, _at.Name, _at.Name))
        {
            // Plain acquaintance needs no name of its own; what two people are besides is told apart by it.
            ExternalId = word == "knows" ? null : word + start,
            Words = [new Said("howMet", PropertyValue.Of(word), _channel.Name)],
        };
    }

    private InteractionEntry? ReadContact(SourceRow row, long line, NodeRef[] ends, string word)
    {
        var at = row.Instant(_at);
        if (!Channels.TryGetValue(word, out var channel))
        {
            row.Refuse(UnknownChannel(word, _channel));
        }

        if (at is null)
        {
            row.Refuse(Problem.Of(ProblemCode.Required, _at.Name));
            return null;
        }

        return new InteractionEntry(line, ends, at.Value, channel)
        {
            AtColumn = _at.Name,
            Direction = channel == Channel.FaceToFace || context.IsDirected == false
                ? ContactDirection.Mutual
                : ContactDirection.Outgoing,
            Minutes = MinutesOf(row, channel),
            Subject = new Said("subject", SourceRow.Of(row.Text(_subject)), _subject.Name),
        };
    }

    private Said MinutesOf(SourceRow row, Channel channel)
    {
        // The weight of a contact seen by badges is its seconds; other weights only count rows.
        if (channel == Channel.FaceToFace && row.Number(_weight) is { } seconds)
        {
            return new Said("minutes", PropertyValue.Of(seconds / 60), _weight.Name);
        }

        return new Said("minutes", row.Value(_minutes, PropertyType.Number), _minutes.Name);
    }
}
