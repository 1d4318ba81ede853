using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

public sealed class StrengthModelTests
{
    private static readonly FormConstants Mail = StrengthModel.Shipped[StrengthForm.AnyChannel];

    public static TheoryData<string, FormConstants> Unsound => new()
    {
        { "a level that is no number", Mail with { Level = double.NaN } },
        { "a rhythm below 0", Mail with { OnRhythm = -.1 } },
        { "rows below 0", Mail with { OnRows = -1e-9 } },
        { "silence that strengthens", Mail with { OnSilence = .1 } },
        { "an infinite weight", Mail with { OnBusy = double.PositiveInfinity } },
        { "no rate", Mail with { Rhythm = Mail.Rhythm with { R = 0 } } },
        { "an endless rate", Mail with { Rhythm = Mail.Rhythm with { Alpha = double.PositiveInfinity } } },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Constants_under_which_silence_could_help_are_refused(string why, FormConstants constants)
    {
        Assert.NotEmpty(why);
        Assert.Throws<ArgumentException>(() => StrengthModel.Shipped.With("fit", constants));
    }

    [Fact]
    public void Other_constants_change_their_form_only()
    {
        var face = StrengthModel.Shipped[StrengthForm.FaceToFace] with { Level = -1 };

        var model = StrengthModel.Shipped.With("fit of May", face);

        Assert.Equal(face, model[StrengthForm.FaceToFace]);
        Assert.Equal(Mail, model[StrengthForm.AnyChannel]);
        Assert.Equal(("fit of May", "shipped"), (model.Constants, StrengthModel.Shipped.Constants));
        Assert.NotEqual(face, StrengthModel.Shipped[StrengthForm.FaceToFace]);
    }
}
