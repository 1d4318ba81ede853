namespace RelationshipGraph.Api.Http;

/// <summary>What an operation may cost at most.</summary>
/// <param name="Values">Fields it may resolve, by its page sizes.</param>
/// <param name="Depth">Levels of fields.</param>
/// <param name="HangsOnVariables">Whether other variables may make it another.</param>
internal readonly record struct OperationCost(double Values, int Depth, bool HangsOnVariables);
