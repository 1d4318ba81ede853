using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Sessions;

/// <summary>People say how strong their own ties are.</summary>
public sealed class CorrectionTests : IDisposable
{
    private static readonly RecordModel Model = GraphModel.Of(RecordKind.Knows);

    private readonly OpenDoor _door = new();
    private readonly Contact _kim = Some.Contact("Kim");
    private readonly Contact _lone = Some.Contact("Lone");

    [Fact]
    public async Task Both_ends_the_owner_and_administrators_correct_a_tie_and_nobody_else()
    {
        var tie = Some.Knows(_door.Anna, _door.Bent, .5) with { OwnerId = _door.Carl.Id };
        var others = Some.Knows(_kim, _lone, .5);
        await _door.WithAsync(_kim, _lone, tie, others);

        foreach (var (viewer, mayTie, mayOthers) in new[]
        {
            (OpenDoor.As(_door.Anna), true, false),
            (OpenDoor.As(_door.Bent), true, false),
            (OpenDoor.As(_door.Carl, Roles.Sales), true, false),
            (new Viewer(default, Roles.Sales, "s"), false, false),
            (OpenDoor.Administrator, true, true),
        })
        {
            var session = await _door.OpenAsync(viewer);
            Assert.Equal((viewer, mayTie), (viewer, await MayAsync(session, tie.Id)));
            Assert.Equal((viewer, mayOthers), (viewer, await MayAsync(session, others.Id)));
        }
    }

    [Fact]
    public async Task Who_may_write_a_tie_but_not_correct_it_still_writes_the_rest()
    {
        var tie = Some.Knows(_kim, _lone, .5) with { CorrectedStrength = new TieStrength(.9), CorrectedOn = Some.Today };
        await _door.WithAsync(_kim, _lone, tie);
        var session = await _door.OpenAsync(OpenDoor.As(_door.Bent, Roles.Sales));

        var refused = Assert.IsType<WriteResult.Refused>(await session.WriteAsync(
            [
                new Draft.Update(
                    tie.Id, 1, [Of("correctedStrength", PropertyValue.Nothing), Of("ownerId", PropertyValue.Of(_door.Bent.Id))]),
            ]));
        var rest = await session.WriteAsync([new Draft.Update(tie.Id, 1, [Of("howMet", PropertyValue.Of("Golf"))])]);

        Assert.Equal((ProblemCode.Forbidden, "correctedStrength"), CodeOf(refused));
        var written = (Knows)Assert.Single(Assert.IsType<WriteResult.Done>(rest).Written).Record!;
        Assert.Equal((.9, "Golf"), (written.CorrectedStrength?.Value, written.HowMet));
    }

    [Fact]
    public async Task A_correction_has_its_day_and_goes_with_it()
    {
        var tie = Some.Knows(_door.Anna, _kim);
        await _door.WithAsync(_kim, tie);
        var session = await _door.OpenAsync(OpenDoor.As(_door.Anna));

        var corrected = await UpdatedAsync(session, tie.Id, Of("correctedStrength", PropertyValue.Of(.4)));
        var taken = await UpdatedAsync(session, tie.Id, Of("correctedStrength", PropertyValue.Nothing));
        var alone = await session.WriteAsync(
            [new Draft.Update(tie.Id, taken.Version, [Of("correctedOn", PropertyValue.Of(Some.Today))])]);

        Assert.Equal((.4, OpenDoor.Today), (corrected.CorrectedStrength?.Value, corrected.CorrectedOn));
        Assert.Null(corrected.DeclaredStrength);
        Assert.Equal((null, null), (taken.CorrectedStrength, taken.CorrectedOn));
        Assert.Equal(
            (ProblemCode.Required, "correctedStrength"), CodeOf(Assert.IsType<WriteResult.Refused>(alone)));
    }

