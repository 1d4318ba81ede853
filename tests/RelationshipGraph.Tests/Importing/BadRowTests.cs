using System.Text;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Tests.Importing;

/// <summary>A row that cannot be taken is named with its line and column, and the others are taken.</summary>
public sealed class BadRowTests
{
    private const string People = "id,name,email,kind\n1,Anna,anna@example.dk,\n2,Bo,,\n3,Cia,,\n";

    [Theory]
    [InlineData("people.csv", "id,name\n1,Anna\n2,\"Bo \"x\" Lind\"\n3,Cia\n", 3, "", ProblemCode.BrokenQuotes)]
    [InlineData("people.csv", "id,name\n1,Anna\n2,\"Bo\n3,Cia\n", 3, "", ProblemCode.BrokenQuotes)]
    [InlineData("people.csv", "id,name\n1,Anna\n2,Bo,Lind\n3,Cia\n", 3, "", ProblemCode.WrongFieldCount)]
    [InlineData("people.csv", "id,name\n1,Anna\n2\n3,Cia\n", 3, "", ProblemCode.WrongFieldCount)]
    [InlineData("people.csv", "id,name\n1,\"An\nna\"\n\n,Bo\n3,Cia\n", 5, "id", ProblemCode.Required)]
    [InlineData("people.csv", "id,name\r\n1,\"An\r\nna\"\r\n1,Bo\r\n", 4, "", ProblemCode.DuplicateRow)]
    [InlineData("people.csv", "id,kind\n1,employee\n1,contact\n", 3, "", ProblemCode.DuplicateRow)]
    [InlineData("people.csv", "id,name,Kind\n1,Anna,\n2,Bo,robot\n", 3, "Kind", ProblemCode.UnknownCode)]
    [InlineData("people.csv", "id,name,seniority\n1,Anna,manager\n2,Bo,king\n", 3, "seniority", ProblemCode.UnknownCode)]
    [InlineData("people.csv", "id,name,email\n1,Anna,\n2,Bo,nowhere\n", 3, "email", ProblemCode.Malformed)]
    [InlineData("people.csv", "id,name,informed_on\n1,Anna,2024-01-31\n2,Bo,2024-02-30\n", 3, "informed_on",
        ProblemCode.Malformed)]
    [InlineData("people.csv", "id,name,informed_on\n1,Anna,\n2,Bo,31-01-2024\n", 3, "informed_on", ProblemCode.Malformed)]
    [InlineData("people.csv", "id,name\n1,Anna\n2,B\0o\n", 3, "name", ProblemCode.BadText)]
    [InlineData("companies.csv", "id,name,employee_count\n1,Os,12\n2,De,12.5\n", 3, "employee_count", ProblemCode.Malformed)]
    [InlineData("companies.csv", "id,name,employee_count\n1,Os,12\n2,De,-1\n", 3, "employee_count", ProblemCode.OutOfRange)]
    [InlineData("companies.csv", "id,name,country\n1,Os,DK\n2,De,Danmark\n", 3, "country", ProblemCode.Malformed)]
    [InlineData("networks.csv", "id,name,sensitive\n1,Os,0\n2,De,maybe\n", 3, "sensitive", ProblemCode.Malformed)]
    [InlineData("groups.csv", "group_id,name,kind\n1,Os,board\n2,De,gang\n", 3, "kind", ProblemCode.UnknownCode)]
    public async Task A_bad_row_is_refused_alone(string file, string text, int line, string column, string code)
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(store, Imports.Files((file, text)));

        Assert.Equal($"{file}({line}) {column} {code}", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal(1, report.RefusalsTotal);
        Assert.Equal(1, report.Refused.Values.Sum());
        Assert.True(report.Created.Values.Sum() >= 1);
        Imports.AssertTold(report);
    }

