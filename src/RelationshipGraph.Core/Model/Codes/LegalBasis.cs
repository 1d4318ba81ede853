using System.ComponentModel;

namespace RelationshipGraph.Model;

/// <summary>The ground on which personal data is kept (GDPR article 6).</summary>
[Description("The ground on which personal data is kept (GDPR article 6).")]
public enum LegalBasis : byte
{
    [Description("The person agreed.")]
    Consent = 1,

    [Description("Needed for a contract.")]
    Contract = 2,

    [Description("Weighed against the person's interests.")]
    LegitimateInterest = 3,

    [Description("Required by law.")]
    LegalObligation = 4,
}
