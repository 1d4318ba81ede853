using System.Globalization;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Introductions;

/// <summary>Whether the people of an introduction can be: each is there, they are three, and the path leads over them.</summary>
internal static class IntroductionPeople
{
    private const int PathMax = Limits.PathHopsMax + 1;

    /// <summary>Everything that is wrong; somebody hidden from the viewer is not there.</summary>
    public static async Task<IReadOnlyList<Problem>> CheckAsync(Session session, Introduction introduction)
    {
        if (introduction.IntroducerId is not { } introducer)
        {
            return [Problem.Of(ProblemCode.Required, "introducerId")];
        }

        var named = new List<(string Path, RecordId Id)>
        {
            ("askerId", introduction.AskerId), ("introducerId", introducer), ("targetId", introduction.TargetId),
        };
        if (introduction.PathIds.Count <= PathMax)
        {
            named.AddRange(introduction.PathIds.Select((id, i) => (At(i), id)));
        }

        var asked = named.ConvertAll(one => (one.Path, Read: session.Records.Ask(one.Id)));
        var missing = new List<Problem>();
        foreach (var (path, read) in asked)
        {
            if (await read() is null)
            {
                missing.Add(Problem.Of(ProblemCode.NotFound, path));
            }
        }

        return missing.Count > 0 ? missing : [.. Same(introduction), .. OfPath(introduction)];
    }

    private static IEnumerable<Problem> Same(Introduction introduction)
    {
        if (introduction.IntroducerId == introduction.AskerId)
        {
            yield return Problem.Of(ProblemCode.SamePerson, "introducerId");
        }

        if (introduction.TargetId == introduction.AskerId || introduction.TargetId == introduction.IntroducerId)
        {
            yield return Problem.Of(ProblemCode.SamePerson, "targetId");
        }
    }

    private static IEnumerable<Problem> OfPath(Introduction introduction)
    {
        var path = introduction.PathIds;
        var wrong = path.Count == 0 ? null
            : path.Count is < 3 or > PathMax ? "pathIds"
            : path[0] != introduction.AskerId ? At(0)
            : path[1] != introduction.IntroducerId ? At(1)
            : path[^1] != introduction.TargetId ? At(path.Count - 1)
            : path.Distinct().Count() < path.Count ? "pathIds"
            : null;
        if (wrong is not null)
        {
            yield return Problem.Of(
                ProblemCode.PathDoesNotFit, wrong, ("max", PathMax.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string At(int position) => string.Create(CultureInfo.InvariantCulture, $"pathIds.{position}");
}
