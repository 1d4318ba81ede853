using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;

namespace RelationshipGraph.Tests.Core.Sessions;

public sealed class SessionRightsTests
{
    // Who may remove any record of a kind: A administrator, S sales, T strategy, O an employee whose own it is.
    private static readonly Dictionary<RecordKind, string> Table = new()
    {
        [RecordKind.Employee] = "A",
        [RecordKind.Department] = "A",
        [RecordKind.Contact] = "AS",
        [RecordKind.Company] = "AS",
        [RecordKind.Segment] = "AT",
        [RecordKind.Network] = "AT",
        [RecordKind.Strategy] = "AT",
        [RecordKind.Seat] = "AT",
        [RecordKind.Meeting] = "AO",
        [RecordKind.Idea] = "AO",
        [RecordKind.Insight] = "AO",
        [RecordKind.Goal] = "AT",
        [RecordKind.Outcome] = "ATO",
        [RecordKind.Lead] = "ASO",
        [RecordKind.Contribution] = "AO",
        [RecordKind.Introduction] = "ASO",
        [RecordKind.Guideline] = "AT",
        [RecordKind.Recommendation] = "AT",
        [RecordKind.StrengthFit] = "A",
        [RecordKind.WorksAt] = "ASO",
        [RecordKind.InDepartment] = "A",
        [RecordKind.ReportsTo] = "A",
        [RecordKind.Knows] = "ASO",
        [RecordKind.Interaction] = "ASO",
        [RecordKind.Interacted] = "",
        [RecordKind.Holds] = "AT",
        [RecordKind.SeatIn] = "AT",
        [RecordKind.MemberOf] = "AST",
        [RecordKind.Attended] = "AO",
        [RecordKind.HeldBy] = "AO",
        [RecordKind.CameFrom] = "ATO",
        [RecordKind.About] = "AO",
        [RecordKind.Serves] = "AT",
        [RecordKind.RelatedTo] = "AS",
        [RecordKind.CreditedTo] = "AT",
    };

    public static TheoryData<RecordKind> Kinds => [.. GraphModel.Kinds.Select(k => k.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_is_written_by_those_who_may(RecordKind kind)
    {
        using var door = new OpenDoor();
        var own = RecordsOf(kind, door.Anna);
        await door.WithAsync(own);
        var record = own[^1];
        var may = Table[kind];
        foreach (var (viewer, letter) in new[]
        {
            (OpenDoor.Administrator, 'A'),
            (new Viewer(door.Bent.Id, Roles.Sales, "b"), 'S'),
            (new Viewer(default, Roles.Sales, "s"), 'S'),
            (new Viewer(door.Bent.Id, Roles.Strategy, "b"), 'T'),
            (new Viewer(door.Anna.Id, Roles.Employee, "a"), 'O'),
            (new Viewer(door.Bent.Id, Roles.Employee, "b"), '-'),
            (new Viewer(door.Anna.Id, Roles.None, "a"), '-'),
            (new Viewer(default, Roles.Employee, "nobody"), '-'),
        })
        {
            var session = await door.OpenAsync(viewer);
            var result = await session.WriteAsync([new Draft.Delete(record.Id, 1)]);
            if (may.Contains(letter, StringComparison.Ordinal))
            {
                Assert.True(result is WriteResult.Done, $"{letter} may not write {kind}.");
                await door.StoreAsync(record);
            }
            else
            {
                var problem = Assert.Single(Assert.IsType<WriteResult.Refused>(result).Problems).Problem;
                Assert.Equal(ProblemCode.Forbidden, problem.Code);
            }
        }
    }

    [Fact]
    public void Every_kind_has_its_line() => Assert.Equal(GraphModel.Kinds.Select(k => k.Kind).Order(), Table.Keys.Order());

    [Fact]
    public async Task A_tie_between_others_is_not_ones_own_because_one_owns_its_record()
    {
        var (bo, eva) = (Some.Contact("Bo"), Some.Contact("Eva"));
        using var door = await new OpenDoor().WithAsync(bo, eva);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna));

        var result = await session.WriteAsync([new Draft.Create(session.NewId(RecordKind.Knows), bo.Id, eva.Id, [])]);

        Assert.Equal(ProblemCode.Forbidden, Assert.Single(Assert.IsType<WriteResult.Refused>(result).Problems).Problem.Code);
    }

