using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Types;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Api.WorldPairs;

/// <summary>Writes documents by walking the schema itself: what is added to the schema is asked for from then on.</summary>
/// <param name="schema">The schema.</param>
/// <param name="words">What the questions are about.</param>
/// <param name="pair">Who asks.</param>
/// <param name="coverage">Where it is noted what was asked.</param>
internal sealed class DocumentWriter(ISchema schema, Vocabulary words, WorldPair pair, Coverage coverage)
{
    private const int FieldsMax = 90;
    private const int DepthMax = 7;

    private readonly InputWriter _inputs = new(words, pair.Viewer, coverage);
    private readonly StringBuilder _text = new();

    /// <summary>The node types that have lists of relationships.</summary>
    private List<IObjectGraphType> Nodes => [.. schema.AllTypes.OfType<IObjectGraphType>()
        .Where(type => GraphModel.Find(type.Name) is { IsNode: true } && type.Fields.Any(IsList))];
    private int _left;
    private int _aliases;
    private bool _isBad;

    /// <summary>One to three questions; every eighth document is wrong somewhere, where chance has it.</summary>
    public string Query()
    {
        Begin(isBad: words.Chance(12));
        var offered = schema.Query.Fields.Where(field => pair.AsksPaths || field.Name != "introductionPaths").ToList();
        var others = offered.Where(field => field.Arguments?.Find("history") is null).ToList();
        _text.Append('{');
        for (var i = words.Random.Next(1, 4); i > 0; i--)
        {
            Field(schema.Query, words.Pick(words.Chance(60) ? offered : others), 0);
        }

        return _text.Append(" }").ToString();
    }

    /// <summary>Two searches for introduction paths.</summary>
    public string Paths()
    {
        // Begun near the greatest depth, so that the people of a path do not take up what its hops are to tell.
        const int Depth = DepthMax - 5;
        Begin(isBad: false);
        var field = schema.Query.Fields.Find("introductionPaths")!;
        _text.Append('{');
        Field(schema.Query, field, Depth);
        _left = FieldsMax;
        Field(schema.Query, field, Depth);
        return _text.Append(" }").ToString();
    }

    /// <summary>One or two changes.</summary>
    /// <param name="isStale">Whether only changes are wanted that nobody can make.</param>
    public string Mutation(bool isStale)
    {
        Begin(isBad: false);
        _inputs.IsStale = isStale;
        var offered = schema.Mutation!.Fields
            .Where(field => !InputWriter.MayReveal(field.Name))
            .Where(field => !isStale || field.Name.StartsWith("update", StringComparison.Ordinal)
                || field.Name.StartsWith("delete", StringComparison.Ordinal))
            .ToList();
        _text.Append("mutation {");
        for (var i = words.Random.Next(1, 3); i > 0; i--)
        {
            var field = !isStale && words.Chance(15) ? schema.Mutation.Fields.Find("applyChanges")! : words.Pick(offered);
            Name(schema.Mutation, field);
            _text.Append("(input: ")
                .Append(_inputs.Change(field.Name, field.Arguments!.Find("input")!.ResolvedType!))
                .Append(')');
            Selection(field.ResolvedType!, 1);
        }

        return _text.Append(" }").ToString();
    }

    /// <summary>
    /// A list to be walked to its end, with a place for the page: a root list, the list of a node's relationships, or a search.
    /// </summary>
    /// <param name="page">The text that stands where the page's arguments will.</param>
    public string Walk(string page)
    {
        Begin(isBad: false);
        var lists = schema.Query.Fields.Where(IsList).ToList();
        switch (words.Random.Next(5))
        {
            case 0:
                List(schema.Query, schema.Query.Fields.Find("search")!, page);
                return $"{{{_text} }}";
            case 1 or 2:
                var node = words.Pick(Nodes);
                List(node, words.Pick(node.Fields.Where(IsList).ToList()), page);
                var id = words.IdOf(Enum.Parse<RecordKind>(node.Name));
                return $"{{ node(id: \"{id}\") {{ ... on {node.Name} {{{_text} }} }} }}";
            default:
                List(schema.Query, words.Pick(lists), page);
                return $"{{{_text} }}";
        }
    }

    private void Begin(bool isBad)
    {
        _text.Clear();
        (_left, _aliases, _isBad) = (FieldsMax, 0, isBad);
    }

    private void List(IComplexGraphType parent, FieldType field, string page)
    {
        _text.Append(" list: ").Append(field.Name);
        coverage.Fields.Add($"{parent.Name}.{field.Name}");
        Arguments(field, page);
        var connection = (IObjectGraphType)field.ResolvedType!.GetNamedType();
        _text.Append(" { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } ");
        if (connection.Fields.Find("totalCount") is not null)
        {
            _text.Append("totalCount ");
            coverage.Fields.Add($"{connection.Name}.totalCount");
        }

        _left = 12;
        _text.Append("edges { cursor node");
        Selection(connection.Fields.Find("nodes")!.ResolvedType!, DepthMax - 2);
        _text.Append(" } }");
    }

