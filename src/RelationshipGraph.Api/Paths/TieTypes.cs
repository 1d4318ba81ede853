using GraphQL.Types;
using RelationshipGraph.Api.Graph;
using RelationshipGraph.Model;
using RelationshipGraph.Paths;
using RelationshipGraph.Sessions;
using RelationshipGraph.Strength;

namespace RelationshipGraph.Api.Paths;

/// <summary>How well people know each other, and on what that rests.</summary>
internal sealed class TieTypes
{
    private readonly GraphTypes _types;
    private readonly PathTypes _paths;
    private readonly ObjectGraphType _formula;
    private readonly ObjectGraphType _channel;

    public TieTypes(GraphTypes types, PathTypes paths)
    {
        (_types, _paths) = (types, paths);
        _formula = FormulaType();
        _channel = ChannelType();
        Tie = TieType();
    }

    /// <summary>A tie of two people.</summary>
    public ObjectGraphType Tie { get; }

    public void AddTo(IComplexGraphType root) => root.Add(
        "tieStrength", Tie,
        "How well two people know each other, worked out at the end of the day: the probability that they are in contact again "
            + "within the formula's horizon. Null where one of them is not there, or is hidden from the viewer.",
        new RootField((context, given) => Find(context.At(given.AsOf), given, new TieText(context.IsDanish))),
        [
            TypeBuilding.Argument("of", _types.Id, "One person; the viewer's employee where left out."),
            TypeBuilding.Argument("with", _types.Id.NonNull(), "The other person."),
            TypeBuilding.Argument("asOf", _types.Date, ListTypes.AsOfMeaning),
        ]);

    private static Deferred Find(Session session, GivenArguments given, TieText text)
    {
        var (of, with) = PathReading.ReadTie(session, given);
        return Read(session, of, with, text);
    }

    /// <summary>A tie; null where one of the two is not there for the viewer.</summary>
    public static Deferred Read(Session session, RecordId of, RecordId with, TieText text)
    {
        var read = session.Ties.Ask(of, with);
        return new Deferred(async () => await read() is TieAnswer.Found(var tie) ? new SeenTie(tie, session, text) : null);
    }

    private ObjectGraphType TieType()
    {
        var tie = new ObjectGraphType { Name = "TieStrength", Description = "How well two people know each other, on a day." };
        tie.Add("of", _types.Person, "One of them.", new SourceField<SeenTie>(t => Seen.Read(t.Session, t.Tie.Of)));
        tie.Add("with", _types.Person, "The other.", new SourceField<SeenTie>(t => Seen.Read(t.Session, t.Tie.With)));
        Add("day", _types.Date.NonNull(), "At the end of which UTC day.", r => r.Day);
        Add(
            "value", _types.Float, "How likely the two are to be in contact again within the horizon, 0 to 1. Null: see unknown.",
            r => r.Strength?.Value);
        Add("unknown", UnknownType(), "Why there is no value; null where there is one.", r => r.Unknown);
        Add("band", _paths.Band, "The value in words.", r => r.Band);
        Add("alive", _types.Float, "How likely it is that the tie has not ended; null without a contact.", r => r.Alive?.Value);
        Add(
            "trend", _types.Float,
            $"The value less that of {TieReading.TrendDays} days earlier; null where it was not known then.",
            r => r.Trend);
        Add(
            "coldOn", _types.Date,
            "The first day on which it is below its band if nothing happens while both stay active towards others.",
            r => r.ColdOn);
        Add("confidence", ConfidenceType(), "How far the level can be trusted.", r => r.Confidence);
        Add("declared", _types.Float, "What somebody declared; .25 for a tie without a number.", r => r.Declared?.Value);
        Add(
            "corrected", _types.Float,
            "How strong one of the two, or who answers for the tie, says it really is; the last word by the day. It does not "
                + "change the value.",
            r => r.Corrected?.Value);
        tie.Add(
            "knows", _types.Of(RecordKind.Knows), "The strongest record that declares it.",
            new SourceField<SeenTie>(t => t.Tie.Knows is { } id ? Seen.Read(t.Session, id) : null));
        Add("contacts", _types.Long.NonNull(), "Contacts on all channels by then.", r => r.Channels.Sum(c => c.Pair.RowCount));
        Add(
            "lastContactOn", _types.Date, "The UTC day of the latest contact.",
            r => r.Channels.Count == 0 ? null : DayOf(r.Channels.Max(c => c.Pair.LastAt)));
        tie.Add(
            "channels", _channel.ListOf(), "A part for each channel and source on which the two were in contact.",
            new SourceField<SeenTie>(t => t.Tie.Reading.Channels));
        tie.Add(
            "why", _types.Text.NonNull(), "What it rests on, in a sentence in the caller's language.",
            new SourceField<SeenTie>(t => t.Text.Of(t.Tie.Reading)));
        tie.Add(
            "formula", _formula.NonNull(), "By what it was worked out.", new SourceField<SeenTie>(t => t.Tie.Reading.Model));
        return tie;

        void Add(string name, IGraphType type, string meaning, Func<TieReading, object?> get) =>
            tie.Add(name, type, meaning, new SourceField<SeenTie>(t => get(t.Tie.Reading)));
    }

