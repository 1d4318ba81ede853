namespace RelationshipGraph.Model;

/// <summary>A company or other organisation, our own among them.</summary>
[Node(RecordKind.Company, "companies", "A company or other organisation, our own among them.", Writers = Roles.Sales)]
public sealed record Company : Node
{
    [Property("What it is called.", Name = true)]
    public required string Name { get; init; }

    [Property("Its main host name.", Format = TextFormat.Domain, Search = true)]
    public string? Domain { get; init; }

    [Property("Registration number; in Denmark the CVR number.", Search = true)]
    public string? RegistrationNumber { get; init; }

    [Property("Number of the site; in Denmark the P-number.")]
    public string? SiteNumber { get; init; }

    [Property("Industry code, in the scheme beside it.")]
    public string? IndustryCode { get; init; }

    [Property("The scheme of the industry code.")]
    public IndustryScheme? IndustryScheme { get; init; }

    [Property("Industry in words.", Search = true)]
    public string? Industry { get; init; }

    [Property("Size by employees.")]
    public CompanySize? Size { get; init; }

    [Property("Number of employees.", Min = 0)]
    public int? EmployeeCount { get; init; }

    [Property("Country.", Format = TextFormat.Country)]
    public string? Country { get; init; }

    [Property("Region or place.")]
    public string? Region { get; init; }

    [Property("What it is to us.")]
    public CompanyRelation Relation { get; init; } = CompanyRelation.Other;

    [Property("Whether it is protected against advertising in the company register.")]
    public bool AdvertisingProtected { get; init; }

    [Property("Whether working there tells of faith, politics, union or health. Then only the person sees that tie to it.")]
    public bool IsSensitive { get; init; }
}
