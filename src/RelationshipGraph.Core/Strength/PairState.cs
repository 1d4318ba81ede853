using RelationshipGraph.Model;

namespace RelationshipGraph.Strength;

/// <summary>
/// What the contacts of a pair on one channel add up to. A new contact costs the same however many there were. Default: none.
/// </summary>
/// <remarks>
/// Sums are as of the last contact. A contact before the last one cannot be added: whether rows are one sitting depends on their
/// order, so the pair is counted again from all of them. Contacts of the same instant may come in any order.
/// </remarks>
public readonly record struct PairState
{
    /// <summary>Contacts of a pair closer than this, in horizons on the active clock, are one sitting.</summary>
    public const double SittingGap = .01;

    public long RowCount { get; init; }

    public long SittingCount { get; init; }

    /// <summary>Rows in which the pair's first person turned to the second.</summary>
    public long OutgoingCount { get; init; }

    /// <summary>Rows in which the pair's second person turned to the first.</summary>
    public long IncomingCount { get; init; }

    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary>The first contact on the active clock, in horizons.</summary>
    public double FirstActive { get; init; }

    /// <summary>The last contact on the active clock, in horizons.</summary>
    public double LastActive { get; init; }

    /// <summary>Sittings, each halved with every horizon.</summary>
    public double SittingSum { get; init; }

    /// <summary>Rows, each halved with every horizon.</summary>
    public double RowSum { get; init; }

    /// <summary>The form's further sum; 0 where it has none.</summary>
    public double FurtherSum { get; init; }

    public bool IsEmpty => RowCount == 0;

    /// <summary>Counts a pair from all its contacts, in any order.</summary>
    public static PairState Of(StrengthForm form, IEnumerable<PairAct> acts)
    {
        var state = default(PairState);
        foreach (var act in acts.OrderBy(act => act.At))
        {
            state.TryAdd(form, act, out var next);
            state = next;
        }

        return state;
    }

    /// <summary>The state that a record holds.</summary>
    public static PairState Of(Interacted record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new PairState
        {
            RowCount = record.RowCount,
            SittingCount = record.SittingCount,
            OutgoingCount = record.OutgoingCount,
            IncomingCount = record.IncomingCount,
            FirstAt = record.FirstAt ?? default,
            LastAt = record.LastAt ?? default,
            FirstActive = record.FirstActive,
            LastActive = record.LastActive,
            SittingSum = record.SittingSum,
            RowSum = record.RowSum,
            FurtherSum = record.FurtherSum,
        };
    }

    /// <summary>A copy of the record with this state and the version of the model that made it.</summary>
    public Interacted WriteTo(Interacted record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record with
        {
            Model = StrengthModel.Version,
            RowCount = RowCount,
            SittingCount = SittingCount,
            OutgoingCount = OutgoingCount,
            IncomingCount = IncomingCount,
            FirstAt = IsEmpty ? null : FirstAt,
            LastAt = IsEmpty ? null : LastAt,
            FirstActive = FirstActive,
            LastActive = LastActive,
            SittingSum = SittingSum,
            RowSum = RowSum,
            FurtherSum = FurtherSum,
        };
    }

    /// <summary>Adds a contact.</summary>
    /// <returns>False where it is older than the last one; then the pair must be counted again, and nothing is added.</returns>
    public bool TryAdd(StrengthForm form, in PairAct act, out PairState next)
    {
        if (IsEmpty)
        {
            next = Begin(form, act);
            return true;
        }

        if (act.At < LastAt)
        {
            next = this;
            return false;
        }

        // A clock that was drawn anew may stand a little before the last reading.
        var active = Math.Max(act.Active, LastActive);
        var gap = active - LastActive;
        var sitting = gap > SittingGap ? 1 : 0;
        next = this with
        {
            RowCount = RowCount + 1,
            SittingCount = SittingCount + sitting,
            OutgoingCount = OutgoingCount + (act.Direction == ContactDirection.Outgoing ? 1 : 0),
            IncomingCount = IncomingCount + (act.Direction == ContactDirection.Incoming ? 1 : 0),
            LastAt = act.At,
            LastActive = active,
            SittingSum = (SittingSum * Decay.Over(gap)) + sitting,
            RowSum = (RowSum * Decay.Over(gap)) + 1,
            FurtherSum = form switch
            {
                StrengthForm.FaceToFace => (FurtherSum * Decay.Over(gap / Decay.SlowHorizons)) + sitting,
                StrengthForm.Event => (FurtherSum * Decay.Over(gap)) + ShareOf(act),
                _ => 0,
            },
        };
        return true;
    }

    private static PairState Begin(StrengthForm form, in PairAct act) => new()
    {
        RowCount = 1,
        SittingCount = 1,
        OutgoingCount = act.Direction == ContactDirection.Outgoing ? 1 : 0,
        IncomingCount = act.Direction == ContactDirection.Incoming ? 1 : 0,
        FirstAt = act.At,
        LastAt = act.At,
        FirstActive = act.Active,
        LastActive = act.Active,
        SittingSum = 1,
        RowSum = 1,
        FurtherSum = form switch
        {
            StrengthForm.FaceToFace => 1,
            StrengthForm.Event => ShareOf(act),
            _ => 0,
        },
    };

    private static double ShareOf(in PairAct act) => 1.0 / Math.Max(1, act.OthersPresent);
}
