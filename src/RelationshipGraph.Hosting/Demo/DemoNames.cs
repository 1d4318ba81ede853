using System.Text;

namespace RelationshipGraph.Hosting.Demo;

/// <summary>Common Danish first and last names, put together at random, and invented company names.</summary>
internal static class DemoNames
{
    private static readonly string[] First =
    [
        "Anne", "Mette", "Kirsten", "Hanne", "Lene", "Pia", "Åse", "Maja", "Søs", "Rikke", "Line", "Karen", "Bodil", "Trine",
        "Birthe", "Sanne", "Camilla", "Ida", "Freja", "Sofie", "Astrid", "Ellen", "Lærke", "Tove", "Dorte", "Signe", "Marie",
        "Gitte", "Inge", "Jytte", "Louise", "Nanna", "Peter", "Jens", "Lars", "Søren", "Henrik", "Jørgen", "Mads", "Rasmus",
        "Anders", "Niels", "Åge", "Bjørn", "Carsten", "Erik", "Frederik", "Gert", "Hans", "Ivan", "Jakob", "Kåre", "Kasper",
        "Lasse", "Mikkel", "Morten", "Ole", "Palle", "Per", "Poul", "Steen", "Svend", "Thomas", "Torben", "Uffe", "Viggo",
        "Emil", "Oliver", "Malthe", "Asger", "Ahmed", "Fatima", "Tomasz", "Yasmin",
    ];

    private static readonly string[] Last =
    [
        "Jensen", "Nielsen", "Hansen", "Pedersen", "Andersen", "Christensen", "Larsen", "Sørensen", "Rasmussen", "Jørgensen",
        "Petersen", "Madsen", "Kristensen", "Olsen", "Thomsen", "Poulsen", "Johansen", "Møller", "Mortensen", "Knudsen",
        "Lauridsen", "Østergaard", "Bæk", "Kjær", "Holm", "Lund", "Dahl", "Skov", "Krogh", "Bøgh", "Aagaard", "Nørgaard",
        "Søndergaard", "Vestergaard", "Mølgaard", "Kjeldsen", "Frandsen", "Gregersen", "Iversen", "Jeppesen", "Karlsen",
        "Laursen", "Mikkelsen", "Overgaard", "Ravn", "Schmidt", "Svendsen", "Toft", "Winther", "Åkjær", "Bruun", "Dam",
        "Enevoldsen", "Friis", "Hald", "Juhl", "Kofoed", "Lykke", "Munk", "Nygaard", "Øster", "Ploug", "Rask", "Thygesen",
    ];

    private static readonly string[] Stems =
    [
        "Lyngvang", "Strandager", "Birkebo", "Granhøj", "Ellemark", "Fjordvang", "Solbjerg", "Tornbæk", "Mosegård", "Rønnedal",
        "Klintholt", "Havmark", "Vindum", "Askelund", "Bølgedal", "Engvang", "Falkebo", "Hedevang", "Isdal", "Kærbo",
        "Lindemark", "Nordager", "Ørnedal", "Pilebo", "Ravnsbæk", "Sandvang", "Tjørnebo", "Ulvedal", "Vejrhøj", "Ålebo",
        "Bakkevang", "Dyrhave", "Egemark", "Fyrrebo", "Grønager", "Højmark", "Kløverbo", "Løvdal", "Månebæk", "Stenager",
    ];

    /// <summary>A full name; a quarter have a middle name.</summary>
    public static string Person(DemoRandom random)
    {
        var first = random.Pick(First);
        var middle = random.Chance(.25) ? random.Pick(Last) + " " : string.Empty;
        return $"{first} {middle}{random.Pick(Last)}";
    }

    /// <summary>An invented company's name.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="word">What it does, in a word.</param>
    public static string Company(DemoRandom random, string word)
    {
        string[] forms = ["A/S", "ApS", "A/S", "ApS", "P/S"];
        var stem = random.Pick(Stems);
        return random.Chance(.2) ? $"{stem} & {random.Pick(Last)} {random.Pick(forms)}" : $"{stem} {word} {random.Pick(forms)}";
    }

    /// <summary>The letters of a text as a host or mailbox name has them: a to z, digits, and points between words.</summary>
    public static string Mailbox(string text) => Ascii(text, '.');

    /// <summary>The letters of a company's name as a host name, below the top level that is kept free for examples.</summary>
    public static string Host(string company) => Ascii(company[..company.LastIndexOf(' ')], '-') + ".example";

    private static string Ascii(string text, char between)
    {
        var host = new StringBuilder(text.Length + 4);
        foreach (var letter in text.ToLowerInvariant())
        {
            switch (letter)
            {
                case 'æ':
                    host.Append("ae");
                    break;
                case 'ø':
                    host.Append("oe");
                    break;
                case 'å':
                    host.Append("aa");
                    break;
                default:
                    if (char.IsAsciiLetterOrDigit(letter))
                    {
                        host.Append(letter);
                    }
                    else if (host.Length > 0 && host[^1] != between)
                    {
                        host.Append(between);
                    }

                    break;
            }
        }

        return host.ToString().TrimEnd(between);
    }
}
