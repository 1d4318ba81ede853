using System.Collections.Frozen;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Importing;

/// <summary>How a refused row or file can be mended, a sentence for each code in English and Danish.</summary>
public static class ImportMend
{
    private static readonly (string English, string Danish) Other =
        ("Correct the row and import the file again.", "Ret rækken, og importér filen igen.");

    private static readonly FrozenDictionary<string, (string English, string Danish)> Sentences =
        new Dictionary<string, (string, string)>
        {
            [ProblemCode.NothingToImport] = (
                "Name the files as the guide to imports does.",
                "Navngiv filerne som i vejledningen til import."),
            [ProblemCode.FileUnreadable] = (
                "Check that the file is there and may be read.",
                "Kontrollér, at filen findes og må læses."),
            [ProblemCode.FileTooLarge] = (
                "Import fewer rows at a time.",
                "Importér færre rækker ad gangen."),
            [ProblemCode.FileEmpty] = (
                "The first line names the columns; leave the file out if there is nothing in it.",
                "Første linje navngiver kolonnerne; udelad filen, hvis der ikke er noget i den."),
            [ProblemCode.BrokenArchive] = ("Compress the file again.", "Komprimér filen igen."),
            [ProblemCode.WrongEncoding] = ("Save the file as UTF-8.", "Gem filen som UTF-8."),
            [ProblemCode.BrokenQuotes] = (
                "Close every quoted field, and write a quotation mark inside one twice.",
                "Afslut hvert felt i anførselstegn, og skriv et anførselstegn inde i feltet to gange."),
            [ProblemCode.WrongFieldCount] = (
                "Put a field that holds a separator in quotation marks.",
                "Sæt et felt, der indeholder et skilletegn, i anførselstegn."),
            [ProblemCode.ColumnMissing] = ("Add the column to the header.", "Tilføj kolonnen i overskriften."),
            [ProblemCode.ColumnRepeated] = ("Rename one of the columns.", "Omdøb den ene kolonne."),
            [ProblemCode.DuplicateRow] = ("Remove one of the rows.", "Fjern den ene række."),
            [ProblemCode.DanglingReference] = (
                "Add the row that is referred to, or correct the id.",
                "Tilføj den række, der henvises til, eller ret id'et."),
            [ProblemCode.FormatUnknown] = (
                "Read it with the version that wrote it, and export it anew.",
                "Læs den med den version, der skrev den, og eksportér den igen."),
            [ProblemCode.RecordDiffers] = (
                "Read the export into an empty store.",
                "Læs eksporten ind i et tomt lager."),
            [ProblemCode.KeyTaken] = (
                "Read the export into an empty store.",
                "Læs eksporten ind i et tomt lager."),
            [ProblemCode.VersionConflict] = ("Import the file again.", "Importér filen igen."),
            [ProblemCode.PeriodReversed] = ("Correct one of the two days.", "Ret den ene af de to dage."),
            [ProblemCode.SeatTaken] = (
                "Correct the days, or end the other holder or network of the seat first.",
                "Ret dagene, eller afslut først pladsens anden indehaver eller andet netværk."),
            [ProblemCode.TooLong] = ("Shorten the text.", "Forkort teksten."),
            [ProblemCode.UnknownCode] = ("Use one of the words named.", "Brug et af de nævnte ord."),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How to mend it.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="danish">In Danish; else in English.</param>
    public static string Of(Problem problem, bool danish)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (english, dansk) = Sentences.GetValueOrDefault(problem.Code, Other);
        return danish ? dansk : english;
    }
}
