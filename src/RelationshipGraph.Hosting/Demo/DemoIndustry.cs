namespace RelationshipGraph.Hosting.Demo;

/// <summary>An industry the demo's companies are in.</summary>
/// <param name="Code">Dansk Branchekode 2025.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Word">What such a company calls itself.</param>
/// <param name="Topics">What people in it care about.</param>
/// <param name="Weight">How common it is beside the others.</param>
internal sealed record DemoIndustry(string Code, string Name, string Word, string[] Topics, double Weight)
{
    public static IReadOnlyList<DemoIndustry> All { get; } =
    [
        new("105100", "Fremstilling af mejeriprodukter", "Mejeri", ["fødevarer", "kvalitet", "automation"], 7),
        new("101100", "Forarbejdning af kød", "Fødevarer", ["fødevarer", "kvalitet", "vedligehold"], 7),
        new("107100", "Fremstilling af brød og friske bageriprodukter", "Bageri", ["fødevarer", "automation", "salg"], 5),
        new("212000", "Fremstilling af farmaceutiske præparater", "Pharma", ["pharma", "kvalitet", "standarder"], 6),
        new("205900", "Fremstilling af andre kemiske produkter", "Kemi", ["kvalitet", "sikkerhed", "bæredygtighed"], 4),
        new("271200", "Fremstilling af elektriske kontrolapparater", "Styring", ["automation", "standarder", "innovation"], 6),
        new("289900", "Fremstilling af andre specialmaskiner", "Maskinfabrik", ["robotter", "automation", "eksport"], 8),
        new("310000", "Fremstilling af møbler", "Møbler", ["eksport", "automation", "indkøb"], 4),
        new("351200", "Produktion af elektricitet fra vedvarende energi", "Energi", ["energi", "bæredygtighed", "innovation"], 6),
        new("360000", "Vandforsyning", "Vand", ["vand", "energi", "vedligehold"], 6),
        new("370000", "Kloak- og rensningsanlæg", "Rens", ["vand", "bæredygtighed", "vedligehold"], 4),
        new("410000", "Opførelse af bygninger", "Byg", ["energi", "indkøb", "arbejdsmiljø"], 5),
        new("432100", "El-installation", "El", ["energi", "automation", "uddannelse"], 5),
        new("469000", "Ikke-specialiseret engroshandel", "Engros", ["salg", "indkøb", "logistik"], 5),
        new("494100", "Vejgodstransport", "Transport", ["logistik", "Tyskland", "eksport"], 4),
        new("521000", "Oplagring", "Lager", ["logistik", "robotter", "data"], 3),
        new("621000", "Programmering", "Software", ["IT", "data", "innovation"], 6),
        new("622000", "It-rådgivning", "Data", ["IT", "sikkerhed", "data"], 4),
        new("692000", "Bogføring, revision og skatterådgivning", "Revision", ["bogføring", "økonomi", "IT"], 5),
        new("702000", "Virksomhedsrådgivning", "Rådgivning", ["ledelse", "strategi", "bestyrelse"], 5),
        new("711200", "Ingeniørrådgivning", "Ingeniører", ["automation", "vand", "bæredygtighed"], 5),
        new("731100", "Reklamebureauer", "Reklame", ["markedsføring", "salg", "data"], 3),
        new("781000", "Arbejdsformidling", "Rekruttering", ["HR", "rekruttering", "ledelse"], 3),
        new("853200", "Erhvervsuddannelser", "Kursus", ["uddannelse", "rekruttering", "frivillighed"], 3),
    ];
}
