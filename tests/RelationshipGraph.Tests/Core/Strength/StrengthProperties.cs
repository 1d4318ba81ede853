using CsCheck;
using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

/// <summary>The state that costs the same for every contact, against the formula worked out from the whole list.</summary>
public sealed class StrengthProperties
{
    private static readonly StrengthModel Model = StrengthModel.Shipped;

    // Hundredths of a horizon and halves of them: gaps just above and just below one sitting, and none at all.
    private static readonly Gen<double> Time = Gen.OneOf(Gen.Int[0, 40].Select(i => i / 200.0), Gen.Double[0, 12]);

    private static readonly Gen<Case> Cases =
        from channel in Histories.Channels
        from contacts in Gen.Select(Time, Gen.Int[1, 39]).List[1, 25]
        from first in Time.List[0, 10]
        from second in Time.List[0, 10]
        from isSameUnit in Gen.Bool
        from later in Gen.Double[0, 6]
        select new Case(channel, [.. contacts.OrderBy(c => c.Item1)], first, second, isSameUnit, later);

    [Fact]
    public void The_state_agrees_with_the_whole_list() => Cases.Sample(
        given =>
        {
            var form = StrengthForms.Of(given.Channel);
            var contacts = given.Contacts.Select(c => new StrengthOracle.Contact(c.At, c.Others)).ToList();
            var first = given.First.Concat(contacts.Select(c => c.At)).ToList();
            var second = given.Second.Concat(contacts.Select(c => c.At)).ToList();
            var now = first.Concat(second).Max() + given.Later;

            var strength = Model.Strength(
                given.Channel, given.Pair, PersonOf(first), PersonOf(second), given.IsSameUnit, now);

            var expected = StrengthOracle.Strength(form, contacts, first, second, given.IsSameUnit, now);
            Assert.Equal(expected, strength.Value, 1e-9);
            Assert.Equal(contacts.Count, given.Pair.RowCount);
        },
        iter: 5_000);

    [Fact]
    public void Silence_never_makes_a_tie_stronger_nor_livelier() => Cases.Sample(given =>
    {
        var ends = (PersonOf(given.First), PersonOf(given.Second));
        var form = StrengthForms.Of(given.Channel);
        var now = given.Pair.LastActive + given.Later;
        var terms = PairTerms.Of(form, given.Pair, ends.Item1, ends.Item2, given.IsSameUnit, now);
        var before = Model[form].Evaluate(terms);

        foreach (var days in (double[])[1, 7, 90, 900])
        {
            var later = Model[form].Evaluate(PairTerms.Of(
                form, given.Pair, terms.Silence, terms.BusySum, given.IsSameUnit, now + (days / 90)));

            Assert.InRange(later.Strength, 0, before.Strength + 1e-15);
            Assert.InRange(later.Alive, 0, before.Alive + 1e-15);
            Assert.InRange(later.Again, 0, before.Again + 1e-15);
        }
    });

    [Fact]
    public void A_silent_person_makes_a_tie_weaker() => Gen.Select(Cases, Gen.Double[.001, 5]).Sample((given, more) =>
    {
        var form = StrengthForms.Of(given.Channel);
        var now = given.Pair.LastActive + given.Later;

        var active = Model[form].Evaluate(PairTerms.Of(form, given.Pair, .5, 1, given.IsSameUnit, now));
        var silent = Model[form].Evaluate(PairTerms.Of(form, given.Pair, .5 + more, 1, given.IsSameUnit, now));

        Assert.True(silent.Strength < active.Strength);
        Assert.Equal(active.Alive, silent.Alive);
    });

    [Fact]
    public void One_more_row_in_the_same_moment_never_makes_a_tie_weaker() => Cases.Sample(given =>
    {
        var form = StrengthForms.Of(given.Channel);
        var last = given.Contacts[^1];

        Assert.True(given.Pair.TryAdd(form, ActOf(last), out var more));

        var (one, other) = (PersonOf(given.First), PersonOf(given.Second));
        var now = more.LastActive + given.Later;
        var before = Model.Strength(given.Channel, given.Pair, one, other, given.IsSameUnit, now).Value;
        Assert.True(Model.Strength(given.Channel, more, one, other, given.IsSameUnit, now).Value >= before);
        Assert.Equal(given.Pair.SittingCount, more.SittingCount);
    });

    [Fact]
    public void Contacts_of_the_same_rows_in_any_order_count_the_same() => Cases.Sample(given =>
    {
        var form = StrengthForms.Of(given.Channel);
        var shuffled = given.Contacts.OrderBy(c => c.Others).ThenByDescending(c => c.At).Select(ActOf);

        var again = PairState.Of(form, shuffled);

        Assert.Equal(given.Pair.SittingCount, again.SittingCount);
        Assert.Equal(given.Pair.SittingSum, again.SittingSum, 1e-12);
        Assert.Equal(given.Pair.RowSum, again.RowSum, 1e-12);
        Assert.Equal(given.Pair.FurtherSum, again.FurtherSum, 1e-12);
    });

    private static PersonState PersonOf(IEnumerable<double> acts) =>
        acts.Aggregate(default(PersonState), (person, act) => person.With(act));

    private static PairAct ActOf((double At, int Others) contact) => new(
        Histories.Begin.AddDays(contact.At * 90), contact.At, ContactDirection.Mutual, contact.Others);

    private sealed record Case(
        Channel Channel,
        List<(double At, int Others)> Contacts,
        List<double> First,
        List<double> Second,
        bool IsSameUnit,
        double Later)
    {
        public PairState Pair { get; } = PairState.Of(StrengthForms.Of(Channel), Contacts.Select(ActOf));
    }
}
