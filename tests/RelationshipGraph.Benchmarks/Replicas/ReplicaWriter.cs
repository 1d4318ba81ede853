using System.Text.Json;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>Makes contacts and ties of its own, and changes companies that the others change too.</summary>
/// <param name="number">Its number, from 0.</param>
/// <param name="client">The replicas.</param>
/// <param name="log">What it is told.</param>
/// <param name="random">What it does next.</param>
/// <param name="run">What tells this run's request ids from those of others on the same store.</param>
internal sealed class ReplicaWriter(int number, ReplicaClient client, ReplicaLog log, Random random, long run)
{
    private const string Errors = "errors { ... on Error { code message } }";

    private const string CreateEmployee = "mutation ($request: ID, $name: String!) { "
        + "createEmployee(input: { requestId: $request, name: $name }) { employee { id } " + Errors + " } }";

    private const string CreateContact = "mutation ($request: ID, $name: String!) { "
        + "createContact(input: { requestId: $request, name: $name }) { contact { id } " + Errors + " } }";

    private const string CreateTie = "mutation ($request: ID, $from: ID!, $to: ID!, $strength: Float!) { "
        + "createKnows(input: { requestId: $request, fromId: $from, toId: $to, declaredStrength: $strength }) { "
        + "knows { id } " + Errors + " } }";

    private const string ReadCompany = "query ($id: ID!) { node(id: $id) { ... on Company { version } } }";

    private const string UpdateCompany = "mutation ($request: ID, $id: ID!, $version: Int!, $region: String!) { "
        + "updateCompany(input: { requestId: $request, id: $id, version: $version, region: $region }) { "
        + "company { id } " + Errors + " } }";

    /// <summary>Writes until it is to end; what it has begun it brings to an end.</summary>
    /// <param name="companies">The companies that all change.</param>
    /// <param name="hasEnded">Whether it is to end.</param>
    /// <param name="ct">Ends it where it is.</param>
    public async Task RunAsync(IReadOnlyList<string> companies, Func<bool> hasEnded, CancellationToken ct)
    {
        var self = new { request = NewId(), name = $"Writer {number}" };
        var employee = await MakeAsync(CreateEmployee, "createEmployee.employee", self, ct);
        for (var turn = 0; !hasEnded(); turn++)
        {
            var name = $"Contact {number} {turn}";
            var contact = await MakeAsync(CreateContact, "createContact.contact", new { request = NewId(), name }, ct);
            log.Contacts.Add(contact);
            var strength = (1 + random.Next(9)) / 10.0;
            var tie = new { request = NewId(), from = employee, to = contact, strength };
            await MakeAsync(CreateTie, "createKnows.knows", tie, ct);
            await ChangeAsync(companies[random.Next(companies.Count)], $"{number} {turn}", ct);
        }
    }

    private async Task<string> MakeAsync(string mutation, string place, object variables, CancellationToken ct)
    {
        var data = await client.AskAsync(random.Next(client.Count), mutation, variables, ct);
        var payload = data.GetProperty(place[..place.IndexOf('.', StringComparison.Ordinal)]);
        if (payload.GetProperty("errors").GetArrayLength() > 0)
        {
            throw new InvalidOperationException($"A change that nothing speaks against was refused: {payload}");
        }

        return payload.GetProperty(place[(place.IndexOf('.', StringComparison.Ordinal) + 1)..]).GetProperty("id").GetString()!;
    }

    private async Task ChangeAsync(string id, string region, CancellationToken ct)
    {
        var read = await client.AskAsync(random.Next(client.Count), ReadCompany, new { id }, ct);
        var version = read.GetProperty("node").GetProperty("version").GetInt32();
        var variables = new { request = NewId(), id, version, region };
        var data = await client.AskAsync(random.Next(client.Count), UpdateCompany, variables, ct);
        var errors = data.GetProperty("updateCompany").GetProperty("errors");
        if (errors.GetArrayLength() == 0)
        {
            log.Updated(id);
        }
        else if (errors.EnumerateArray().All(IsConflict))
        {
            log.Conflict();
        }
        else
        {
            log.Findings.Add($"An update was refused otherwise: {errors}");
        }
    }

    private static bool IsConflict(JsonElement error) => error.GetProperty("code").GetString() == ProblemCode.VersionConflict;

    private string NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        BitConverter.TryWriteBytes(bytes, run);
        return new Guid(bytes).ToString();
    }
}
