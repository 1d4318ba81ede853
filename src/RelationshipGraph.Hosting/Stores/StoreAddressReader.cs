using RelationshipGraph.Hosting.Settings;

namespace RelationshipGraph.Hosting.Stores;

/// <summary>Reads the setting <c>Store</c>.</summary>
internal static class StoreAddressReader
{
    /// <summary>The address, or whether none is set; neither where it was refused.</summary>
    public static (StoreAddress? Address, bool IsMissing) Read(SettingsReader reader, string currentFolder)
    {
        if (reader.Text("Store") is not { } text)
        {
            return (null, true);
        }

        var address = StoreAddress.TryParse(text, currentFolder, out var why);
        if (address is null)
        {
            reader.Refuse("Store", why);
        }

        return (address, false);
    }
}
