using RelationshipGraph.Storage;
using RelationshipGraph.Storage.Sqlite;
using RelationshipGraph.Tests.Storage.Contract;

namespace RelationshipGraph.Tests.Storage.Sqlite;

/// <summary>A SQLite store in a folder of its own.</summary>
public sealed class SqlitePlace : IStorePlace
{
    public static async Task<IStoreUnderTest> OpenEmptyAsync()
    {
        var place = new Place();
        await place.ReopenAsync();
        return place;
    }

    public static Task<IStoreUnderTest> OpenBesideAsync() => OpenEmptyAsync();

    private sealed class Place : IStoreUnderTest
    {
        private readonly TestFolder _folder = new();
        private readonly List<IGraphStore> _open = [];

        public IGraphStore Store { get; private set; } = null!;

        public async Task<IGraphStore> OpenAnotherAsync()
        {
            var store = await SqliteGraphStore.OpenAsync(
                _folder.File("graph.db"), SqliteOpenMode.Create, TimeProvider.System, CancellationToken.None);
            _open.Add(store);
            return store;
        }

        public async Task ReopenAsync()
        {
            if (Store is not null)
            {
                _open.Remove(Store);
                await Store.DisposeAsync();
            }

            Store = await OpenAnotherAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var store in _open)
            {
                await store.DisposeAsync();
            }

            _folder.Dispose();
        }
    }
}