    private void Field(IComplexGraphType parent, FieldType field, int depth)
    {
        Name(parent, field);
        Arguments(field, page: null);
        Selection(field.ResolvedType!, depth + 1);
    }

    private void Name(IComplexGraphType parent, FieldType field)
    {
        _left--;
        coverage.Fields.Add($"{parent.Name}.{field.Name}");
        _text.Append(" a").Append((_aliases++).ToString(CultureInfo.InvariantCulture)).Append(": ").Append(field.Name);
    }

    private void Selection(IGraphType wrapped, int depth)
    {
        switch (wrapped.GetNamedType())
        {
            case IObjectGraphType type:
                _text.Append(" { __typename");
                Fields(type, depth);
                _text.Append(" }");
                break;
            case IAbstractGraphType type:
                _text.Append(" { __typename");
                foreach (var possible in type.PossibleTypes.Where(_ => words.Random.Next(type.PossibleTypes.Count) < 3))
                {
                    _text.Append(" ... on ").Append(possible.Name).Append(" { __typename");
                    Fields(possible, depth);
                    _text.Append(" }");
                }

                _text.Append(" }");
                break;
            default:
                break;
        }
    }

    private void Fields(IObjectGraphType type, int depth)
    {
        var leaves = type.Fields.Where(field => IsLeaf(field.ResolvedType!)).ToList();
        var share = type.Name.EndsWith("Connection", StringComparison.Ordinal) || leaves.Count < 6 ? 75 : 30;
        foreach (var leaf in leaves.Where(_ => _left > 0 && words.Chance(share)))
        {
            Field(type, leaf, depth);
        }

        if (depth >= DepthMax)
        {
            return;
        }

        var branches = type.Fields.Except(leaves).ToList();
        var few = branches.Count <= 4;
        foreach (var branch in branches.Where(_ => few ? words.Chance(75) : words.Random.Next(branches.Count) < 2))
        {
            if (_left > 0)
            {
                Field(type, branch, depth);
            }
        }
    }

    private static bool IsList(FieldType field) => field.Arguments?.Find("after") is not null;

    private static bool IsLeaf(IGraphType type) => type.GetNamedType() is ScalarGraphType;

    private void Arguments(FieldType field, string? page)
    {
        var given = new List<string>();
        if (page is not null)
        {
            given.Add(page);
        }
        else if (IsList(field))
        {
            given.AddRange(Page(field));
        }

        foreach (var argument in field.Arguments ?? [])
        {
            if (!(IsList(field) && IsOfPage(argument)) && Argument(argument) is { } value)
            {
                given.Add($"{argument.Name}: {value}");
                coverage.Arguments.Add(argument.Name);
            }
        }

        if (given.Count > 0)
        {
            _text.Append('(').AppendJoin(", ", given).Append(')');
        }
    }

    private static bool IsOfPage(QueryArgument argument) => argument.Name is "first" or "last" or "after" or "before";

    private string? Argument(QueryArgument argument)
    {
        var isWanted = argument.ResolvedType is NonNullGraphType || words.Chance(argument.Name switch
        {
            "filter" => 30,
            "orderBy" or "history" => 50,
            "from" => pair.Viewer.Employee.IsNone ? 60 : 30,
            "anyEmployee" => 10,
            _ => 20,
        });
        return !isWanted ? null
            : _isBad && argument.Name is "id" or "to" or "text" && words.Chance(40) ? "\"!\""
            : argument.Name switch
            {
                "to" or "from" or "of" or "with" or "personId" => Person(),
                "segment" => InputWriter.Quoted(words.IdOf(RecordKind.Segment).ToString()),
                "worksAt" => InputWriter.Quoted(words.IdOf(RecordKind.Company).ToString()),
                "maxHops" => words.Random.Next(1, 7).ToString(CultureInfo.InvariantCulture),
                "first" => words.Random.Next(1, 9).ToString(CultureInfo.InvariantCulture),
                "hopDiscount" => words.Pick(["0.5", "0.8", "1"]),
                "history" => "true",
                _ => _inputs.Value(argument.ResolvedType!),
            };
    }

    private string Person() => InputWriter.Quoted(
        words.IdOf(words.Chance(50) ? RecordKind.Employee : RecordKind.Contact, seenPercent: 85).ToString());

    private IEnumerable<string> Page(FieldType field)
    {
        var rows = words.Random.Next(1, 5).ToString(CultureInfo.InvariantCulture);
        var canGoBack = field.Arguments!.Find("last") is not null;
        if (_isBad && words.Chance(40))
        {
            return words.Pick<string[]>(
            [
                ["first: 0"], ["first: 201"], ["after: \"AAAA\""],
                canGoBack ? ["first: 2", "last: 2"] : ["first: -1"],
                [$"after: \"{(words.Cursors.Count > 0 ? words.Pick(words.Cursors) : "?")}\""],
            ]);
        }

        return words.Random.Next(10) switch
        {
            < 4 => [],
            < 8 => [$"first: {rows}"],
            _ => canGoBack ? [$"last: {rows}"] : [],
        };
    }
}
