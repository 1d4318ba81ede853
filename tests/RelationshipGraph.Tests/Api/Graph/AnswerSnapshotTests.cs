using Newtonsoft.Json.Linq;
using RelationshipGraph.Model;
using RelationshipGraph.Tests.Core.Sessions;
using RelationshipGraph.Tests.Storage.Contract;
using Snapshooter.Xunit;

namespace RelationshipGraph.Tests.Api.Graph;

/// <summary>A few whole answers as clients get them, kept as files.</summary>
public abstract class AnswerSnapshotTests<TPlace> : IDisposable
    where TPlace : IStorePlace
{
    private readonly OpenGraph _graph = OpenGraph.On<TPlace>();

    public void Dispose()
    {
        _graph.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task A_person_with_jobs_networks_and_colleagues() => Snapshot.Match(
        await AnswerAsync(
        """
        { contacts(orderBy: { field: NAME }) {
            totalCount
            nodes {
              name emails seniority visibility
              worksAt { edges { title from until lastSeen node { name relation size } } }
              memberships { edges { role from node { name kind purposes access seatFee currency meetingsAYear } } }
              knows { edges { isOutgoing declaredStrength howMet node { __typename name } } } } } }
        """),
        "AnswerSnapshotTests.A_person_with_jobs_networks_and_colleagues");

    [SkippableFact]
    public async Task The_same_graph_two_years_ago_with_what_is_over() => Snapshot.Match(
        await AnswerAsync(
        """
        { then: contacts(asOf: "2024-01-15") { nodes { name worksAt { nodes { name } } } }
          ever: companies { nodes { name staff(history: true) { totalCount edges { from until node { name } } } } } }
        """),
        "AnswerSnapshotTests.The_same_graph_two_years_ago_with_what_is_over");

    [SkippableFact]
    public async Task The_strongest_way_to_be_introduced() => Snapshot.Match(
        await AnswerAsync(
        """
        { introductionPaths(to: "$lone", from: "$anna") { ending paths { score band
            hops { from { name } to { name } strength via { __typename
              ... on TieVia { knows { howMet } } ... on GroupVia { memberCount group { ... on Network { name } } } } } } } }
        """),
        "AnswerSnapshotTests.The_strongest_way_to_be_introduced");

    [SkippableFact]
    public async Task Everything_that_is_wrong_with_a_change_in_Danish() => Snapshot.Match(
        await AnswerAsync(
        """
        mutation { applyChanges(input: { changes: [
            { createCompany: { name: "", domain: "http://x" } }
            { createKnows: { fromId: "$kim", toId: "$kim", declaredStrength: 2 } }
            { updateContact: { id: "$kim", version: 9, emails: ["kim@eksempel.dk", "intet"] } } ] }) {
          results { id } errors { __typename ... on Error { code message path arguments { name value } } } } }
        """),
        "AnswerSnapshotTests.Everything_that_is_wrong_with_a_change_in_Danish");

    private async Task<JToken> AnswerAsync(string query)
    {
        var kim = Some.Contact("Kim Ås") with
        {
            Emails = ["kim@eksempel.dk"],
            Seniority = Seniority.Executive,
        };
        var lone = Some.Contact("Lone Æbelø");
        var nordlys = Some.Company("Nordlys A/S") with { Relation = CompanyRelation.Customer, Size = CompanySize.Medium };
        var old = Some.Company("Gammel A/S");
        var network = Some.Network("VL 42") with
        {
            Kind = NetworkKind.BusinessNetwork,
            Purposes = [NetworkPurpose.Professional],
            Access = NetworkAccess.Invitation,
            SeatFee = new MinorUnits(1_250_000),
            MeetingsAYear = 8,
        };
        await _graph.WithAsync(
            kim, lone, nordlys, old, network,
            Some.WorksAt(kim, old) with { Title = "Sælger", From = new(2015, 1, 1), Until = new(2024, 6, 1) },
            Some.WorksAt(kim, nordlys) with { Title = "Direktør", From = new(2024, 6, 1), LastSeen = new(2026, 1, 1) },
            Some.MemberOf(kim, network) with { Role = "Formand", From = new(2020, 1, 1) },
            Some.MemberOf(lone, network) with { From = new(2021, 1, 1) },
            Some.Knows(_graph.Door.Anna, kim, .5) with { HowMet = "Skolen" });

        var answer = await _graph.AskAsync(
            OpenDoor.Administrator,
            query.Replace("$kim", kim.Id.ToString()).Replace("$lone", lone.Id.ToString())
                .Replace("$anna", _graph.Door.Anna.Id.ToString()),
            isDanish: true);

        Assert.Empty(answer.Errors);
        return JToken.Parse(answer.Data.GetRawText());
    }
}