    [Fact]
    public async Task A_record_is_not_handed_to_somebody_else()
    {
        using var door = await new OpenDoor().WithAsync();
        var session = await door.OpenAsync(OpenDoor.As(door.Anna));
        var ideas = GraphModel.Of(RecordKind.Idea);

        var result = await session.WriteAsync([new Draft.Create(session.NewId(RecordKind.Idea), default, default,
        [
            new(ideas["title"], PropertyValue.Of("Under et andet navn")),
            new(ideas["ownerId"], PropertyValue.Of(door.Bent.Id)),
        ])]);

        Assert.Equal(ProblemCode.Forbidden, Assert.Single(Assert.IsType<WriteResult.Refused>(result).Problems).Problem.Code);
    }

    [Fact]
    public async Task Nobody_reads_a_subject_by_joining_the_participants()
    {
        var (bo, eva) = (Some.Contact("Bo"), Some.Contact("Eva"));
        var talk = Some.Interaction(bo, eva) with { Subject = "Fortroligt" };
        using var door = await new OpenDoor().WithAsync(bo, eva, talk);
        var session = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales));
        var model = GraphModel.Of(RecordKind.Interaction);

        var result = await session.WriteAsync([new Draft.Update(talk.Id, 1,
            [new(model["participantIds"], PropertyValue.Of($"[\"{door.Anna.Id}\"]"))])]);

        var problem = Assert.Single(Assert.IsType<WriteResult.Refused>(result).Problems).Problem;
        Assert.Equal((ProblemCode.Forbidden, "participantIds"), (problem.Code, problem.Path));
    }

    [Fact]
    public async Task A_membership_that_nobody_else_may_know_of_is_written_by_the_member()
    {
        using var door = new OpenDoor();
        var union = Some.Network("Fagforening") with { IsSensitive = true };
        var contact = Some.Contact();
        await door.WithAsync(union, contact);
        var sales = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales) with { Employee = default });

        var result = await sales.WriteAsync(
            [new Draft.Create(sales.NewId(RecordKind.MemberOf), contact.Id, union.Id, [])]);

        var problem = Assert.Single(Assert.IsType<WriteResult.Refused>(result).Problems).Problem;
        Assert.Equal((ProblemCode.Forbidden, "visibility"), (problem.Code, problem.Path));
    }

    [Fact]
    public async Task A_job_that_nobody_else_may_know_of_is_written_by_the_person()
    {
        using var door = new OpenDoor();
        var church = Some.Company("Sogn") with { IsSensitive = true };
        var contact = Some.Contact();
        await door.WithAsync(church, contact);
        var sales = await door.OpenAsync(OpenDoor.As(door.Anna, Roles.Sales) with { Employee = default });

        var result = await sales.WriteAsync(
            [new Draft.Create(sales.NewId(RecordKind.WorksAt), contact.Id, church.Id, [])]);

        var problem = Assert.Single(Assert.IsType<WriteResult.Refused>(result).Problems).Problem;
        Assert.Equal((ProblemCode.Forbidden, "visibility"), (problem.Code, problem.Path));
    }

    // What a record needs, and the record as the last one, made so that it is Anna's own where that can be.
    private static IReadOnlyList<Record> RecordsOf(RecordKind kind, Employee anna)
    {
        if (GraphModel.Of(kind).IsNode)
        {
            return [NodeOf(kind) with { OwnerId = anna.Id }];
        }

        var model = GraphModel.Of(kind);
        var from = model.FromKinds.Contains(RecordKind.Employee)
            ? (Node)anna
            : NodeOf(model.FromKinds[0]) with { OwnerId = anna.Id };
        var to = NodeOf(model.ToKinds[^1]);
        var tie = Filled(kind).With([
            new(model["fromId"], PropertyValue.Of(from.Id)),
            new(model["toId"], PropertyValue.Of(to.Id)),
        ]);
        return from == anna ? [to, tie] : [from, to, tie];
    }

    private static Node NodeOf(RecordKind kind) => (Node)Filled(kind);

    // What must be there and has no default: a name, and the first word of a set of codes.
    private static Record Filled(RecordKind kind)
    {
        var model = GraphModel.Of(kind);
        return model.Blank(Some.Id(kind)).With(model.Properties
            .Where(p => p.IsRequired && p.Type is PropertyType.Text or PropertyType.Code && !p.IsSystem && !p.IsNullable)
            .Select(p => KeyValuePair.Create(p, PropertyValue.Of(p.Codes.Count > 0 ? p.Codes[0].Name : "Ny"))));
    }
}
