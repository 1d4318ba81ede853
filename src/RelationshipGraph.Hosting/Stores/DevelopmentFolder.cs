using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Tokens;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>
/// What comes by itself on a developer's machine: a store and a signing key in a folder that git does not see, the same for both
/// programs.
/// </summary>
internal static class DevelopmentFolder
{
    /// <summary>Its name below the folder in which a program was started.</summary>
    public const string Name = ".relationshipgraph";

    private const string KeyFile = "signing-key";
    private const string StoreFile = "graph.db";

    public static StoreAddress StoreIn(string folder) => new StoreAddress.SqliteFile(Path.Combine(folder, StoreFile));

    /// <summary>The key of the folder, made if it is not there yet.</summary>
    /// <exception cref="SettingsException">It cannot be read or written.</exception>
    public static SigningKey KeyIn(string folder)
    {
        try
        {
            PrivateFiles.MakeFolder(folder);
            var file = Path.Combine(folder, KeyFile);
            if (!File.Exists(file))
            {
                PrivateFiles.WriteOnce(file, SigningKey.MakeText());
            }

            return SigningKey.TryCreate(File.ReadAllText(file).Trim(), out var key)
                ? key
                : throw new SettingsException(
                    $"The file {KeyFile} in the folder {Name} holds no usable key. Remove it, and a new one is made.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
                $"The folder {Name} cannot be used for the signing key: {e.Message} "
                + "Start in a folder that can be written, or set RELATIONSHIPGRAPH__FOLDER.");
        }
    }
}
