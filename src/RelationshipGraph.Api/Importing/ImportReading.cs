using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using RelationshipGraph.Api.Auth;
using RelationshipGraph.Hosting.Imports;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;
using RelationshipGraph.Problems;

namespace RelationshipGraph.Api.Importing;

/// <summary>Reads a form with files and options, part by part as it comes in.</summary>
internal sealed class ImportReading(ProductSettings settings)
{
    private const int FieldBytesMax = 1_000;
    private const int BoundaryLengthMax = 200;
    private const string FormType = "multipart/form-data";

    /// <summary>The files and options, or what is wrong with them; then nothing is kept.</summary>
    public async Task<ImportReadOutcome> ReadAsync(HttpContext context)
    {
        if (BoundaryOf(context.Request) is not { } boundary)
        {
            return Refused(StatusCodes.Status415UnsupportedMediaType,
                Problem.Of(ProblemCode.UnsupportedMediaType, string.Empty, ("allowed", FormType)));
        }

        var upload = Upload.Begin(settings.Imports.BodyBytesMax);
        try
        {
            var outcome = await ReadAsync(context, new MultipartReader(boundary, context.Request.Body), upload);
            if (outcome is ImportReadOutcome.Refused)
            {
                upload.Dispose();
            }

            return outcome;
        }
        catch (Exception failure)
        {
            upload.Dispose();
            if (failure is not (InvalidDataException or IOException))
            {
                throw;
            }

            return Bad("the form ends too early or is not one");
        }
    }

    private async Task<ImportReadOutcome> ReadAsync(HttpContext context, MultipartReader reader, Upload upload)
    {
        var viewer = await context.RequestServices.GetRequiredService<Viewers>().OfAsync(context.User, context.RequestAborted);
        var options = new ImportOptions { Actor = viewer.Actor, Limits = LimitsOf(settings.Imports) };
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } part)
            {
                return Bad("a part has no name");
            }

            if (part.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName);
                if (await upload.AddAsync(name.ToString(), section.Body, context.RequestAborted) is { } refused)
                {
                    return Refused(StatusOf(refused), refused);
                }
            }
            else
            {
                var value = await TextOfAsync(section, context.RequestAborted);
                if (With(options, part.Name.ToString().Trim('"'), value) is not { } with)
                {
                    return Bad("the fields are source, personsAs (contact or employee), dryRun and allOrNothing (true or false)");
                }

                options = with;
            }
        }

        return upload.Count > 0
            ? new ImportReadOutcome.Read(upload, options)
            : Refused(
                StatusCodes.Status400BadRequest,
                Problem.Of(ProblemCode.NothingToImport, string.Empty, ("allowed", ImportFiles.KnownNames)));
    }

    private static string? BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return boundary.Length is 0 or > BoundaryLengthMax ? null : boundary.ToString();
    }

    private static async Task<string?> TextOfAsync(MultipartSection section, CancellationToken ct)
    {
        var bytes = new byte[FieldBytesMax + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return length > FieldBytesMax ? null : Encoding.UTF8.GetString(bytes, 0, length).Trim();
    }

    private static ImportOptions? With(ImportOptions options, string field, string? value) => (field, value) switch
    {
        ("source", { Length: > 0 }) => options with { Source = value },
        ("source", "") => options,
        ("personsAs", "contact") => options with { PersonsAs = RecordKind.Contact },
        ("personsAs", "employee") => options with { PersonsAs = RecordKind.Employee },
        ("dryRun", "true" or "false") => options with { IsDryRun = value == "true" },
        ("allOrNothing", "true" or "false") => options with { IsAllOrNothing = value == "true" },
        _ => null,
    };

    private static RelationshipGraph.Importing.ImportLimits LimitsOf(Hosting.Settings.ImportLimits limits) => new()
    {
        BytesMax = limits.UnpackedBytesMax,
        LinesMax = limits.RowsMax,
        RatioMax = limits.RatioMax,
    };

    private static int StatusOf(Problem problem) => problem.Code == ProblemCode.BodyTooLarge
        ? StatusCodes.Status413PayloadTooLarge
        : StatusCodes.Status400BadRequest;

    private static ImportReadOutcome.Refused Bad(string reason) => Refused(
        StatusCodes.Status400BadRequest,
        Problem.Of(ProblemCode.BadRequest, string.Empty, ("reason", string.Create(CultureInfo.InvariantCulture, $"{reason}"))));

    private static ImportReadOutcome.Refused Refused(int status, Problem problem) => new(status, problem);
}
