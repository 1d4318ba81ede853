using RelationshipGraph.Model;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

/// <summary>Histories that were worked out by hand, horizon 90 days, on a clock that never stands.</summary>
public sealed class TestVectorTests
{
    [Theory]
    [InlineData("one mail today", 1, 0, 0, 0, .5833, .3855, 1, .3951)]
    [InlineData("one mail 90 days ago, both active today", 1, 0, 90, 0, .3220, .0875, .5, .2137)]
    [InlineData("the same, one end silent since", 1, 0, 90, 90, .3220, .0875, .5, .0880)]
    [InlineData("12 monthly, last 10 days ago", 12, 30, 10, 1, .9438, .8751, 4.2075, .6667)]
    [InlineData("12 monthly, then 120 days of silence", 12, 30, 120, 1, .4235, .3688, 1.8034, .3964)]
    [InlineData("52 weekly, last 3 days ago", 52, 7, 3, 1, .9855, .9855, 17.4899, .8953)]
    [InlineData("52 weekly, then 120 days of silence", 52, 7, 120, 1, .0001, .0001, 7.1031, .2110)]
    [InlineData("10 half-yearly, last 60 days ago", 10, 182, 60, 1, .9325, .3597, .8357, .2800)]
    public void The_formula_gives_what_was_worked_out(
        string history, int count, double everyDays, double daysAfter, double silenceDays,
        double alive, double again, double sum, double strength)
    {
        var moment = Histories.After(Channel.Email, Histories.Even(count, everyDays), daysAfter, silenceDays);

        var terms = PairTerms.Of(
            StrengthForm.AnyChannel, moment.Pair, moment.First, moment.Second, isSameUnit: false, moment.NowActive);
        var value = StrengthModel.Shipped[StrengthForm.AnyChannel].Evaluate(terms);

        Assert.Equal((history, alive), (history, Math.Round(value.Alive, 4)));
        Assert.Equal((history, again), (history, Math.Round(value.Again, 4)));
        Assert.Equal((history, sum), (history, Math.Round(terms.SittingSum, 4)));
        Assert.Equal((history, sum), (history, Math.Round(terms.RowSum, 4)));
        Assert.Equal((history, strength), (history, Math.Round(value.Strength, 4)));
        Assert.Equal(value.Strength, Histories.Read(new TieMoment(Some.Today, [moment])).Strength!.Value.Value);
    }

    [Fact]
    public void The_constants_of_the_other_forms_are_those_that_were_measured()
    {
        var (face, joint) = (StrengthModel.Shipped[StrengthForm.FaceToFace], StrengthModel.Shipped[StrengthForm.Event]);

        Assert.Equal((-2.57, .09, 0, .10, -.14), (face.Level, face.OnRhythm, face.OnSittings, face.OnRows, face.OnSilence));
        Assert.Equal((.91, 1.23, 0), (face.OnFurther, face.OnSameUnit, face.OnBusy));
        Assert.Equal((-1.59, .18, 0, .23, -.115), (joint.Level, joint.OnRhythm, joint.OnSittings, joint.OnRows, joint.OnSilence));
        Assert.Equal((.45, 0, .40), (joint.OnFurther, joint.OnSameUnit, joint.OnBusy));
        Assert.Equal(new RhythmConstants(.5, .13, .5, .7), face.Rhythm);
        Assert.Equal(face.Rhythm, joint.Rhythm);
    }

    [Theory]
    [InlineData(Channel.Meeting, StrengthForm.AnyChannel)]
    [InlineData(Channel.Email, StrengthForm.AnyChannel)]
    [InlineData(Channel.FaceToFace, StrengthForm.FaceToFace)]
    [InlineData(Channel.Event, StrengthForm.Event)]
    public void Each_channel_has_its_form(Channel channel, StrengthForm form) => Assert.Equal(form, StrengthForms.Of(channel));
}
