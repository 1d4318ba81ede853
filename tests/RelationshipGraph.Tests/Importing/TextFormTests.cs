using System.Text;
using RelationshipGraph.Importing;
using RelationshipGraph.Model;

namespace RelationshipGraph.Tests.Importing;

/// <summary>The same rows, however they are written down.</summary>
public sealed class TextFormTests
{
    private const string Text = "id,name,title\n1,Åse Østergård,\"Chef, salg\"\n2,\"Bo \"\"B\"\"\nLind\",Læge\n";

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "people.csv", Encoding.UTF8.GetBytes(Text) },
        { "people.csv", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Text)).ToArray() },
        { "people.csv", Encoding.UTF8.GetBytes(Text.Normalize(NormalizationForm.FormD)) },
        { "people.csv.gz", Imports.Zipped(Encoding.UTF8.GetBytes(Text)) },
        { "people.csv", Imports.Zipped(Encoding.UTF8.GetBytes(Text)) },
        { "PEOPLE.CSV", Encoding.UTF8.GetBytes(Text.Replace("id,name,title", "Title,ID, Name ", StringComparison.Ordinal)
            .Replace("1,Åse Østergård,\"Chef, salg\"", "\"Chef, salg\",1, Åse Østergård ", StringComparison.Ordinal)
            .Replace("2,\"Bo \"\"B\"\"\nLind\",Læge", "Læge,2,\"Bo \"\"B\"\"\nLind\"", StringComparison.Ordinal)) },
        { "people.csv", Encoding.UTF8.GetBytes(Text.Replace("\"Chef, salg\"", "Chef, salg", StringComparison.Ordinal)
            .Replace("id,name,title", "id;name;title", StringComparison.Ordinal)
            .Replace("1,Åse Østergård,Chef", "1;Åse Østergård;Chef", StringComparison.Ordinal)
            .Replace("2,\"Bo", "2;\"Bo", StringComparison.Ordinal).Replace("\",Læge", "\";Læge", StringComparison.Ordinal)) },
        { "people.csv", Encoding.UTF8.GetBytes(Text.TrimEnd('\n')) },
        { "people.csv", Encoding.UTF8.GetBytes(Text + "\n\n") },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Make_the_same_records(string name, byte[] bytes)
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(store, Imports.Raw((name, bytes)));

        Assert.Empty(report.Refusals);
        var people = (await Imports.AllAsync<Contact>(store, RecordKind.Contact)).OrderBy(p => p.ExternalId).ToList();
        Assert.Equal(["Åse Østergård", "Bo \"B\"\nLind"], people.Select(p => p.Name));
        Assert.Equal(["Chef, salg", "Læge"], people.Select(p => p.Title));
    }

    [Fact]
    public async Task Lines_may_end_as_Windows_ends_them()
    {
        await using var store = new KeyedStore();

        var report = await Imports.ImportAsync(
            store, Imports.Files(("people.csv", Text.Replace("\n", "\r\n", StringComparison.Ordinal))));

        Assert.Empty(report.Refusals);
        var people = await Imports.AllAsync<Contact>(store, RecordKind.Contact);
        Assert.Equal(["Åse Østergård", "Bo \"B\"\r\nLind"], people.Select(p => p.Name));
    }

    [Fact]
    public async Task An_id_in_another_form_of_the_same_letters_is_the_same_id()
    {
        await using var store = new KeyedStore();
        var files = Imports.Files(
            ("people.csv", "id,name\nå1,Anna\nb,Bo\n"), ("ties.csv", "a,b\n" + "å1".Normalize(NormalizationForm.FormD) + ",b\n"));

        var report = await Imports.ImportAsync(store, files);

        Assert.Empty(report.Refusals);
        Assert.Equal(1, report.Created["Knows"]);
    }

    [Fact]
    public async Task A_folder_is_read_by_its_names_and_calls_the_source()
    {
        var folder = Directory.CreateTempSubdirectory("relgraph-import-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "people.csv"), Text);
            File.WriteAllText(Path.Combine(folder.FullName, "dataset.json"), "{\"name\":\"my-set\",\"directed\":false}");
            File.WriteAllText(Path.Combine(folder.FullName, "interactions.csv"),
                "from_id,to_id,at,channel\n1,2,2020-01-01T10:00:00.123Z,email\n");
            await using var store = new KeyedStore();

            var report = await Imports.ImportAsync(store, ImportFiles.From(folder.FullName));

            Assert.Equal("my-set", report.Source);
            var contact = Assert.Single(await Imports.AllAsync<Interaction>(store, RecordKind.Interaction));
            Assert.Equal((ContactDirection.Mutual, 123), (contact.Direction, contact.At.Millisecond));
            Assert.Throws<FileNotFoundException>(() => ImportFiles.From(Path.Combine(folder.FullName, "gone")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
