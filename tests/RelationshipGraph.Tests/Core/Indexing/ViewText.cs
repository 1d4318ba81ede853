using RelationshipGraph.Indexing;

namespace RelationshipGraph.Tests.Core.Indexing;

/// <summary>A view written out by ids, so that two views of the same graph can be compared whatever their numbers are.</summary>
internal static class ViewText
{
    public static string Of(GraphView view) => string.Join('\n', [
        .. Enumerable.Range(0, view.PersonCount).Where(n => view.FindPerson(view.PersonId(n)) == n)
            .Select(n => OfPerson(view, n)).Order(StringComparer.Ordinal),
        .. Enumerable.Range(0, view.GroupCount).Where(n => view.FindGroup(view.GroupId(n)) == n)
            .Select(n => OfGroup(view, n)).Order(StringComparer.Ordinal),
    ]);

    private static string OfPerson(GraphView view, int number)
    {
        var arcs = view.ArcsOf(number, out var publicCount).ToArray();
        Assert.True(arcs.Take(publicCount).All(arc => arc.IsPublic) && arcs.Skip(publicCount).All(arc => !arc.IsPublic));
        Assert.Equal(arcs.Take(publicCount).Select(arc => arc.Cost).Order(), arcs.Take(publicCount).Select(arc => arc.Cost));
        Assert.Equal(arcs.Skip(publicCount).Select(arc => arc.Cost).Order(), arcs.Skip(publicCount).Select(arc => arc.Cost));
        return Lines(
            $"{view.PersonId(number)} {view.Access[view.PersonAccess(number)]} {view.BoundsOf(number)} {view.MayStart(number)}",
            arcs.Select(arc => $"{view.PersonId(arc.Person)} {arc.Cost} {arc.IsPublic} {arc.HasPeriod} {TieText(view, arc)}"),
            view.JoiningsOf(number).ToArray().Select(one =>
                $"in {view.GroupId(one.Group)} {one with { Group = 0, Access = 0 }} {view.Access[one.Access]}"));
    }

    private static string OfGroup(GraphView view, int number)
    {
        var members = view.MembersOf(number, out var publicCount).ToArray();
        Assert.True(members.Take(publicCount).All(one => one.IsPublic) && members.Skip(publicCount).All(one => !one.IsPublic));
        var begins = members.Take(publicCount).Select(one => one.Begin).ToList();
        Assert.Equal(begins.Order(), begins);
        return Lines(
            $"{view.GroupId(number)} {view.Access[view.GroupAccess(number)]} {view.IsSensitive(number)}",
            members.Select(one =>
                $"{(one.Person < 0 ? view.GroupId(~one.Person) : view.PersonId(one.Person))} "
                + $"{one with { Person = 0, Access = 0 }} {view.Access[one.Access]}"),
            []);
    }

    private static string TieText(GraphView view, Arc arc)
    {
        var tie = view.TieOf(arc);
        return $"{arc.IsComputed} {tie with { A = 0, B = 0, Access = 0 }} {view.Access[tie.Access]}";
    }

    private static string Lines(string head, params IEnumerable<IEnumerable<string>> lists) =>
        string.Join("\n  ", lists.SelectMany(list => list).Order(StringComparer.Ordinal).Prepend(head));
}
