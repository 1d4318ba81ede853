namespace RelationshipGraph.Hosting.Imports;

/// <summary>Where a job stands.</summary>
public enum ImportJobState : byte
{
    /// <summary>Another import is at work before it.</summary>
    Waiting,

    /// <summary>It is at work.</summary>
    Running,

    /// <summary>It ended as asked; its report says what came of it.</summary>
    Done,

    /// <summary>It ended without writing anything, because something was refused; its report says what.</summary>
    Refused,

    /// <summary>Somebody stopped it, or the server did. What was written stays; the import can be repeated.</summary>
    Cancelled,

    /// <summary>It could not go on; its problem says why. What was written stays; the import can be repeated.</summary>
    Failed,
}
