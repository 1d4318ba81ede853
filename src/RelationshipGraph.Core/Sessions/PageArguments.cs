using System.Globalization;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Sessions;

/// <summary>
/// Which part of a list: its beginning with <c>first</c> and <c>after</c>, or its end with <c>last</c> and <c>before</c>.
/// </summary>
/// <param name="First">Rows at most from the beginning; 1 to <see cref="Limits.PageRowsMax"/>.</param>
/// <param name="After">The cursor of the row before the first one wanted.</param>
/// <param name="Last">Rows at most from the end; 1 to <see cref="Limits.PageRowsMax"/>.</param>
/// <param name="Before">The cursor of the row after the last one wanted.</param>
public sealed record PageArguments(int? First = null, string? After = null, int? Last = null, string? Before = null)
{
    /// <summary>The first <see cref="Limits.PageRowsDefault"/> rows.</summary>
    public static PageArguments Default { get; } = new();

    /// <summary>Whether the list is walked from its end.</summary>
    public bool IsBackward => Last is not null || Before is not null;

    /// <summary>The cursor to begin at; null: at the end of the list that is walked from.</summary>
    public string? Cursor => IsBackward ? Before : After;

    /// <summary>Rows at most.</summary>
    public int RowsMax => (IsBackward ? Last : First) ?? Limits.PageRowsDefault;

    /// <exception cref="RequestException">Both ends are asked for, or too many rows, or none.</exception>
    internal void Check()
    {
        if (IsBackward && (First is not null || After is not null))
        {
            throw new RequestException(Problem.Of(ProblemCode.BadPage, First is not null ? "first" : "after"));
        }

        if (RowsMax is < 1 or > Limits.PageRowsMax)
        {
            throw new RequestException(Problem.Of(
                ProblemCode.PageTooLarge,
                IsBackward ? "last" : "first",
                ("max", Limits.PageRowsMax.ToString(CultureInfo.InvariantCulture))));
        }
    }
}
