using System.Text.Json;
using RelationshipGraph.Api.Http;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;
using RelationshipGraph.Sessions;
using RelationshipGraph.Storage;

namespace RelationshipGraph.Api.Auth;

/// <summary>
/// The sign-in button of a developer's machine: a token for any employee of the store, without a password. Outside Development
/// the routes do not exist; inside it, they do not for anybody but this machine.
/// </summary>
internal static class DevelopmentSignIn
{
    private const int BodyBytesMax = 4_096;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void MapDevelopmentSignIn(this WebApplication app, ProductSettings settings)
    {
        if (settings is not { IsDevelopment: true, Auth: AuthSettings.SharedKey key })
        {
            return;
        }

        var maker = new TokenMaker(key, app.Services.GetRequiredService<TimeProvider>());
        app.MapGet("/dev/people", context => Loopback.Is(context) ? PeopleAsync(context) : NothingAsync(context))
            .AllowAnonymous();
        app.MapPost("/dev/token", context => Loopback.Is(context) ? TokenAsync(context, maker) : NothingAsync(context))
            .AllowAnonymous();
    }

    /// <summary>The employees to choose from, by name: <c>{"people":[{"id","name","title"}],"roles":[…]}</c>.</summary>
    private static async Task PeopleAsync(HttpContext context)
    {
        var door = context.RequestServices.GetRequiredService<SessionDoor>();
        var anybody = new Viewer(default, Roles.Employee, "sign-in");
        var session = await door.OpenAsync(anybody, asOf: null, context.RequestAborted);
        var list = await session.ListAsync(new ListQuery(RecordKind.Employee)
        {
            Order = new RecordOrder(GraphModel.Of(RecordKind.Employee)["name"], Descending: false),
            Page = new PageArguments(First: Limits.PageRowsMax),
        });
        var people = list.Records.OfType<Employee>().Select(e => new { id = e.Id.ToString(), name = e.Name, title = e.Title });
        await context.Response.WriteAsJsonAsync(new { people, roles = RoleNames.All }, context.RequestAborted);
    }

    /// <summary>From <c>{"employee":"emp_…","roles":["employee"]}</c>, either may be missing: <c>{"token"}</c>.</summary>
    private static async Task TokenAsync(HttpContext context, TokenMaker maker)
    {
        if (!context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, Problem.Of(
                ProblemCode.UnsupportedMediaType, string.Empty, ("allowed", "application/json; charset=utf-8")));
            return;
        }

        var body = await RequestBody.ReadAsync(context, BodyBytesMax, context.RequestAborted);
        if (body is null || !TryRead(body, out var roles, out var employee))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, Problem.Of(
                ProblemCode.BadRequest, string.Empty, ("reason", """send {"employee":"emp_…","roles":["employee"]}.""")));
            return;
        }

        await context.Response.WriteAsJsonAsync(
            new { token = maker.Make(roles, employee, Lifetime) }, context.RequestAborted);
    }

    private static bool TryRead(byte[] body, out Roles roles, out RecordId employee)
    {
        (roles, employee) = (Roles.None, default);
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            if (root.TryGetProperty("employee", out var id) && id.ValueKind != JsonValueKind.Null
                && !(id.ValueKind == JsonValueKind.String && RecordId.TryParse(id.GetString(), out employee)
                    && employee.Kind == RecordKind.Employee))
            {
                return false;
            }

            roles = root.TryGetProperty("roles", out var names) ? RolesOf(names) : Roles.Employee;
            return roles != Roles.None;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The roles of a list of names; none where one of them is not a role.</summary>
    private static Roles RolesOf(JsonElement names)
    {
        var roles = names.EnumerateArray().Select(name => RoleNames.Parse(name.GetString())).ToArray();
        return roles.Contains(Roles.None) ? Roles.None : roles.Aggregate(Roles.None, (all, one) => all | one);
    }

    private static Task RefuseAsync(HttpContext context, int status, Problem problem) =>
        ProblemAnswer.WriteAsync(context, status, problem);

    private static Task NothingAsync(HttpContext context) =>
        RefuseAsync(context, StatusCodes.Status404NotFound, Problem.Of(ProblemCode.NotFound, string.Empty));
}
