using RelationshipGraph.Problems;

namespace RelationshipGraph.Model;

/// <summary>What must hold between the properties of one record, whoever writes it. Importers keep the same rules.</summary>
public static class RecordRules
{
    /// <summary>Everything that is wrong. The properties have been checked one by one.</summary>
    public static IEnumerable<Problem> Of(Record record)
    {
        var model = GraphModel.Of(record.Id);
        if (CountedDays.Of(record) is var days && days.Until < days.From)
        {
            yield return Problem.Of(ProblemCode.PeriodReversed, model.Until!.Name);
        }

        if (record.Visibility is Visibility.Team or Visibility.Owner && record.OwnerId is null)
        {
            yield return Problem.Of(ProblemCode.OwnerRequired, "ownerId");
        }

        if (record is Node)
        {
            if (record.Visibility == Visibility.Discreet)
            {
                yield return Problem.Of(ProblemCode.DiscreetIsForTies, "visibility");
            }

            foreach (var problem in record is Introduction introduction ? IntroductionRule.Of(introduction) : [])
            {
                yield return problem;
            }

            yield break;
        }

        foreach (var problem in OfEnds((Relationship)record, model))
        {
            yield return problem;
        }

        if (record is Knows knows && knows.CorrectedStrength is null != knows.CorrectedOn is null)
        {
            yield return Problem.Of(
                ProblemCode.Required, knows.CorrectedOn is null ? "correctedOn" : "correctedStrength");
        }
    }

    private static IEnumerable<Problem> OfEnds(Relationship tie, RecordModel model)
    {
        if (!tie.FromId.IsNone && !model.FromKinds.Contains(tie.FromId.Kind))
        {
            yield return Problem.Of(ProblemCode.WrongKind, "from", ("allowed", string.Join(", ", model.FromKinds)));
        }

        if (!tie.ToId.IsNone && !model.ToKinds.Contains(tie.ToId.Kind))
        {
            yield return Problem.Of(ProblemCode.WrongKind, "to", ("allowed", string.Join(", ", model.ToKinds)));
        }

        if (tie.FromId == tie.ToId)
        {
            yield return Problem.Of(ProblemCode.SelfTie, "to");
        }
    }
}
