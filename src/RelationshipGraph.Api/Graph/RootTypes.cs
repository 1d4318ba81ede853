using System.Globalization;
using GraphQL.Types;
using RelationshipGraph.Api.Introductions;
using RelationshipGraph.Api.Paths;
using RelationshipGraph.Api.Search;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>Where questions begin.</summary>
internal sealed class RootTypes(GraphTypes types, ListTypes lists)
{
    private const int IdsMax = 200;

    public ObjectGraphType Query()
    {
        var root = new ObjectGraphType { Name = "Query", Description = "What can be asked." };
        root.Add(
            "node", types.Node, "The record with this id, node or relationship, also one that is over. Null where there is none.",
            new RootField((context, given) => Seen.Read(context.At(given.AsOf), IdOf((string)given["id"]!, "id"))),
            [TypeBuilding.Argument("id", types.Id.NonNull(), "The record's id."), AsOf()]);
        root.Add(
            "nodes",
            new NonNullGraphType(new ListGraphType(types.Node)),
            "The records with these ids, in their order. Null where there is none.",
            new RootField(Nodes),
            [TypeBuilding.Argument("ids", types.Id.ListOf(), $"At most {Written(IdsMax)} ids."), AsOf()]);
        root.Add("viewer", ViewerType().NonNull(), "Who is asking.", new RootField((context, _) => context.Session));
        foreach (var model in GraphModel.Nodes)
        {
            lists.AddTo(root, model);
        }

        new SearchTypes(types, lists).AddTo(root);
        var paths = new PathTypes(types);
        paths.AddTo(root);
        var nearness = new NearnessTypes(types, lists, paths);
        nearness.AddTo(root);
        paths.Ties.AddTo(root);
        new WayTypes(types, paths, nearness).AddTo(root);
        new TieListTypes(types, lists, nearness, paths.Ties).AddTo(root);
        paths.Loads.AddTo(root);
        new FollowUpTypes(types, lists).AddTo(root);
        return root;
    }

    private QueryArgument AsOf() => TypeBuilding.Argument("asOf", types.Date, ListTypes.AsOfMeaning);

    private ObjectGraphType ViewerType()
    {
        var roles = new EnumerationGraphType { Name = "Role", Description = "What a signed-in user may do beyond seeing." };
        foreach (var (role, meaning) in RoleMeanings.All)
        {
            roles.Add(CodeNames.Upper(role.ToString()), role, meaning);
        }

        var viewer = new ObjectGraphType { Name = "Viewer", Description = "Who is asking." };
        viewer.Add(
            "employee", types.Of(RecordKind.Employee), "The viewer's employee; null for a user who is not one.",
            new SourceField<Session>(s => s.Viewer.Employee.IsNone ? null : Seen.Read(s, s.Viewer.Employee)));
        viewer.Add(
            "roles", roles.ListOf(), "What the viewer may do.",
            new SourceField<Session>(s => RoleMeanings.All.Select(r => r.Role).Where(r => (s.Viewer.Roles & r) != 0)));
        viewer.Add(
            "actor", types.Text.NonNull(), "What the audit calls the viewer: an employee's id or the token's subject.",
            new SourceField<Session>(s => s.Viewer.Actor));
        return viewer;
    }

    private static Deferred Nodes(AnswerContext context, GivenArguments given)
    {
        var texts = ((IEnumerable<object?>)given["ids"]!).Cast<string>().ToArray();
        if (texts.Length > IdsMax)
        {
            throw new RequestException(Problem.Of(ProblemCode.TooMany, "ids", ("max", Written(IdsMax))));
        }

        var ids = texts.Select((t, i) => IdOf(t, string.Create(CultureInfo.InvariantCulture, $"ids.{i}")));
        return Seen.ReadInOrder(context.At(given.AsOf), ids);
    }

    private static RecordId IdOf(string text, string path) => RecordId.TryParse(text, out var id)
        ? id
        : throw new RequestException(Problem.Of(ProblemCode.Malformed, path, ("form", "emp_0c5k2v8q0004g")));

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
