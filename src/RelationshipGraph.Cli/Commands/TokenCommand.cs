using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Cli.Commands;

/// <summary><c>relgraph token</c>: a token that the server accepts, signed with the same settings.</summary>
internal static class TokenCommand
{
    private const int MinutesDefault = 60;

    private static readonly Option<string[]> Role = MakeRole();
    private static readonly Option<string?> Employee = MakeEmployee();
    private static readonly Option<int> Minutes = MakeMinutes();

    public static (Command Command, Func<Invocation, Task<Answer>> Run) Make() => (
        new TaughtCommand(
            "token",
            "Prints a token that the server accepts. It is signed with the key that the server checks with, so both need "
            + "the same settings; in Development a key is made once and kept.",
            ("relgraph token --role administrator", "For an hour, to import or to export."),
            ("relgraph token --role employee --role sales --employee emp_0df2pn8042000", "As one employee, in sales."),
            ("curl -H \"Authorization: Bearer $(relgraph token --role employee)\" …", "In a script."))
        {
            Role,
            Employee,
            Minutes,
        },
        call => Task.FromResult(Run(call)));

    private static Answer Run(Invocation call)
    {
        var settings = call.Settings(SettingsNeeds.Auth);
        if (settings.Auth is not AuthSettings.SharedKey key)
        {
            return Answer.Refused(new Failure(
                ProblemCode.BadSettings,
                "The server takes its tokens from an OpenID Connect provider: sign in there, "
                + "or set RELATIONSHIPGRAPH__AUTH__SIGNINGKEY instead."));
        }

        var roles = call.Parsed.GetRequiredValue(Role).Aggregate(Roles.None, (all, name) => all | RoleNames.Parse(name));
        _ = RecordId.TryParse(call.Parsed.GetValue(Employee), out var employee);
        var lifetime = TimeSpan.FromMinutes(call.Parsed.GetValue(Minutes));
        var token = new TokenMaker(key, call.Surroundings.Time).Make(roles, employee, lifetime);

        // Alone on its line and never wrapped: it is meant for $(…).
        return Answer.Done(new JsonObject { ["token"] = token }, _ => call.Surroundings.Output.WriteLine(token));
    }

    private static Option<string[]> MakeRole()
    {
        var option = new Option<string[]>("--role")
        {
            Description = $"One of {string.Join(", ", RoleNames.All)}; may be given several times.",
            HelpName = "role",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => RoleNames.Parse(token.Value) == Roles.None))
            {
                result.AddError($"--role {token.Value} is none of {string.Join(", ", RoleNames.All)}.");
            }
        });
        return option;
    }

    private static Option<string?> MakeEmployee()
    {
        var option = new Option<string?>("--employee") { Description = "The id of the employee who signs in.", HelpName = "id" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!RecordId.TryParse(token.Value, out var id) || id.Kind != RecordKind.Employee))
            {
                result.AddError($"--employee {token.Value} is not the id of an employee, such as emp_0df2pn8042000.");
            }
        });
        return option;
    }

    private static Option<int> MakeMinutes()
    {
        var most = (int)TokenMaker.LifetimeMax.TotalMinutes;
        var option = new Option<int>("--minutes")
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"How long it is good for, 1 to {most}."),
            HelpName = "n",
            DefaultValueFactory = _ => MinutesDefault,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
                    || minutes < 1 || minutes > most))
            {
                result.AddError(string.Create(
                    CultureInfo.InvariantCulture, $"--minutes {token.Value} is not a whole number from 1 to {most}."));
            }
        });
        return option;
    }
}
