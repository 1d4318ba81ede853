using CsCheck;
using RelationshipGraph.Indexing;
using RelationshipGraph.Model;
using RelationshipGraph.Storage;
using RelationshipGraph.Strength;
using RelationshipGraph.Tests.Storage;
using RelationshipGraph.Tests.Storage.Sqlite;

namespace RelationshipGraph.Tests.Core.Indexing;

/// <summary>An index works strengths out with the constants that are in force in its store.</summary>
public sealed class FitsInForceTests
{
    private static readonly Gen<(int Seed, int Size)> Graphs = Gen.Select(Gen.Int, Gen.Int[2, 16]);

    [Fact]
    public Task An_index_that_followed_fits_is_what_reading_anew_gives() => Graphs.SampleAsync(
        async drawn =>
        {
            using var folder = new TestFolder();
            var (graph, fits) = (new RandomGraph(drawn.Seed, drawn.Size, ofContacts: true), new RandomFits(drawn.Seed));
            var file = new IndexFile(folder.File("graph.index"), 0);
            await using var store = new ReferenceGraphStore();
            await RandomGraph.FillAsync(store, graph.Records);
            await using var index = await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken);
            await using var contacts = await GraphIndex.OpenAsync(store, null, IndexParts.Contacts, Some.NoToken);
            for (var i = 0; i < 8; i++)
            {
                await CommitAsync(store, graph.Random.Next(2) == 0 ? fits.NextCommit() : graph.NextCommit());
                if (graph.Random.Next(3) > 0)
                {
                    await index.CatchUpAsync(RandomGraph.Day, Some.NoToken);
                    await contacts.CatchUpAsync(RandomGraph.Day, Some.NoToken);
                }
            }

            var view = await index.CatchUpAsync(RandomGraph.Day, Some.NoToken);
            await using var fresh = await GraphIndex.OpenAsync(store, Some.NoToken);
            await using var kept = await GraphIndex.OpenAsync(store, file, IndexParts.All, Some.NoToken);
            var expected = await fresh.CatchUpAsync(RandomGraph.Day, Some.NoToken);
            var ofContacts = await contacts.CatchUpAsync(RandomGraph.Day, Some.NoToken);
            var ofFile = await kept.CatchUpAsync(RandomGraph.Day, Some.NoToken);

            Assert.Equal(ViewText.Of(expected), ViewText.Of(view));
            Assert.Equal((0, ViewText.Of(expected)), (kept.SnapshotsRead, ViewText.Of(ofFile)));
            Assert.All([view.Model, ofContacts.Model, ofFile.Model], model => AssertIs(fits.Model, model));
        },
        iter: 300);

    [Fact]
    public async Task A_fit_changes_every_strength_of_its_form_and_withdrawn_it_is_as_if_it_had_never_been()
    {
        var (one, other, third) = (Some.Contact(), Some.Contact(), Some.Contact());
        var fit = Some.StrengthFit(level: -4) with { State = StrengthFitState.InForce };
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(
            store,
            [one, other, third, Some.Interaction(one, other), Some.Interaction(one, third, channel: Channel.FaceToFace)]);
        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);
        var before = await index.CatchUpAsync(Some.Today, Some.NoToken);

        await CommitAsync(store, Some.Creating(fit));
        var fitted = await index.CatchUpAsync(Some.Today, Some.NoToken);
        await CommitAsync(store, Some.Commit(Some.Updating(fit, next => next with { State = StrengthFitState.Withdrawn })));
        var after = await index.CatchUpAsync(Some.Today, Some.NoToken);

        Assert.True(StrengthOf(fitted, one, other) < StrengthOf(before, one, other));
        Assert.Equal(StrengthOf(before, one, third), StrengthOf(fitted, one, third));
        Assert.Equal(ViewText.Of(before), ViewText.Of(after));
        Assert.Equal(
            ["shipped", fit.Id.ToString(), "shipped"],
            [before.Model.Constants, fitted.Model.Constants, after.Model.Constants]);
    }

    [Fact]
    public async Task What_not_everyone_may_see_or_is_for_another_formula_is_not_used()
    {
        var owner = Some.Employee();
        await using var store = new ReferenceGraphStore();
        await RandomGraph.FillAsync(
            store,
            [
                owner,
                Some.StrengthFit() with
                {
                    State = StrengthFitState.InForce, Visibility = Visibility.Owner, OwnerId = owner.Id,
                },
                Some.StrengthFit(FittedForm.Event) with { State = StrengthFitState.InForce, Formula = "tie-strength/0" },
                Some.StrengthFit(FittedForm.FaceToFace),
            ]);

        await using var index = await GraphIndex.OpenAsync(store, Some.NoToken);

        Assert.Same(StrengthModel.Shipped, (await index.CatchUpAsync(Some.Today, Some.NoToken)).Model);
    }

    [Fact]
    public void The_constants_are_called_by_the_fits_in_the_order_of_their_forms()
    {
        var events = Some.StrengthFit(FittedForm.Event) with { State = StrengthFitState.InForce };
        var older = Some.StrengthFit(level: -2) with { State = StrengthFitState.InForce };
        var newer = Some.StrengthFit(level: -3) with { State = StrengthFitState.InForce };

        var model = FittedConstants.ModelOf([events, newer, older]);

        Assert.Equal($"{newer.Id}+{events.Id}", model.Constants);
        Assert.Equal(-3, model[StrengthForm.AnyChannel].Level);
        Assert.Equal(StrengthModel.Shipped[StrengthForm.FaceToFace], model[StrengthForm.FaceToFace]);
    }

    private static double StrengthOf(GraphView view, Node one, Node other)
    {
        foreach (ref readonly var arc in view.ArcsOf(view.FindPerson(one.Id), out _))
        {
            if (view.PersonId(arc.Person) == other.Id)
            {
                return HopCost.StrengthOf(arc.Cost);
            }
        }

        throw new InvalidOperationException("They are not joined.");
    }

    private static void AssertIs(StrengthModel expected, StrengthModel found)
    {
        Assert.Equal(expected.Constants, found.Constants);
        Assert.All(Enum.GetValues<StrengthForm>(), form => Assert.Equal(expected[form], found[form]));
    }

    private static async Task CommitAsync(IGraphStore store, Commit commit) =>
        Assert.IsType<CommitResult.Done>(await store.CommitAsync(commit, Some.NoToken));

    /// <summary>Fits that come into force, are hidden, are withdrawn and go.</summary>
    private sealed class RandomFits(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly List<StrengthFit> _fits = [];

        public StrengthModel Model => FittedConstants.ModelOf(_fits);

        public Commit NextCommit()
        {
            if (_fits.Count == 0 || _random.Next(3) == 0)
            {
                _fits.Add(Drawn(Some.StrengthFit((FittedForm)_random.Next(1, 4), _random.Next(-5, 3))));
                return Some.Creating(_fits[^1]);
            }

            var place = _random.Next(_fits.Count);
            var seen = _fits[place];
            if (_random.Next(4) == 0)
            {
                _fits.RemoveAt(place);
                return Some.Commit(Some.Deleting(seen));
            }

            _fits[place] = Drawn(Some.Next(seen));
            return Some.Commit(new Change.Update(_fits[place], seen.Version));
        }

        private StrengthFit Drawn(StrengthFit fit) => fit with
        {
            State = (StrengthFitState)_random.Next(1, 4),
            Visibility = _random.Next(5) == 0 ? Visibility.Owner : Visibility.Everyone,
            OwnerId = Some.Id(RecordKind.Employee),
        };
    }
}
