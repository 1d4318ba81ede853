using GraphQL.Types;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Graph;

/// <summary>The types of errors that changes answer with.</summary>
internal sealed class WriteErrorTypes
{
    private readonly GraphTypes _types;
    private readonly ObjectGraphType _argument;
    private readonly ObjectGraphType _validation;
    private readonly ObjectGraphType _notFound;
    private readonly ObjectGraphType _forbidden;
    private readonly ObjectGraphType _versionConflict;
    private readonly ObjectGraphType _keyTaken;
    private readonly ObjectGraphType _step;
    private readonly ObjectGraphType _overBudget;

    public WriteErrorTypes(GraphTypes types)
    {
        _types = types;
        _argument = ArgumentType();
        Contract = new InterfaceGraphType
        {
            Name = "Error",
            Description = "One thing that is wrong with what was asked for.",
            ResolveType = value => Of((WriteError)value),
        };
        Fill(Contract, isContract: true);
        _validation = Make("ValidationError", "A value is missing, malformed, out of its bounds, or does not fit the others.");
        _notFound = Make("NotFoundError", "A record that was named is not there, or is hidden from the viewer.");
        _forbidden = Make("ForbiddenError", "The viewer's roles do not allow it.");
        _versionConflict = Make("VersionConflictError", "Somebody changed the record since it was seen.");
        _keyTaken = Make("KeyTakenError", "Another record has the key.");
        _step = Make("StepError", "Where the record stands, or what the target of an introduction says, does not allow it.");
        _overBudget = Make("OverBudgetError", "The introducer is asked more than one may ask of anybody.");
        Union = new UnionGraphType
        {
            Name = "ChangeError",
            Description = "What can be wrong with a change. Every member is an Error.",
            ResolveType = value => Of((WriteError)value),
        };
        foreach (var type in (ObjectGraphType[])
            [_validation, _notFound, _forbidden, _versionConflict, _keyTaken, _step, _overBudget])
        {
            Union.AddPossibleType(type);
        }
    }

    public UnionGraphType Union { get; }

    /// <summary>What all of them have. The engine does not find it by itself, as nothing but them names it.</summary>
    public InterfaceGraphType Contract { get; }

    private ObjectGraphType Of(WriteError error) => error.Problem.Code switch
    {
        ProblemCode.NotFound or ProblemCode.EndMissing => _notFound,
        ProblemCode.Forbidden => _forbidden,
        ProblemCode.VersionConflict => _versionConflict,
        ProblemCode.KeyTaken or ProblemCode.IdTaken => _keyTaken,
        ProblemCode.StepNotAllowed or ProblemCode.IntroductionEnded or ProblemCode.IntroductionAsked
            or ProblemCode.TargetSaidNo or ProblemCode.TargetAnswerOpen => _step,
        ProblemCode.IntroducerOverBudget => _overBudget,
        _ => _validation,
    };

    private ObjectGraphType Make(string name, string description)
    {
        var type = new ObjectGraphType { Name = name, Description = description };
        Fill(type, isContract: false);
        type.AddResolvedInterface(Contract);
        Contract.AddPossibleType(type);
        return type;
    }

    private void Fill(IComplexGraphType type, bool isContract)
    {
        type.Add(
            "code", _types.Text.NonNull(), "Stable, upper snake case. Programs branch on it, never on the message.",
            isContract ? null : new SourceField<WriteError>(e => e.Problem.Code));
        type.Add(
            "message", _types.Text.NonNull(), "A sentence for people, in Danish or English by Accept-Language.",
            isContract ? null : new SourceField<WriteError>(e => e.Message));
        type.Add(
            "path", _types.Text.ListOf(), "Where in the input: names and positions, outermost first; empty for the whole.",
            isContract ? null : new SourceField<WriteError>(e => e.Path));
        type.Add(
            "arguments", _argument.ListOf(), "What the message was made with.",
            isContract ? null : new SourceField<WriteError>(e => e.Arguments));
    }

    private ObjectGraphType ArgumentType()
    {
        var type = new ObjectGraphType
        {
            Name = "ErrorArgument",
            Description = "A value that an error's message was made with.",
        };
        type.Add("name", _types.Text.NonNull(), "Its name.", new SourceField<ErrorArgument>(a => a.Name));
        type.Add("value", _types.Text.NonNull(), "Its value as text.", new SourceField<ErrorArgument>(a => a.Value));
        return type;
    }
}
