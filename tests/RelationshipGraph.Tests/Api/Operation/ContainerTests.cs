using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Tests.Api.Operation;

/// <summary>What can be known of the container without an engine that runs it: the files and settings it names exist.</summary>
public sealed partial class ContainerTests
{
    private static readonly string Dockerfile = File.ReadAllText(Repo.PathOf("src", "Dockerfile"));
    private static readonly string Compose = File.ReadAllText(Repo.PathOf("docker-compose.yml"));

    [Fact]
    public void The_image_copies_and_publishes_what_is_there()
    {
        var copied = Copied().Matches(Dockerfile).SelectMany(match => match.Groups[1].Value.Split(' ')).ToList();
        var published = Published().Matches(Dockerfile).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal((7, 2), (copied.Count, published.Count));
        Assert.All(copied.Concat(published), path => Assert.True(Path.Exists(Repo.PathOf(path)), path));
        Assert.Contains("\"RelationshipGraph.Api.dll\"", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("relgraph.dll", Compose, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_build_file_at_the_root_is_copied() =>
        Assert.All(
            Directory.GetFiles(Repo.Root).Select(Path.GetFileName).Where(name => BuildFile().IsMatch(name!)),
            name => Assert.Contains(name!, Dockerfile, StringComparison.Ordinal));

    [Fact]
    public void The_service_is_built_from_the_image_and_its_port_is_the_images()
    {
        Assert.True(File.Exists(Repo.PathOf(Regex.Match(Compose, "dockerfile: (.+)").Groups[1].Value)));
        var port = Regex.Match(Dockerfile, "EXPOSE (\\d+)").Groups[1].Value;
        Assert.Contains($"ASPNETCORE_HTTP_PORTS={port}", Dockerfile, StringComparison.Ordinal);
        Assert.Contains($":{port}\"", Compose, StringComparison.Ordinal);
        Assert.Contains($"/dev/tcp/127.0.0.1/{port}", Compose, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', Compose);
    }

    [Fact]
    public void Every_secret_that_is_made_is_a_setting_and_read_by_the_service_that_needs_it()
    {
        var made = Made().Matches(Compose).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(["NEO4J__PASSWORD", "AUTH__SIGNINGKEY"], made);
        Assert.Contains("RELATIONSHIPGRAPH__SECRETS: /secrets/api", Compose, StringComparison.Ordinal);
        Assert.Contains("NEO4J_AUTH_FILE: /secrets/neo4j", Compose, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("src/Dockerfile")]
    [InlineData("README.md")]
    public void Every_setting_that_is_named_is_one(string file)
    {
        var names = Setting().Matches(File.ReadAllText(Repo.PathOf(file.Split('/')))).Select(match => match.Value).Distinct();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(names.Select(name => KeyValuePair.Create(
                name.Replace("__", ":", StringComparison.Ordinal), (string?)string.Empty)))
            .Build();

        // An unknown name is refused, an empty value counts as none.
        ProductSettings.Read(configuration, isDevelopment: false, Repo.Root, SettingsNeeds.None);
        Assert.NotEmpty(configuration.AsEnumerable());
    }

    [GeneratedRegex(@"^COPY (?!--from)(.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex(@"^\s+make api/(\w+)$", RegexOptions.Multiline)]
    private static partial Regex Made();

    [GeneratedRegex(@"dotnet publish (\S+)")]
    private static partial Regex Published();

    [GeneratedRegex(@"^(Directory\..*|BannedSymbols\.txt|global\.json|\.editorconfig|\.globalconfig|NuGet\.config)$")]
    private static partial Regex BuildFile();

    [GeneratedRegex("RELATIONSHIPGRAPH__[A-Z0-9_]*[A-Z0-9]")]
    private static partial Regex Setting();
}
