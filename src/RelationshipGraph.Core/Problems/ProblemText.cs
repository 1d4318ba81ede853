using System.Collections.Frozen;

namespace RelationshipGraph.Problems;

/// <summary>The sentence of each code, in English and Danish. Placeholders in braces are the problem's arguments.</summary>
public static class ProblemText
{
    private static readonly FrozenDictionary<string, (string English, string Danish)> Sentences =
        new Dictionary<string, (string, string)>
        {
            [ProblemCode.Required] = ("A value is required.", "En værdi er påkrævet."),
            [ProblemCode.TooLong] = ("The text is longer than {max} characters.", "Teksten er længere end {max} tegn."),
            [ProblemCode.TooMany] = ("There are more than {max} entries.", "Der er flere end {max} poster."),
            [ProblemCode.OutOfRange] = (
                "The number must lie between {min} and {max}.",
                "Tallet skal ligge mellem {min} og {max}."),
            [ProblemCode.UnknownCode] = ("'{value}' is not one of: {allowed}.", "'{value}' er ikke en af: {allowed}."),
            [ProblemCode.Malformed] = ("The value must have the form {form}.", "Værdien skal have formen {form}."),
            [ProblemCode.BadText] = (
                "The text holds characters that are not valid Unicode.",
                "Teksten indeholder tegn, der ikke er gyldig Unicode."),
            [ProblemCode.WrongKind] = ("The id must name one of: {allowed}.", "Id'et skal betegne en af: {allowed}."),
            [ProblemCode.PeriodReversed] = ("The last day lies before the first.", "Den sidste dag ligger før den første."),
            [ProblemCode.OwnerRequired] = (
                "TEAM and OWNER visibility need an owner.",
                "Synligheden TEAM og OWNER kræver en ejer."),
            [ProblemCode.DiscreetIsForTies] = ("Only relationships can be DISCREET.", "Kun relationer kan være DISCREET."),
            [ProblemCode.SelfTie] = (
                "A relationship of this type needs two different ends.",
                "En relation af denne type kræver to forskellige ender."),
            [ProblemCode.CreditExceedsOne] = (
                "The credited parts of the outcome add up to more than 1.",
                "De krediterede dele af resultatet er tilsammen mere end 1."),
            [ProblemCode.SeatTaken] = (
                "A seat has one holder and one network at a time, and another one has these days. End that one first.",
                "En plads har én indehaver og ét netværk ad gangen, og en anden har disse dage. Afslut den anden først."),
            [ProblemCode.FitInForce] = (
                "Another fit of this form is in force. Withdraw it in the same request.",
                "En anden tilpasning af denne form er i kraft. Træk den tilbage i samme forespørgsel."),
            [ProblemCode.FitNotInForce] = (
                "This fit is not in force. Name one that is.",
                "Denne tilpasning er ikke i kraft. Angiv en, der er."),
            [ProblemCode.ChangedTwice] = (
                "One request changes a record once.",
                "En forespørgsel ændrer en post én gang."),
            [ProblemCode.LabelTaken] = ("Two changes have the label {label}.", "To ændringer har mærket {label}."),
            [ProblemCode.LabelUnknown] = (
                "No change of this request has the label {label}.",
                "Ingen ændring i denne forespørgsel har mærket {label}."),
            [ProblemCode.RequestIdTaken] = (
                "An earlier request with this id asked for something else. Use a new id for each request.",
                "En tidligere forespørgsel med dette id bad om noget andet. Brug et nyt id til hver forespørgsel."),
            [ProblemCode.RequestIdNested] = (
                "The request has one id; give it beside the changes.",
                "Forespørgslen har ét id; angiv det ved siden af ændringerne."),
            [ProblemCode.ReadOnlyProperty] = (
                "This property is kept by the product and cannot be set.",
                "Denne egenskab føres af systemet og kan ikke sættes."),
            [ProblemCode.StepNotAllowed] = (
                "The introduction is {state}, where {step} is not possible. What is: {allowed}.",
                "Introduktionen er {state}, hvor {step} ikke er muligt. Det er: {allowed}."),
            [ProblemCode.SetBySteps] = (
                "The steps of an introduction set this, such as askIntroduction or acceptIntroduction. Take the step instead.",
                "Introduktionens trin sætter dette, som askIntroduction eller acceptIntroduction. Tag trinnet i stedet."),
            [ProblemCode.IntroductionAsked] = (
                "What an introducer was asked stays as it is. Withdraw the introduction and ask anew.",
                "Det, en introduktør er blevet spurgt om, bliver, som det er. Træk introduktionen tilbage, og spørg på ny."),
            [ProblemCode.IntroductionEnded] = (
                "The introduction has ended as {state}. Ask anew to try again.",
                "Introduktionen er afsluttet som {state}. Spørg på ny for at prøve igen."),
            [ProblemCode.TargetSaidNo] = (
                "The target has said no, so the introduction is not made. Record a yes if they think better of it, or decline.",
                "Målpersonen har sagt nej, så introduktionen laves ikke. Registrér et ja, hvis svaret ændrer sig, eller afvis."),
            [ProblemCode.TargetAnswerOpen] = (
                "The target has not said yes. Record the answer first, or say that it is made without: withoutTargetConsent.",
                "Målpersonen har ikke sagt ja. Registrér svaret først, eller sig, at den laves uden: withoutTargetConsent."),
            [ProblemCode.IntroducerOverBudget] = (
                "The introducer has {asks} asks that are open or of the last {days} days; {budget} are allowed. Ask somebody "
                + "else, or say that it is to be asked all the same: overBudget.",
                "Introduktøren har {asks} forespørgsler, der er åbne eller fra de seneste {days} dage; {budget} er tilladt. "
                + "Spørg en anden, eller sig, at der skal spørges alligevel: overBudget."),
            [ProblemCode.DayInFuture] = (
                "The day lies in the future. Today is {today} (UTC).",
                "Dagen ligger i fremtiden. I dag er {today} (UTC)."),
            [ProblemCode.DayTooEarly] = (
                "The day lies before the step before it, which was on {earliest}.",
                "Dagen ligger før det forrige trin, som var den {earliest}."),
            [ProblemCode.SamePerson] = (
                "The asker, the introducer and the target are three people. Name another one here.",
                "Den, der spørger, introduktøren og målpersonen er tre personer. Angiv en anden her."),
            [ProblemCode.PathDoesNotFit] = (
                "The path begins at the asker, goes by the introducer first, ends at the target and has nobody twice; at most "
                + "{max} people. Leave it out where it is not known.",
                "Stien begynder hos den, der spørger, går først over introduktøren, ender hos målpersonen og har ingen to "
                + "gange; højst {max} personer. Udelad den, hvor den ikke er kendt."),
            [ProblemCode.AlreadyLinked] = (
                "The outcome is said to have come from this introduction already. Leave it out.",
                "Resultatet er allerede registreret som kommet fra denne introduktion. Udelad det."),
            [ProblemCode.NotFound] = ("There is no such record.", "Posten findes ikke."),
            [ProblemCode.VersionConflict] = (
                "Somebody changed the record meanwhile. Read it again and repeat the change.",
                "En anden har ændret posten i mellemtiden. Læs den igen, og gentag ændringen."),
            [ProblemCode.IdTaken] = (
                "The record's id is taken. Repeat the request.",
                "Postens id er optaget. Gentag forespørgslen."),
            [ProblemCode.KeyTaken] = (
                "Another record has this source and external id.",
                "En anden post har denne kilde og dette eksterne id."),
            [ProblemCode.EndMissing] = ("One end of the relationship does not exist.", "Den ene ende af relationen findes ikke."),
            [ProblemCode.EndChanged] = (
                "A relationship keeps its ends. Delete it and make a new one.",
                "En relation beholder sine ender. Slet den, og opret en ny."),
            [ProblemCode.Forbidden] = ("Your roles do not allow this.", "Dine roller tillader ikke dette."),
            [ProblemCode.Unauthenticated] = ("A valid token is required.", "Et gyldigt token er påkrævet."),
            [ProblemCode.BadCursor] = (
                "The cursor does not belong to this list and order.",
                "Markøren hører ikke til denne liste og rækkefølge."),
            [ProblemCode.BadPage] = (
                "Ask with first and after, or with last and before.",
                "Spørg med first og after, eller med last og before."),
            [ProblemCode.BadOrder] = ("The list cannot be ordered by this.", "Listen kan ikke ordnes efter dette."),
            [ProblemCode.BadFilter] = ("The filter is not valid: {reason}.", "Filteret er ikke gyldigt: {reason}."),
            [ProblemCode.PageTooLarge] = ("A page holds from 1 to {max} rows.", "En side rummer fra 1 til {max} rækker."),
            [ProblemCode.SearchTooBroad] = ("More than {max} matches. Add a word.", "Mere end {max} fund. Tilføj et ord."),
            [ProblemCode.SearchTooShort] = (
                "Search needs at least one letter or digit and at most {max} words.",
                "En søgning kræver mindst ét bogstav eller tal og højst {max} ord."),
            [ProblemCode.Deadline] = ("The request took longer than it may.", "Forespørgslen tog længere tid, end den må."),
            [ProblemCode.BadRequest] = ("The request is not valid: {reason}", "Forespørgslen er ikke gyldig: {reason}"),
            [ProblemCode.BodyTooLarge] = (
                "The body of the request is larger than {max} bytes.",
                "Forespørgslens indhold er større end {max} bytes."),
            [ProblemCode.BatchRefused] = (
                "Send one operation in a request; a list of them is not accepted.",
                "Send én operation pr. forespørgsel; en liste af dem modtages ikke."),
            [ProblemCode.MethodNotAllowed] = (
                "This can only be asked by {allowed}.",
                "Dette kan kun forespørges med {allowed}."),
            [ProblemCode.NotAcceptable] = ("The answer can only be one of: {allowed}.", "Svaret kan kun være en af: {allowed}."),
            [ProblemCode.UnsupportedMediaType] = (
                "The body of the request must be {allowed}.",
                "Forespørgslens indhold skal være {allowed}."),
            [ProblemCode.QuerySyntax] = ("The document cannot be read: {reason}", "Dokumentet kan ikke læses: {reason}"),
            [ProblemCode.QueryInvalid] = (
                "The document does not fit the schema: {reason}",
                "Dokumentet passer ikke til skemaet: {reason}"),
            [ProblemCode.QueryTooLong] = (
                "The document has more than {max} tokens.",
                "Dokumentet har mere end {max} tokens."),
            [ProblemCode.QueryTooDeep] = (
                "The document nests deeper than {max} levels.",
                "Dokumentet er indlejret dybere end {max} niveauer."),
            [ProblemCode.QueryTooCostly] = (
                "The operation may read {cost} values; {max} are allowed. Ask for fewer rows or fewer fields.",
                "Operationen kan læse {cost} værdier; {max} er tilladt. Bed om færre rækker eller færre felter."),
            [ProblemCode.QueryTooManyAliases] = (
                "The document has more than {max} aliases.",
                "Dokumentet har mere end {max} aliasser."),
            [ProblemCode.BadVariables] = (
                "The variables do not fit the operation: {reason}",
                "Variablerne passer ikke til operationen: {reason}"),
            [ProblemCode.UnknownOperation] = (
                "Name one of the document's operations in operationName.",
                "Angiv en af dokumentets operationer i operationName."),
            [ProblemCode.BadSettings] = ("Settings must be mended: {reason}", "Indstillinger skal rettes: {reason}"),
            [ProblemCode.Internal] = (
                "Something went wrong here. Name the trace id when you ask for help.",
                "Noget gik galt hos os. Oplys trace-id'et, når du beder om hjælp."),
            [ProblemCode.StoreUnavailable] = (
                "The store did not answer. Repeating the request is safe.",
                "Lageret svarede ikke. Det er sikkert at gentage forespørgslen."),
            [ProblemCode.StoreBusy] = ("Another writer is at work. Try again.", "En anden skriver er i gang. Prøv igen."),
            [ProblemCode.StoreCorrupt] = (
                "The store is damaged. Restore it from a backup.",
                "Lageret er beskadiget. Gendan det fra en sikkerhedskopi."),
            [ProblemCode.StoreForeign] = (
                "This is not a store of RelationshipGraph. Name another one, or an empty place.",
                "Dette er ikke et lager fra RelationshipGraph. Angiv et andet eller et tomt sted."),
            [ProblemCode.StoreNewer] = (
                "The store was written by a newer version. Use a newer program.",
                "Lageret er skrevet af en nyere version. Brug et nyere program."),
            [ProblemCode.StoreFull] = ("There is no room left for the store.", "Der er ikke mere plads til lageret."),
            [ProblemCode.StoreReadOnly] = ("The store can only be read here.", "Lageret kan kun læses her."),
            [ProblemCode.StoreRefused] = (
                "The store's server does not let us work with it.", "Lagerets server lader os ikke arbejde med det."),
            [ProblemCode.StoreNotEmpty] = (
                "The store holds something else already. Name an empty place.",
                "Lageret rummer allerede noget andet. Angiv et tomt sted."),
            [ProblemCode.StoreChanged] = (
                "The store was written to meanwhile. Run the command again when nobody writes.",
                "Der blev skrevet i lageret i mellemtiden. Kør kommandoen igen, når ingen skriver."),
            [ProblemCode.BadArguments] = ("The arguments are wrong: {reason}", "Argumenterne er forkerte: {reason}"),
            [ProblemCode.AmbiguousName] = (
                "\"{name}\" names several records. Use the id of one of them.",
                "\"{name}\" er navnet på flere poster. Brug id'et på en af dem."),
            [ProblemCode.FileTaken] = (
                "There is a file of that name already. Name another one.",
                "Der er allerede en fil med det navn. Angiv en anden."),
            [ProblemCode.FileUnwritable] = ("The file cannot be written.", "Filen kan ikke skrives."),
            [ProblemCode.Interrupted] = (
                "Interrupted. What was done stays; repeat the command to go on.",
                "Afbrudt. Det, der er gjort, bliver stående; gentag kommandoen for at fortsætte."),
            [ProblemCode.ImportsBusy] = (
                "Too many imports wait already. Try again when one has ended.",
                "For mange importer venter allerede. Prøv igen, når en er færdig."),
            [ProblemCode.NothingToImport] = (
                "No file is one of those that can be imported: {allowed}.",
                "Ingen fil er en af dem, der kan importeres: {allowed}."),
            [ProblemCode.NothingToEvaluate] = (
                "There is no log of contacts long enough to tell who acts again, or who meets: interactions.csv with times, or "
                + "events.csv and attendance.csv.",
                "Der er ingen log over kontakter, der er lang nok til at vise, hvem der handler igen, eller hvem der mødes: "
                + "interactions.csv med tidspunkter, eller events.csv og attendance.csv."),
            [ProblemCode.NothingToFit] = (
                "Nothing could be fitted: that takes 270 days of contacts that everyone may see, and in each of the last two "
                + "times 90 days 50 ties that acted again and 50 that did not. Bring in more history.",
                "Intet kunne tilpasses: det kræver 270 dages kontakter, som alle må se, og i hver af de sidste to gange 90 "
                + "dage 50 forbindelser, der handlede igen, og 50, der ikke gjorde. Indlæs mere historik."),
            [ProblemCode.FileUnreadable] = ("The file cannot be read.", "Filen kan ikke læses."),
            [ProblemCode.FileTooLarge] = (
                "The files meet the limit {limit} of {max}.",
                "Filerne når grænsen {limit} på {max}."),
            [ProblemCode.FileEmpty] = ("The file is empty.", "Filen er tom."),
            [ProblemCode.BrokenArchive] = ("The compressed file is damaged.", "Den komprimerede fil er beskadiget."),
            [ProblemCode.WrongEncoding] = ("The text is not UTF-8.", "Teksten er ikke UTF-8."),
            [ProblemCode.BrokenQuotes] = (
                "The quotation marks do not pair up.",
                "Anførselstegnene passer ikke sammen."),
            [ProblemCode.WrongFieldCount] = (
                "The row has {found} fields, the header has {expected}.",
                "Rækken har {found} felter, overskriften har {expected}."),
            [ProblemCode.ColumnMissing] = ("The column {column} is missing.", "Kolonnen {column} mangler."),
            [ProblemCode.ColumnRepeated] = (
                "The column {column} stands twice in the header.",
                "Kolonnen {column} står to gange i overskriften."),
            [ProblemCode.DuplicateRow] = (
                "An earlier row says the same: {key}.",
                "En tidligere række siger det samme: {key}."),
            [ProblemCode.DanglingReference] = (
                "There is no {kind} with the id '{value}'.",
                "Der er ingen {kind} med id'et '{value}'."),
            [ProblemCode.FormatUnknown] = (
                "This is not an export of a version that this program knows.",
                "Dette er ikke en eksport i en version, som dette program kender."),
            [ProblemCode.RecordDiffers] = (
                "The store already has this record with other content.",
                "Lageret har allerede denne post med et andet indhold."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that has a sentence.</summary>
    public static IEnumerable<string> Codes => Sentences.Keys;

    /// <summary>The problem's sentence.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="danish">In Danish; else in English.</param>
    public static string Of(Problem problem, bool danish)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (english, dansk) = Sentences[problem.Code];
        var text = danish ? dansk : english;
        foreach (var (name, value) in problem.Arguments)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