    [Fact]
    public async Task A_new_tie_for_a_correction_declares_nothing_and_leaves_the_strength_as_it_was()
    {
        await _door.WithAsync(_kim, Some.Interaction(_door.Anna, _kim, Some.Now.AddDays(-3)));
        var session = await _door.OpenAsync(OpenDoor.As(_door.Anna));
        var before = await StrengthAsync();

        var result = await session.WriteAsync(
            [
                new Draft.Create(
                    session.NewId(RecordKind.Knows), _door.Anna.Id, _kim.Id, [Of("correctedStrength", PropertyValue.Of(.05))]),
            ]);

        var made = (Knows)Assert.Single(Assert.IsType<WriteResult.Done>(result).Written).Record!;
        Assert.Equal((0, .05, OpenDoor.Today), (made.DeclaredStrength?.Value, made.CorrectedStrength?.Value, made.CorrectedOn));
        Assert.Equal(before, await StrengthAsync());
        Assert.True(before > 0);

        // And a tie that declares something is corrected without a change of it either.
        var tie = await UpdatedAsync(session, made.Id, Of("declaredStrength", PropertyValue.Of(.6)));
        var declared = await StrengthAsync();
        await UpdatedAsync(session, tie.Id, Of("correctedStrength", PropertyValue.Of(1.0)));
        Assert.True(declared > before);
        Assert.Equal(declared, await StrengthAsync());

        async Task<double> StrengthAsync() => (await ReadingAsync(OpenDoor.As(_door.Anna))).Strength!.Value.Value;
    }

    [Fact]
    public async Task The_last_correction_by_the_day_stands_beside_the_strength_for_who_sees_it()
    {
        var hidden = Some.Knows(_kim, _door.Anna, .2) with
        {
            CorrectedStrength = new TieStrength(.3),
            CorrectedOn = Some.Today,
            Visibility = Visibility.Owner,
            OwnerId = _door.Anna.Id,
        };
        var open = Some.Knows(_door.Anna, _kim, .5) with
        {
            CorrectedStrength = new TieStrength(.9),
            CorrectedOn = Some.Today.AddDays(-1),
        };
        await _door.WithAsync(_kim, hidden, open);

        var (own, others) = (await ReadingAsync(OpenDoor.As(_door.Anna)), await ReadingAsync(OpenDoor.As(_door.Bent)));
        var earlier = await ReadingAsync(OpenDoor.As(_door.Anna), Some.Today.AddDays(-1));
        var before = await ReadingAsync(OpenDoor.As(_door.Anna), Some.Today.AddDays(-2));
        var listed = (await (await _door.OpenAsync(OpenDoor.As(_door.Bent))).Ties.ListAsync(
            new TieListQuery(_door.Anna.Id, OpenDoor.Today), null, PageArguments.Default)).Answer;

        Assert.Equal(
            [.3, .9, .9, null],
            [own.Corrected?.Value, others.Corrected?.Value, earlier.Corrected?.Value, before.Corrected?.Value]);
        Assert.Equal([.5, .5], [own.Strength?.Value, others.Strength?.Value]);
        Assert.Equal(.9, Assert.Single(Assert.IsType<TieListAnswer.Found>(listed).Rows).Tie.Reading.Corrected?.Value);
    }

    public void Dispose() => _door.Dispose();

    private async Task<TieReading> ReadingAsync(Viewer viewer, DateOnly? asOf = null)
    {
        var session = await _door.OpenAsync(viewer, asOf);
        return Assert.IsType<TieAnswer.Found>(await session.Ties.Ask(_door.Anna.Id, _kim.Id)()).Tie.Reading;
    }

    private static KeyValuePair<PropertyModel, PropertyValue> Of(string name, PropertyValue value) => new(Model[name], value);

    private static (string, string) CodeOf(WriteResult.Refused refused) =>
        (Assert.Single(refused.Problems).Problem.Code, refused.Problems[0].Problem.Path);

    private async Task<bool> MayAsync(Session session, RecordId id)
    {
        var stored = (await _door.Store.ReadAsync([id], RelationshipGraph.Storage.ViewScope.All, Some.NoToken))[id];
        var value = .1 + (.01 * stored.Version);
        var result = await session.WriteAsync(
            [new Draft.Update(id, stored.Version, [Of("correctedStrength", PropertyValue.Of(value))])]);
        return result switch
        {
            WriteResult.Done => true,
            WriteResult.Refused { Problems: [{ Problem.Code: ProblemCode.Forbidden }] } => false,
            _ => throw new InvalidOperationException("It was refused for another reason."),
        };
    }

    private async Task<Knows> UpdatedAsync(Session session, RecordId id, KeyValuePair<PropertyModel, PropertyValue> value)
    {
        var stored = (await _door.Store.ReadAsync([id], RelationshipGraph.Storage.ViewScope.All, Some.NoToken))[id];
        var result = await session.WriteAsync([new Draft.Update(id, stored.Version, [value])]);
        return (Knows)Assert.Single(Assert.IsType<WriteResult.Done>(result).Written).Record!;
    }
}
