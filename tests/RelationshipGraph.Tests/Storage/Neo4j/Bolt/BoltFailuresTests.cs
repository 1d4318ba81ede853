using RelationshipGraph.Storage.Neo4j.Bolt;
using RelationshipGraph.Storage.Neo4j.Transport;

namespace RelationshipGraph.Tests.Storage.Neo4j.Bolt;

public sealed class BoltFailuresTests
{
    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError", nameof(CypherFailure.Statement), false)]
    [InlineData("Neo.ClientError.Statement.ParameterMissing", nameof(CypherFailure.Statement), false)]
    [InlineData("Neo.ClientError.Statement.ArithmeticError", nameof(CypherFailure.Arithmetic), false)]
    [InlineData("Neo.ClientError.Statement.AccessMode", nameof(CypherFailure.ReadOnly), false)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", nameof(CypherFailure.ConstraintBroken), false)]
    [InlineData("Neo.ClientError.Security.Unauthorized", nameof(CypherFailure.Forbidden), false)]
    [InlineData("Neo.ClientError.Security.Forbidden", nameof(CypherFailure.Forbidden), false)]
    [InlineData("Neo.ClientError.Security.AuthorizationExpired", nameof(CypherFailure.Forbidden), true)]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", nameof(CypherFailure.DatabaseMissing), false)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", nameof(CypherFailure.ReadOnly), false)]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", nameof(CypherFailure.ReadOnly), false)]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", nameof(CypherFailure.TimedOut), false)]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOut", nameof(CypherFailure.TimedOut), false)]
    [InlineData("Neo.ClientError.Transaction.LockClientStopped", nameof(CypherFailure.TimedOut), false)]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", nameof(CypherFailure.TimedOut), false)]
    [InlineData("Neo.TransientError.Transaction.LockAcquisitionTimeout", nameof(CypherFailure.TimedOut), true)]
    [InlineData("Neo.TransientError.Transaction.Terminated", nameof(CypherFailure.Busy), false)]
    [InlineData("Neo.ClientError.Transaction.Terminated", nameof(CypherFailure.Other), false)]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark", nameof(CypherFailure.Other), false)]
    [InlineData("Neo.DatabaseError.Transaction.TransactionStartFailed", nameof(CypherFailure.Halted), false)]
    [InlineData("Neo.DatabaseError.Transaction.TransactionCommitFailed", nameof(CypherFailure.Halted), false)]
    [InlineData("Neo.TransientError.Transaction.BookmarkTimeout", nameof(CypherFailure.Busy), true)]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", nameof(CypherFailure.Deadlock), true)]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", nameof(CypherFailure.OutOfRoom), false)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", nameof(CypherFailure.Busy), true)]
    [InlineData("Neo.TransientError.Some.ThingOfTomorrow", nameof(CypherFailure.Busy), true)]
    [InlineData("Neo.ClientError.Request.Invalid", nameof(CypherFailure.Protocol), false)]
    [InlineData("Neo.DatabaseError.Statement.ExecutionFailed", nameof(CypherFailure.Other), false)]
    [InlineData("Neo.DatabaseError.General.UnknownError", nameof(CypherFailure.Other), false)]
    [InlineData("", nameof(CypherFailure.Other), false)]
    [InlineData("nonsense", nameof(CypherFailure.Other), false)]
    public async Task Every_class_of_failure_has_its_cause(string code, string cause, bool isTransient)
    {
        foreach (var version in new[] { new BoltVersion(4, 4), new BoltVersion(5, 6), new BoltVersion(5, 8) })
        {
            await using var server = new ScriptedBoltServer
            {
                Version = version,
                Script = async (session, request) =>
                {
                    if (request.Name != "PULL")
                    {
                        return false;
                    }

                    await session.FailAsync(code, new string('t', 10_000));
                    return true;
                },
            };
            await using var client = server.Client();

            var failure = await Assert.ThrowsAsync<CypherException>(
                () => client.RunAloneAsync(CypherAccess.Write, new CypherStep("A"), Some.NoToken));

            Assert.Equal((cause, code, isTransient), (failure.Cause.ToString(), failure.Code, failure.IsTransient));
            Assert.Equal(BoltLimits.ErrorTextMax, failure.Message.Length);
        }
    }
}
