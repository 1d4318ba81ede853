using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Sessions;

/// <summary>What a viewer may ask of ties.</summary>
public sealed class SessionTies
{
    // A segment of more companies than this is no answer to "which".
    private const int CompaniesMax = 5_000;

    private readonly Session _session;
    private readonly SessionTools _tools;

    private readonly Loader<(RecordId Of, RecordId With), TieAnswer> _ties;

    internal SessionTies(Session session, SessionTools tools)
    {
        (_session, _tools) = (session, tools);
        _ties = new(ReadAsync, Limits.AnchorsMax);
        NextMeetings = new(ReadNextMeetingsAsync, Limits.AnchorsMax);
    }

    /// <summary>How well two people know each other; several are read together.</summary>
    /// <exception cref="RequestException">Both are the same person.</exception>
    public Func<Task<TieAnswer?>> Ask(RecordId of, RecordId with) => of != with
        ? _ties.Ask((of, with))
        : throw new RequestException(Problem.Of(
            ProblemCode.BadRequest, "with", ("reason", "nobody has a tie to themselves")));

    /// <summary>The first meeting of a network or company on the day asked about or after it, as the viewer may see it.</summary>
    public Loader<RecordId, Meeting> NextMeetings { get; }

    /// <summary>A page of ties.</summary>
    /// <param name="query">Whose, and which; its own page and companies play no part where a segment is given.</param>
    /// <param name="segment">Only ties to who works at a company of this segment; null: to all.</param>
    /// <param name="page">The part wanted; only from the beginning.</param>
    /// <exception cref="RequestException">The page is not valid, its cursor of another list, or the segment large.</exception>
    public async Task<TieListing> ListAsync(TieListQuery query, RecordId? segment, PageArguments page)
    {
        page.Check();
        var list = TieListing.ListOf(query, segment);
        var placed = query with { After = TieListing.Place(list, page.After), RowsMax = page.RowsMax };
        if (segment is { } id)
        {
            if (await CompaniesOfAsync(id) is not { } companies)
            {
                return new TieListing(new TieListAnswer.NotFound(id), list);
            }

            placed = placed with { Companies = companies };
        }

        var answer = _tools.Paths == PathMode.Surrounding
            ? await TieSearch.ListAsync(_tools.Remote, placed, _session.Scope, _session.Deadline)
            : TieSearch.List(await _session.ViewAsync(), placed, _session.Scope, _session.Deadline);
        return new TieListing(await new TieCorrections(_session).AddToAsync(answer), list);
    }

    /// <summary>The companies of a segment that the viewer sees; null where there is no such segment.</summary>
    /// <exception cref="RequestException">There are too many.</exception>
    public async Task<ValueList<RecordId>?> CompaniesOfAsync(RecordId id)
    {
        var read = await _tools.Store.ReadAsync([id], _session.Scope, _session.Deadline);
        if (read.GetValueOrDefault(id) is not Segment segment)
        {
            return null;
        }

        var companies = new List<RecordId>();
        var query = new PageQuery(RecordKind.Company) { Filter = SegmentFilter.Of(segment), RowsMax = Limits.BatchMax };
        while (true)
        {
            var page = await _tools.Store.ReadPageAsync(query, _session.Scope, _session.Deadline);
            companies.AddRange(page.Records.Select(company => company.Id));
            if (companies.Count > CompaniesMax || (page.HasMore && companies.Count == CompaniesMax))
            {
                throw new RequestException(Problem.Of(
                    ProblemCode.BadRequest, "segment", ("reason", $"more than {CompaniesMax} companies are in the segment")));
            }

            if (!page.HasMore)
            {
                return ValueList.From(companies);
            }

            query = query with { After = Keyset.Of(page.Records[^1], query.Order) };
        }
    }

    private async Task<IReadOnlyDictionary<(RecordId Of, RecordId With), TieAnswer>> ReadAsync(
        IReadOnlyList<(RecordId Of, RecordId With)> pairs)
    {
        var answers = _tools.Paths == PathMode.Surrounding
            ? await TieSearch.ReadAsync(_tools.Remote, pairs, _session.AsOf, _session.Scope, _session.Deadline)
            : TieSearch.Read(await _session.ViewAsync(), pairs, _session.Scope);
        var found = answers.Where(one => one.Value is TieAnswer.Found).ToList();
        var ties = await new TieCorrections(_session).AddToAsync([.. found.Select(one => ((TieAnswer.Found)one.Value).Tie)]);
        var with = found.Zip(ties).ToDictionary(one => one.First.Key, one => (TieAnswer)new TieAnswer.Found(one.Second));
        return answers.ToDictionary(one => one.Key, one => with.GetValueOrDefault(one.Key, one.Value));
    }

    private async Task<IReadOnlyDictionary<RecordId, Meeting>> ReadNextMeetingsAsync(IReadOnlyList<RecordId> groups)
    {
        var startsAt = GraphModel.Of(RecordKind.Meeting)["startsAt"];
        var day = new DateTimeOffset(_session.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var coming = new RecordFilter.Compare(startsAt, Comparison.GreaterOrEqual, PropertyValue.Of(day));
        var query = new EdgeQuery(RecordKind.HeldBy, Direction.Incoming, groups)
        {
            End = [new RecordFilter.EndFilter(RecordKind.Meeting, coming)],
            RowsMax = Limits.PageRowsMax,
        };
        var pages = await _tools.Store.ReadEdgesAsync(query, _session.Scope, _session.Deadline);
        var ids = pages.Values.SelectMany(page => page.Edges).Select(edge => edge.FromId).Distinct().ToList();
        var meetings = new Dictionary<RecordId, Meeting>();
        foreach (var batch in ids.Chunk(Limits.BatchMax))
        {
            foreach (var (id, record) in await _tools.Store.ReadAsync(batch, _session.Scope, _session.Deadline))
            {
                meetings[id] = (Meeting)Masking.For(_session.Viewer, record);
            }
        }

        return pages
            .Select(page => (Group: page.Key, Next: page.Value.Edges
                .Select(edge => meetings.GetValueOrDefault(edge.FromId)).OfType<Meeting>()
                .OrderBy(meeting => meeting.StartsAt).ThenBy(meeting => meeting.Id).FirstOrDefault()))
            .Where(one => one.Next is not null)
            .ToDictionary(one => one.Group, one => one.Next!);
    }
}
