using System.Text;
using System.Text.Json;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>Asks any of the replicas over HTTP, and asks again where a failure is said to pass.</summary>
/// <param name="replicas">The clients, signed in.</param>
/// <param name="log">Where failures are noted.</param>
internal sealed class ReplicaClient(IReadOnlyList<HttpClient> replicas, ReplicaLog log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Passing = [ProblemCode.StoreUnavailable, ProblemCode.StoreBusy, ProblemCode.Deadline];

    public int Count => replicas.Count;

    /// <summary>The data of an answer without errors, from one replica or, after a failure, another.</summary>
    public async Task<JsonElement> AskAsync(int first, string query, object variables, CancellationToken ct)
    {
        for (var at = first; ; at++)
        {
            if (await TryAsync(replicas[at % replicas.Count], query, variables, ct) is { } data)
            {
                return data;
            }

            await Task.Delay(Pause, ct);
        }
    }

    private async Task<JsonElement?> TryAsync(HttpClient replica, string query, object variables, CancellationToken ct)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
        using var answer = await replica.PostAsync("/graphql", body, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        using var json = JsonDocument.Parse(text);
        if (!json.RootElement.TryGetProperty("errors", out var errors))
        {
            return json.RootElement.GetProperty("data").Clone();
        }

        foreach (var error in errors.EnumerateArray())
        {
            var code = error.GetProperty("extensions").GetProperty("code").GetString()!;
            if (!Passing.Contains(code))
            {
                throw new InvalidOperationException($"A replica answered: {text}");
            }

            log.Failed(code, error.GetProperty("message").GetString()!);
        }

        return null;
    }
}
