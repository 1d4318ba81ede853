using RelationshipGraph.Strength;

namespace RelationshipGraph.Tests.Core.Strength;

/// <summary>
/// The formula as one reads it, from the whole list of contacts each time, with its numbers written out once more.
/// </summary>
internal static class StrengthOracle
{
    public sealed record Contact(double At, int OthersPresent);

    /// <param name="form">The form.</param>
    /// <param name="contacts">In order of time, in horizons.</param>
    /// <param name="first">Acts of one end towards anybody, those of the pair included.</param>
    /// <param name="second">Acts of the other.</param>
    /// <param name="isSameUnit">Whether both sit in the same unit.</param>
    /// <param name="now">The moment.</param>
    public static double Strength(
        StrengthForm form, List<Contact> contacts, List<double> first, List<double> second, bool isSameUnit, double now)
    {
        var sittings = contacts.Where((contact, i) => i == 0 || contact.At - contacts[i - 1].At > .01).ToList();
        var (x, tx, t) = (sittings.Count - 1, contacts[^1].At - contacts[0].At, now - contacts[0].At);
        const double R = .5;
        const double Alpha = .13;
        var alive = 1 / (1 + (.5 / (.7 + x) * Math.Pow((Alpha + t) / (Alpha + tx), R + x)));
        var q = alive * (1 - Math.Pow((Alpha + t) / (Alpha + t + 1), R + x));
        var logit = Math.Log((q + 1e-4) / (1 - q + 1e-4));
        var ofSittings = Ln(sittings.Sum(sitting => Math.Pow(2, sitting.At - now)));
        var ofRows = Ln(contacts.Sum(contact => Math.Pow(2, contact.At - now)));
        var silence = Ln(Math.Max(now - first.Max(), now - second.Max()));
        var odds = form switch
        {
            StrengthForm.AnyChannel => -1.36 + (.22 * logit) + (.38 * ofSittings) + (.29 * ofRows) - (.15 * silence),
            StrengthForm.FaceToFace => -2.57 + (.09 * logit) + (.10 * ofRows) - (.14 * silence)
                + (.91 * Ln(sittings.Sum(sitting => Math.Pow(2, (sitting.At - now) / 4)))) + (isSameUnit ? 1.23 : 0),
            _ => -1.59 + (.18 * logit) + (.23 * ofRows) - (.115 * silence)
                + (.45 * Ln(contacts.Sum(contact => Math.Pow(2, contact.At - now) / contact.OthersPresent)))
                + (.40 * Ln(Math.Max(Quick(first, now), Quick(second, now)))),
        };
        return 1 / (1 + Math.Exp(-odds));
    }

    private static double Quick(List<double> acts, double now) => acts.Sum(act => Math.Pow(2, (act - now) * 4));

    private static double Ln(double sum) => Math.Log(sum + 1e-3);
}
