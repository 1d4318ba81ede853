using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>Which formula the contacts of a channel are read by.</summary>
public enum StrengthForm : byte
{
    /// <summary>Whatever has no form of its own: letters, messages, calls, arranged meetings.</summary>
    AnyChannel = 1,

    /// <summary>Seen together, by badges or a note: a longer memory, and whether the two sit in the same unit.</summary>
    FaceToFace = 2,

    /// <summary>At the same event: the share of it the two had of each other, and how much the busier one goes out.</summary>
    Event = 3,
}

/// <summary>The form of each channel.</summary>
public static class StrengthForms
{
    public static StrengthForm Of(Channel channel) => channel switch
    {
        Channel.FaceToFace => StrengthForm.FaceToFace,
        Channel.Event => StrengthForm.Event,
        _ => StrengthForm.AnyChannel,
    };

    /// <summary>The form that fitted constants are for.</summary>
    public static StrengthForm Of(FittedForm form) => form switch
    {
        FittedForm.FaceToFace => StrengthForm.FaceToFace,
        FittedForm.Event => StrengthForm.Event,
        _ => StrengthForm.AnyChannel,
    };

    /// <summary>How the form of fitted constants is written down.</summary>
    public static FittedForm Written(StrengthForm form) => form switch
    {
        StrengthForm.FaceToFace => FittedForm.FaceToFace,
        StrengthForm.Event => FittedForm.Event,
        _ => FittedForm.AnyChannel,
    };
}
