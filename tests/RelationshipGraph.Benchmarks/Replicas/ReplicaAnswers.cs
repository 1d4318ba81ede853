using RelationshipGraph.Benchmarks.Serving;

namespace RelationshipGraph.Benchmarks.Replicas;

/// <summary>What is asked of the replicas before and after the writing.</summary>
internal static class ReplicaAnswers
{
    private const string CreateCompany = "mutation ($name: String!) { createCompany(input: { name: $name }) { company { id } } }";

    private const string Page =
        "{ contacts(first: 200, orderBy: { field: NAME, direction: DESC }) { totalCount nodes { id name version } } }";

    private const string Search = "{ search(text: \"contact 1\", first: 50) { edges { node { id } } } }";

    private const int Asked = 20;

    /// <summary>The companies that all writers change.</summary>
    public static async Task<IReadOnlyList<string>> MakeCompaniesAsync(ReplicaClient client, int count, CancellationToken ct)
    {
        var ids = new List<string>();
        for (var at = 0; at < count; at++)
        {
            var data = await client.AskAsync(at, CreateCompany, new { name = $"Company {at}" }, ct);
            ids.Add(data.GetProperty("createCompany").GetProperty("company").GetProperty("id").GetString()!);
        }

        return ids;
    }

    /// <summary>Holds the answers of all replicas against each other, and against what the writers were told.</summary>
    public static async Task CompareAsync(IReadOnlyList<ServerProcess> servers, IReadOnlyList<string> companies, ReplicaLog log)
    {
        foreach (var company in companies)
        {
            var asked = $$"""{ node(id: "{{company}}") { ... on Company { name region version } } }""";
            var version = await SameAsync(servers, asked, log);
            var expected = 1 + log.Updates.GetValueOrDefault(company);
            if (!version.Contains($"\"version\":{expected}}}", StringComparison.Ordinal))
            {
                log.Findings.Add($"{expected - 1} updates of a company were acknowledged, and it is: {version}");
            }
        }

        var contacts = log.Contacts.ToList();
        foreach (var some in contacts.Chunk(100))
        {
            var ids = string.Join(',', some.Select(id => $"\"{id}\""));
            var found = await SameAsync(servers, $$"""{ nodes(ids: [{{ids}}]) { ... on Contact { id name version } } }""", log);
            foreach (var lost in some.Where(id => !found.Contains(id, StringComparison.Ordinal)))
            {
                log.Findings.Add($"{lost} was acknowledged and is not there.");
            }
        }

        await SameAsync(servers, Page, log);
        await SameAsync(servers, Search, log);
        foreach (var contact in contacts.Take(Asked))
        {
            var paths = await SameAsync(servers, PathsTo(contact), log);
            if (!paths.Contains("\"score\":", StringComparison.Ordinal))
            {
                log.Findings.Add($"A tie was acknowledged, and no path goes over it: {paths}");
            }
        }
    }

    private static string PathsTo(string contact) => $$"""
        {
          introductionPaths(to: "{{contact}}", anyEmployee: true, first: 3) {
            ending
            paths { score hops { from { id } to { id } strength } }
          }
        }
        """;

    private static async Task<string> SameAsync(IReadOnlyList<ServerProcess> servers, string query, ReplicaLog log)
    {
        var answers = await Task.WhenAll(servers.Select(server => server.AskAsync(query)));
        if (answers.Distinct().Count() > 1)
        {
            log.Findings.Add($"The replicas answer differently: {string.Join(" / ", answers)}");
        }

        return answers[0];
    }
}