    private ObjectGraphType ChannelType()
    {
        var channel = new ObjectGraphType { Name = "TieChannel", Description = "What one channel says of a tie." };
        var code = _types.CodeOf(GraphModel.Of(RecordKind.Interaction)["channel"]);
        Add("channel", code.NonNull(), "How the two were in contact.", c => CodeNames.Upper(c.Channel.ToString()));
        Add("strength", _types.Float.NonNull(), "How likely they are to be so again within the horizon.", c => c.Strength.Value);
        Add("alive", _types.Float.NonNull(), "How likely it is that the tie has not ended there.", c => c.Alive.Value);
        Add("contacts", _types.Long.NonNull(), "Contacts.", c => c.Pair.RowCount);
        Add("sittings", _types.Long.NonNull(), "Contacts close together counted as one.", c => c.Pair.SittingCount);
        Add("outgoing", _types.Long.NonNull(), "Those in which the first turned to the second.", c => c.Pair.OutgoingCount);
        Add("incoming", _types.Long.NonNull(), "Those in which the second turned to the first.", c => c.Pair.IncomingCount);
        Add("firstOn", _types.Date.NonNull(), "The UTC day of the first contact.", c => DayOf(c.Pair.FirstAt));
        Add("lastOn", _types.Date.NonNull(), "The UTC day of the latest contact.", c => DayOf(c.Pair.LastAt));
        Add("form", FormEnum.NonNull(), "Which form of the formula was used.", c => c.Form);
        return channel;

        void Add(string name, IGraphType type, string meaning, Func<ChannelReading, object?> get) =>
            channel.Add(name, type, meaning, new SourceField<ChannelReading>(get));
    }

    private ObjectGraphType FormulaType()
    {
        var formula = new ObjectGraphType
        {
            Name = "StrengthFormula",
            Description = "The formula with its constants: the logistic function of the level and the weighted terms.",
        };
        Add("name", _types.Text.NonNull(), "What it is called.", _ => StrengthModel.Name);
        Add("version", _types.Text.NonNull(), "Its version: what it counts, and the horizon.", _ => StrengthModel.Version);
        Add("constants", _types.Text.NonNull(), "Which constants: shipped, or the name of a fit.", m => m.Constants);
        Add("horizonDays", _types.Float.NonNull(), "What is forecast: a contact within so many days.", m => m.Horizon.TotalDays);
        formula.Add(
            "forms", ConstantsType().ListOf(), "The constants of each form.",
            new SourceField<StrengthModel>(m => Enum.GetValues<StrengthForm>().Select(form => m[form])));
        return formula;

        void Add(string name, IGraphType type, string meaning, Func<StrengthModel, object?> get) =>
            formula.Add(name, type, meaning, new SourceField<StrengthModel>(get));
    }

    private ObjectGraphType ConstantsType()
    {
        var constants = new ObjectGraphType { Name = "StrengthConstants", Description = "The constants of one form." };
        Add("form", FormEnum.NonNull(), "The form.", c => c.Form);
        Add("r", _types.Float.NonNull(), "Rhythm: shape of the rates of contact.", c => c.Rhythm.R);
        Add("alpha", _types.Float.NonNull(), "Rhythm: scale of the rates of contact, in horizons.", c => c.Rhythm.Alpha);
        Add("a", _types.Float.NonNull(), "Rhythm: ties that end.", c => c.Rhythm.A);
        Add("b", _types.Float.NonNull(), "Rhythm: ties that last.", c => c.Rhythm.B);
        Add("level", _types.Float.NonNull(), "The log odds of a tie whose terms are all 0.", c => c.Level);
        Add("onRhythm", _types.Float.NonNull(), "Weight of the log odds of a contact by the tie's own rhythm.", c => c.OnRhythm);
        Add("onSittings", _types.Float.NonNull(), "Weight of the logarithm of the decayed sum of sittings.", c => c.OnSittings);
        Add("onRows", _types.Float.NonNull(), "Weight of the logarithm of the decayed sum of contacts.", c => c.OnRows);
        Add("onSilence", _types.Float.NonNull(), "Weight of the logarithm of the quieter end's silence.", c => c.OnSilence);
        Add("onFurther", _types.Float.NonNull(), "Weight of the logarithm of the form's further sum.", c => c.OnFurther);
        Add("onSameUnit", _types.Float.NonNull(), "What working at the same company adds.", c => c.OnSameUnit);
        Add("onBusy", _types.Float.NonNull(), "Weight of the logarithm of the busier end's acts.", c => c.OnBusy);
        return constants;

        void Add(string name, IGraphType type, string meaning, Func<FormConstants, object?> get) =>
            constants.Add(name, type, meaning, new SourceField<FormConstants>(get));
    }

    private static EnumerationGraphType UnknownType() => PathTypes.Words(
        "TieUnknown", "Why a tie has no strength.",
        (StrengthUnknown.NothingKnown, "Nobody declared it, and by that day no contact was seen."));

    private static EnumerationGraphType ConfidenceType() => PathTypes.Words(
        "TieConfidence", "How far the level of a strength can be trusted; the order of ties holds in any case.",
        (StrengthConfidence.DeclaredOnly, "Nobody has seen a contact: it is what somebody declared."),
        (StrengthConfidence.LittleHistory, "A source has been seen for less than two horizons."),
        (StrengthConfidence.EnoughHistory, "Two horizons of history or more."));

    private EnumerationGraphType FormEnum { get; } = PathTypes.Words(
        "StrengthForm", "Which form of the formula a channel takes.",
        (StrengthForm.AnyChannel, "Letters, messages, calls, arranged meetings."),
        (StrengthForm.FaceToFace, "Seen together: a longer memory, and whether the two work at the same company."),
        (StrengthForm.Event, "At the same event or meeting: the share of it the two had of each other."));

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}

/// <summary>A tie with the session it was read in, and the language of its sentences.</summary>
internal sealed record SeenTie(FoundTie Tie, Session Session, TieText Text);
