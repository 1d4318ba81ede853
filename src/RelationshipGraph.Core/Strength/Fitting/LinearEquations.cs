namespace RelationshipGraph.Strength.Fitting;

/// <summary>A few linear equations with a symmetric, positive definite matrix.</summary>
internal static class LinearEquations
{
    /// <summary>The x for which matrix · x = right. Destroys both.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var count = right.Length;
        for (var pivot = 0; pivot < count; pivot++)
        {
            for (var row = pivot + 1; row < count; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < count; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                right[row] -= factor * right[pivot];
            }
        }

        for (var row = count - 1; row >= 0; row--)
        {
            for (var column = row + 1; column < count; column++)
            {
                right[row] -= matrix[row, column] * right[column];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}
