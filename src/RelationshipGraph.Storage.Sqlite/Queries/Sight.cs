using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Storage.Sqlite.Database;

namespace RelationshipGraph.Storage.Sqlite.Queries;

/// <summary>
/// What a read may see and as of which day, as conditions of SQL. The only place that knows visibility and time.
/// </summary>
internal sealed class Sight(ViewScope scope, DateOnly? asOf)
{
    // As they are stored.
    private const int Everyone = (int)Visibility.Everyone;
    private const int Discreet = (int)Visibility.Discreet;
    private const int Team = (int)Visibility.Team;

    private readonly bool _hasViewer = !scope.Everything && !scope.Viewer.IsNone;

    /// <summary>The condition on a row of a node kind's table.</summary>
    /// <param name="model">The kind.</param>
    /// <param name="row">The row's alias.</param>
    public string OfNode(RecordModel model, string row) => All(Seen(row), Counted(model, row));

    /// <summary>The condition on a row of the narrow table of nodes, whatever their kind.</summary>
    public string OfAnyNode(string row) => All(Seen(row), CountedNode(row));

    /// <summary>The joins that <see cref="OfTie"/> needs.</summary>
    public string EndsOf(RecordModel model, string row, End anchor)
    {
        var joins = new StringBuilder();
        foreach (var end in (End[])[End.From, End.To])
        {
            if (NeedsEnd(model, end, anchor))
            {
                joins.Append(Join(row, end));
            }
        }

        return joins.ToString();
    }

    /// <summary>The condition on a row of a relationship type's table.</summary>
    /// <param name="model">The type.</param>
    /// <param name="row">The row's alias.</param>
    /// <param name="anchor">The end at which it is read: whether that one counts plays no part.</param>
    public string OfTie(RecordModel model, string row, End anchor)
    {
        var conditions = new List<string> { SeenTie(row), Counted(model, row) };
        foreach (var end in (End[])[End.From, End.To])
        {
            if (!scope.Everything)
            {
                conditions.Add(Seen(Alias(row, end)));
            }

            if (end != anchor && IsTimed(model, end))
            {
                conditions.Add(CountedNode(Alias(row, end)));
            }
        }

        if (!scope.Everything && model.ToKinds.Any(kind => kind is RecordKind.Network or RecordKind.Company))
        {
            var isOwn = _hasViewer ? $" OR {row}.owner_id = ?{SqlText.Viewer} OR {row}.from_id = ?{SqlText.Viewer}" : "";
            conditions.Add($"({Alias(row, End.To)}.is_sensitive = 0{isOwn})");
        }

        return All([.. conditions]);
    }

    /// <summary>Binds what the conditions name.</summary>
    public void BindTo(Statement statement, Connection connection)
    {
        connection.Team = scope.Team;
        if (_hasViewer && statement.Has(SqlText.Viewer))
        {
            statement.Bind(SqlText.Viewer, scope.Viewer.Value);
        }

        if (asOf is { } day && statement.Has(SqlText.Day))
        {
            statement.Bind(SqlText.Day, PropertyValue.Of(day));
        }
    }

    private static string All(params ReadOnlySpan<string> conditions)
    {
        var text = new StringBuilder();
        foreach (var condition in conditions)
        {
            if (condition.Length > 0)
            {
                text.Append(text.Length == 0 ? "" : " AND ").Append(condition);
            }
        }

        return text.Length == 0 ? "1" : text.ToString();
    }

    private string Seen(string row)
    {
        if (scope.Everything)
        {
            return "";
        }

        return _hasViewer
            ? $"({row}.visibility = {Everyone} OR {row}.owner_id = ?{SqlText.Viewer} OR {InTeam(row)})"
            : $"{row}.visibility = {Everyone}";
    }

    private string SeenTie(string row)
    {
        if (scope.Everything)
        {
            return "";
        }

        return _hasViewer
            ? $"({row}.visibility = {Everyone} OR {row}.owner_id = ?{SqlText.Viewer} OR {InTeam(row)}"
                + $" OR ({row}.visibility = {Discreet} AND ?{SqlText.Viewer} IN ({row}.from_id, {row}.to_id)))"
            : $"{row}.visibility = {Everyone}";
    }

    private static string InTeam(string row) =>
        $"({row}.visibility = {Team} AND {Connection.TeamFunction}({row}.owner_id))";

    private string Counted(RecordModel model, string row)
    {
        if (asOf is null)
        {
            return "";
        }

        return model.Time switch
        {
            TimeRule.Period => $"({row}.\"from\" IS NULL OR {row}.\"from\" <= ?{SqlText.Day})"
                + $" AND ({row}.\"until\" IS NULL OR {row}.\"until\" > ?{SqlText.Day})",
            TimeRule.Moment when model.Moment!.Type == PropertyType.Date => $"{row}.\"{model.Moment.Column}\" <= ?{SqlText.Day}",
            TimeRule.Moment => $"{row}.\"{model.Moment!.Column}\" < (?{SqlText.Day} + 1) * 86400000",
            _ => "",
        };
    }

    private string CountedNode(string row) => asOf is null
        ? ""
        : $"({row}.counts_from IS NULL OR {row}.counts_from <= ?{SqlText.Day})"
            + $" AND ({row}.counts_until IS NULL OR {row}.counts_until > ?{SqlText.Day})";

    private bool NeedsEnd(RecordModel model, End end, End anchor) =>
        !scope.Everything || (end != anchor && IsTimed(model, end));

    private bool IsTimed(RecordModel model, End end) => asOf is not null
        && (end == End.From ? model.FromKinds : model.ToKinds).Any(kind => GraphModel.Of(kind).Time != TimeRule.Always);

    // The order of a cross join is kept: a relationship first, then its ends by their ids.
    private static string Join(string row, End end) =>
        $" CROSS JOIN node {Alias(row, end)} ON {Alias(row, end)}.id = {row}.{(end == End.From ? "from_id" : "to_id")}";

    private static string Alias(string row, End end) => row + (end == End.From ? "_f" : "_t");
}