    [Theory]
    [InlineData("ties.csv", "a,b\n1,2\n1,4\n2,3\n", 3, "b", ProblemCode.DanglingReference)]
    [InlineData("ties.csv", "a,b\n1,2\n1,1\n2,3\n", 3, "", ProblemCode.SelfTie)]
    [InlineData("ties.csv", "a,b\n1,2\n1,2\n2,3\n", 3, "", ProblemCode.DuplicateRow)]
    [InlineData("ties.csv", "a,b,strength\n1,2,.5\n1,3,1.01\n2,3,1\n", 3, "strength", ProblemCode.OutOfRange)]
    [InlineData("ties.csv", "a,b,strength\n1,2,.5\n1,3,NaN\n2,3,1\n", 3, "strength", ProblemCode.Malformed)]
    [InlineData("ties.csv", "a,b,strength\n1,2,.5\n1,3,\"0,5\"\n2,3,1\n", 3, "strength", ProblemCode.Malformed)]
    [InlineData("ties.csv", "a,b,since,until\n1,2,2020-01-02,2020-01-02\n1,3,2020-01-02,2020-01-01\n", 3, "until",
        ProblemCode.PeriodReversed)]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\n1,2,2020-01-01,call\n1,2,,call\n", 3, "at", ProblemCode.Required)]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\n1,2,2020-01-01,call\n1,2,2020-01-02,fax\n", 3, "channel",
        ProblemCode.UnknownCode)]
    [InlineData("interactions.csv", "from_id,to_id,at,channel\n1,2,2020-01-01T10:00:00Z,call\n1,2,2020-01-01 10:00,call\n", 3,
        "at", ProblemCode.Malformed)]
    [InlineData("memberships.csv", "person,network,since,until\n1,n,,\n2,n,2020-01-02,2020-01-01\n", 3, "until",
        ProblemCode.PeriodReversed)]
    [InlineData("memberships.csv", "person,network\n1,n\n2,x\n", 3, "network", ProblemCode.DanglingReference)]
    [InlineData("memberships.csv", "person,network\n1,n\n,n\n", 3, "person", ProblemCode.Required)]
    [InlineData("memberships.csv", "person_id,group_id\n1,n\n2,\n", 3, "group_id", ProblemCode.Required)]
    [InlineData("interests.csv", "person_id,tag\n1,golf\n7,golf\n", 3, "person_id", ProblemCode.DanglingReference)]
    [InlineData("attendance.csv", "person_id,event_id\n1,e\n1,f\n", 3, "event_id", ProblemCode.DanglingReference)]
    public async Task A_bad_row_between_records_is_refused_alone(string file, string text, int line, string column, string code)
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(store, Imports.Files(
            ("people.csv", People),
            ("networks.csv", "id,name\nn,VL 42\n"),
            ("events.csv", "event_id,starts_at,network\ne,2024-01-01T10:00:00Z,n\n"),
            (file, text)));

        Assert.Equal($"{file}({line}) {column} {code}", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal(6, report.Created["Contact"] + report.Created["Network"] + report.Created["Meeting"]
            + report.Created["HeldBy"]);
        Imports.AssertTold(report);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_refuse_their_row_and_name_the_column()
    {
        await using var store = new KeyedStore();
        var bytes = Encoding.Latin1.GetBytes("id,name,title\n1,Anna,CEO\n2,Søren,CFO\n3,Cia,Læge\n4,Dan,CTO\n");

        var report = await Imports.ImportAsync(store, Imports.Raw(("people.csv", bytes)));

        Assert.Equal(
            ["people.csv(3) name WRONG_ENCODING", "people.csv(4) title WRONG_ENCODING"], report.Refusals.Select(Imports.Show));
        Assert.Equal(2, report.Created["Contact"]);
        Imports.AssertTold(report);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await using var store = new KeyedStore();
        var text = $"id,name\n1,{new string('x', 500)}\n2,{new string('x', 501)}\n{new string('y', 501)},Cia\n";

        var report = await Imports.ImportAsync(store, Imports.Files(("people.csv", text)));

        Assert.Equal(["people.csv(3) name TOO_LONG", "people.csv(4) id TOO_LONG"], report.Refusals.Select(Imports.Show).Order());
        Assert.Equal(1, report.Created["Contact"]);
    }

    [Fact]
    public async Task A_refused_person_leaves_its_ties_dangling_and_not_half_done()
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(store, Imports.Files(
            ("people.csv", "id,name,company_id\n1,Anna,c\n2,Bo,gone\n"),
            ("companies.csv", "id,name\nc,Os\n"),
            ("ties.csv", "a,b\n1,2\n")));

        Assert.Equal(
            ["people.csv(3) company_id DANGLING_REFERENCE", "ties.csv(2) b DANGLING_REFERENCE"],
            report.Refusals.Select(Imports.Show));
        Assert.Equal("Company:1 Contact:1 WorksAt:1", Imports.Show(report.Created));
        Assert.Single(await Imports.AllAsync<Contact>(store, RecordKind.Contact));
    }

    [Fact]
    public async Task A_row_that_was_refused_leaves_its_id_to_a_later_one()
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(
            store, Imports.Files(("people.csv", "id,name,email\n1,Anna,nowhere\n1,Anna,anna@example.dk\n")));

        Assert.Equal("people.csv(2) email MALFORMED", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal(1, report.Created["Contact"]);
    }

    [Fact]
    public async Task A_quote_that_never_closes_ends_the_file_there()
    {
        await using var store = new KeyedStore();
        var text = new StringBuilder("id,name\n1,Anna\n2,\"Bo\n");
        for (var i = 3; i < 200_000; i++)
        {
            text.Append(i).Append(",Person\n");
        }

        var report = await Imports.ImportAsync(store, Imports.Files(("people.csv", text.ToString())));

        Assert.Equal("people.csv(3)  BROKEN_QUOTES", Imports.Show(Assert.Single(report.Refusals)));
        Assert.Equal(1, report.Created["Contact"]);
    }
}
