using System.Text;
using Microsoft.Extensions.Configuration;
using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Tests.Hosting;

/// <summary>Secrets as container engines give them: a file each.</summary>
public sealed class SecretsTests : IDisposable
{
    private const string Key = "a key of the tests, not of anybody else 0123456789";

    private readonly string _folder = Directory.CreateTempSubdirectory("relationshipgraph-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_secret_is_read_from_its_file_without_the_line_break_and_stands_above_an_empty_variable()
    {
        File.WriteAllText(Path.Combine(_folder, "AUTH__SIGNINGKEY"), Key + "\n");

        var settings = Read(("Secrets", _folder), ("Store", "sqlite:graph.db"), ("Auth:SigningKey", ""));

        var key = Assert.IsType<AuthSettings.SharedKey>(settings.Auth).Key;
        Assert.Equal(Encoding.UTF8.GetBytes(Key), key.Bytes.ToArray());
    }

    [Fact]
    public void A_file_that_is_no_setting_is_named_and_its_text_is_not()
    {
        File.WriteAllText(Path.Combine(_folder, "AUTH__SINGINGKEY"), "hemmelig");

        var failure = Assert.Throws<SettingsException>(() => Read(("Secrets", _folder), ("Store", "sqlite:graph.db")));

        Assert.Contains("RELATIONSHIPGRAPH__AUTH__SINGINGKEY is not a setting", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        var failure = Assert.Throws<SettingsException>(() => Read(("Secrets", Path.Combine(_folder, "none"))));

        Assert.Contains("RELATIONSHIPGRAPH__SECRETS names a folder that is not there", failure.Message, StringComparison.Ordinal);
    }

    private ProductSettings Read(params (string Name, string Value)[] settings)
    {
        var host = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(one => KeyValuePair.Create("RelationshipGraph:" + one.Name, (string?)one.Value)))
            .Build();
        return ProductSettings.Read(
            SettingsSource.ForHost(_folder, host), isDevelopment: false, _folder, SettingsNeeds.Store | SettingsNeeds.Auth);
    }
}
