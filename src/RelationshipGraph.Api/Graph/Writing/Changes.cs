using System.Globalization;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Api.Graph;

/// <summary>Carries out what the mutations ask for.</summary>
internal static class Changes
{
    /// <summary>One change.</summary>
    public static async Task<object?> OneAsync(
        AnswerContext context, NamedChange change, IDictionary<string, object?> input) =>
        await WriteAsync(context, input, [(change, input)], _ => []);

    /// <summary>Many changes together.</summary>
    public static async Task<object?> ManyAsync(AnswerContext context, IDictionary<string, object?> input)
    {
        var changes = ((IEnumerable<object?>)input["changes"]!)
            .Select(given => ((IDictionary<string, object?>)given!).Single())
            .Select(one => (Change: NamedChange.All[one.Key], Input: (IDictionary<string, object?>)one.Value!))
            .ToArray();
        return await WriteAsync(context, input, changes, position => position == DraftProblem.WholeRequest
            ? []
            : ["changes", position.ToString(CultureInfo.InvariantCulture), changes[position].Change.Name]);
    }

    private static async Task<Payload> WriteAsync(
        AnswerContext context,
        IDictionary<string, object?> request,
        (NamedChange Change, IDictionary<string, object?> Input)[] changes,
        Func<int, IReadOnlyList<string>> above)
    {
        var reading = new DraftReading(context.Session);
        var drafts = reading.Read(changes);
        var requestId = reading.ReadRequestId(request, changes);
        if (reading.Problems.Count > 0)
        {
            return Refused(reading.Problems);
        }

        switch (requestId is { } id ? await context.Session.WriteAsync(drafts, id) : await context.Session.WriteAsync(drafts))
        {
            case WriteResult.Refused(var problems):
                return Refused(problems);
            case WriteResult.Done(var written):
                // What was read before the write must not be shown after it.
                context.Renew();
                return new Payload([.. written.Select((w, i) => ResultOf(w, changes[i].Input))], []);
            default:
                throw new InvalidOperationException("A result of writing that nobody has written.");
        }

        Payload Refused(IReadOnlyList<DraftProblem> problems) =>
            new([], [.. problems.Select(p => WriteError.Of(p.Problem, above(p.Position), context.IsDanish))]);

        WrittenRecord ResultOf(Written written, IDictionary<string, object?> input) => new(
            written.Id,
            input.TryGetValue(DraftReading.Label, out var label) ? (string?)label : null,
            written.Record is null ? null : new Seen(written.Record, context.Session));
    }
}
