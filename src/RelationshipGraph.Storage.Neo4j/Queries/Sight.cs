using RelationshipGraph.Model;
using RelationshipGraph.Storage.Neo4j.Schema;

namespace RelationshipGraph.Storage.Neo4j.Queries;

/// <summary>
/// What a read may see and as of which day, as conditions of Cypher. The only place that knows visibility and time.
/// </summary>
internal sealed class Sight(ViewScope scope, DateOnly? asOf)
{
    private const string Everyone = "'EVERYONE'";
    private const string Discreet = "'DISCREET'";
    private const string Team = "'TEAM'";
    private const string Viewer = "$viewer";
    private const string Day = "$day";
    private const string True = "true";

    private readonly bool _hasViewer = !scope.Everything && !scope.Viewer.IsNone;

    /// <summary>Gives the parameters that the conditions name.</summary>
    public CypherText BindTo(CypherText text)
    {
        if (_hasViewer)
        {
            text.With("viewer", scope.Viewer.Value).Give("team", scope.Team.Select(id => id.Value).ToArray());
        }

        return asOf is { } day ? text.With("day", PropertyValue.Of(day).Integer) : text;
    }

    /// <summary>The condition on a node of a kind.</summary>
    public string OfNode(RecordModel model, string node) => All(Seen(node), Counted(model, node));

    /// <summary>The condition on a node of whatever kind.</summary>
    public string OfAnyNode(string node) => All(Seen(node), CountedNode(node));

    /// <summary>The condition on a relationship.</summary>
    /// <param name="model">The type.</param>
    /// <param name="tie">Its name.</param>
    /// <param name="one">One of its ends.</param>
    /// <param name="other">The other; where it is read at an anchor, the one that is not.</param>
    /// <param name="end">The end that is its end, whichever of the two that is.</param>
    /// <param name="isAnchored">Whether the first is an anchor: whether that one counts plays no part.</param>
    public string OfTie(RecordModel model, string tie, string one, string other, string end, bool isAnchored)
    {
        var conditions = new List<string> { SeenTie(tie), Counted(model, tie), Seen(one), Seen(other) };
        if (asOf is not null)
        {
            conditions.Add(CountedNode(other));
            if (!isAnchored)
            {
                conditions.Add(CountedNode(one));
            }
        }

        if (!scope.Everything && model.ToKinds.Any(kind => GraphModel.Of(kind).Find("isSensitive") is not null))
        {
            var isHarmless = $"coalesce({end}.is_sensitive, 0) = 0";
            conditions.Add(_hasViewer
                ? CypherText.Either($"{isHarmless} OR {tie}.owner_id = {Viewer} OR {tie}.from_id = {Viewer}")
                : isHarmless);
        }

        return All([.. conditions]);
    }

    private static string All(params ReadOnlySpan<string> conditions)
    {
        var parts = new List<string>();
        foreach (var condition in conditions)
        {
            if (condition.Length > 0)
            {
                parts.Add(condition);
            }
        }

        return parts.Count == 0 ? True : string.Join(" AND ", parts);
    }

    private string Seen(string node) => scope.Everything ? ""
        : _hasViewer ? SeenBy(node, "")
        : $"{node}.visibility = {Everyone}";

    private string SeenTie(string tie) => scope.Everything ? ""
        : _hasViewer ? SeenBy(tie, $" WHEN {Discreet} THEN {Viewer} IN [{tie}.owner_id, {tie}.from_id, {tie}.to_id]")
        : $"{tie}.visibility = {Everyone}";

    // The viewer is in the team. Terms with OR would cost the server more, to plan and to work out.
    private static string SeenBy(string record, string further) =>
        $"CASE {record}.visibility WHEN {Everyone} THEN true WHEN {Team} THEN {record}.owner_id IN $v.team{further}"
        + $" ELSE {record}.owner_id = {Viewer} END";

    private string Counted(RecordModel model, string record)
    {
        if (asOf is null)
        {
            return "";
        }

        return model.Time switch
        {
            TimeRule.Period => Within($"{record}.`from`", $"{record}.`until`"),
            TimeRule.Moment when model.Moment!.Type == PropertyType.Date =>
                $"{record}.`{model.Moment.Column}` <= {Day}",
            TimeRule.Moment => $"{record}.`{model.Moment!.Column}` < ({Day} + 1) * 86400000",
            _ => "",
        };
    }

    private string CountedNode(string node) =>
        asOf is null ? "" : Within($"{node}.{KindStorage.CountsFrom}", $"{node}.{KindStorage.CountsUntil}");

    private static string Within(string from, string until) =>
        $"coalesce({from} <= {Day}, true) AND coalesce({until} > {Day}, true)";
}
