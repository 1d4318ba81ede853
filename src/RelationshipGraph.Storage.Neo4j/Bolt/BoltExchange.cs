using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Storage.Neo4j.Bolt;

/// <summary>Transactions as conversations on a connection. Each sends all that it can at once and reads every answer.</summary>
internal static class BoltExchange
{
    // Of what is asked for at first; the further packets of a long answer are larger.
    private const int FetchGrowthMax = 16;

    /// <summary>Runs statements as one transaction: BEGIN, RUN and PULL for each, and COMMIT, in one write.</summary>
    /// <returns>The bookmark, if the server gave one.</returns>
    public static async Task<string?> RunAsync(
        this BoltConnection connection, BoltWork work, IReadOnlyList<CypherStep> steps, CancellationToken ct)
    {
        Write(connection, steps, output => output.WriteBegin(work), output => output.WriteBare(BoltMessage.Commit));
        connection.IsInTransaction = true;
        var failed = default(CypherException);
        try
        {
            await connection.SendAsync((2 * steps.Count) + 2, ct);
            failed = await ReadAsync(connection, null, -1, failed, ct);
            failed = await ReadStepsAsync(connection, steps, failed, ct);
            failed = await ReadAsync(connection, null, -1, failed, ct);
        }
        catch (CypherException broken) when (IsInDoubt(connection, work, broken))
        {
            throw BoltFailures.WithUnknownOutcome(broken);
        }

        connection.IsInTransaction = false;
        return failed is null ? connection.Summary.Bookmark : throw failed;
    }

    /// <summary>
    /// Runs one statement that is a transaction of its own. Its rows come in packets, so that the server does not run ahead.
    /// </summary>
    public static async Task<string?> RunAloneAsync(
        this BoltConnection connection, BoltWork? work, CypherStep step, int fetchSize, CancellationToken ct)
    {
        try
        {
            connection.Output.WriteRun(step, work);
            connection.Output.WritePull(step.OnRow is null ? -1 : fetchSize);
        }
        catch (CypherException refused)
        {
            connection.Output.Clear();
            throw At(0, refused);
        }

        await connection.SendAsync(2, ct);
        var failed = await ReadAsync(connection, null, 0, null, ct);
        failed = await ReadAsync(connection, step.OnRow ?? BoltConnection.PassOver, 0, failed, ct);
        for (var rows = fetchSize; failed is null && connection.Summary.HasMore;)
        {
            rows = (int)Math.Min(rows * 2L, (long)fetchSize * FetchGrowthMax);
            connection.Output.WritePull(rows);
            await connection.SendAsync(1, ct);
            failed = await ReadAsync(connection, step.OnRow ?? BoltConnection.PassOver, 0, failed, ct);
        }

        return failed is null ? connection.Summary.Bookmark : throw failed;
    }

    /// <summary>Runs statements inside of a transaction that was begun.</summary>
    public static async Task RunInsideAsync(this BoltConnection connection, IReadOnlyList<CypherStep> steps, CancellationToken ct)
    {
        Write(connection, steps, before: null, after: null);
        await connection.SendAsync(2 * steps.Count, ct);
        if (await ReadStepsAsync(connection, steps, null, ct) is { } failed)
        {
            throw failed;
        }
    }

    /// <summary>Sends one request and reads its answer.</summary>
    public static async Task AskAsync(this BoltConnection connection, Action<PackStreamWriter> request, CancellationToken ct)
    {
        request(connection.Output);
        await connection.SendAsync(1, ct);
        if (await ReadAsync(connection, null, -1, null, ct) is { } failed)
        {
            throw failed;
        }
    }

    // The commit is the end of what was sent: without that it cannot have been read. Behind a failure it is not done.
    private static bool IsInDoubt(BoltConnection connection, BoltWork work, CypherException broken) =>
        connection.IsBroken && !connection.IsSending && work.Access == CypherAccess.Write && broken.Code.Length == 0;

    private static void Write(
        BoltConnection connection,
        IReadOnlyList<CypherStep> steps,
        Action<PackStreamWriter>? before,
        Action<PackStreamWriter>? after)
    {
        before?.Invoke(connection.Output);
        for (var step = 0; step < steps.Count; step++)
        {
            try
            {
                connection.Output.WriteRun(steps[step], null);
                connection.Output.WritePull(-1);
            }
            catch (CypherException refused)
            {
                connection.Output.Clear();
                throw At(step, refused);
            }
        }

        after?.Invoke(connection.Output);
    }

    private static async Task<CypherException?> ReadStepsAsync(
        BoltConnection connection, IReadOnlyList<CypherStep> steps, CypherException? failed, CancellationToken ct)
    {
        for (var step = 0; step < steps.Count; step++)
        {
            failed = await ReadAsync(connection, null, step, failed, ct);
            failed = await ReadAsync(connection, steps[step].OnRow ?? BoltConnection.PassOver, step, failed, ct);
        }

        return failed;
    }

    /// <summary>Reads one answer.</summary>
    /// <returns>The first failure: the one before, or this.</returns>
    private static async ValueTask<CypherException?> ReadAsync(
        BoltConnection connection, Action<ICypherRow>? onRow, int step, CypherException? failed, CancellationToken ct)
    {
        try
        {
            var outcome = await connection.ReadAsync(onRow, ct);
            return failed ?? (outcome == BoltOutcome.Success
                ? null
                : BoltFailures.Of(connection.Summary.Code, connection.Summary.Text, step));
        }
        catch (CypherException) when (failed is not null && connection.IsBroken)
        {
            // The server closed behind its failure, as it does behind some.
            throw failed;
        }
        catch (CypherException failure) when (failure.Step < 0 && step >= 0)
        {
            throw At(step, failure);
        }
    }

    private static CypherException At(int step, CypherException failure) =>
        new(failure.Cause, failure.Code, failure.Message, failure) { IsTransient = failure.IsTransient, Step = step };
}
