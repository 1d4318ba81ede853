namespace RelationshipGraph.Tests.GraphSchema;

/// <summary>A committed file that is printed from code: written anew at home, refused on the build server.</summary>
internal static class PrintedFile
{
    /// <summary>Compares what is printed with what is committed.</summary>
    /// <param name="path">Where it lies, from the root of the checkout.</param>
    /// <param name="printed">What it must hold, with line feeds.</param>
    public static void AssertIs(string printed, params string[] path)
    {
        var file = Repo.PathOf(path);
        var committed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        if (committed == printed)
        {
            return;
        }

        var name = string.Join('/', path);
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{name} is not what the model prints. Run the tests at home, read the difference, commit it.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, printed);
        Assert.Fail($"{name} was not what the model prints and has been written anew. Read the difference, build, test again.");
    }
}
