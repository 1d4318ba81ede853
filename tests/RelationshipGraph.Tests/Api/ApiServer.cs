using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RelationshipGraph.Hosting.Settings;
using RelationshipGraph.Hosting.Tokens;
using RelationshipGraph.Model;
using Serilog.Core;

namespace RelationshipGraph.Tests.Api;

/// <summary>The whole application in this process: real tokens, a real store in a folder of its own.</summary>
internal sealed class ApiServer : WebApplicationFactory<Program>
{
    public const string KeyText = "a key of the tests, not of anybody else 0123456789";

    private readonly string _environment;
    private readonly (string Name, string Value)[] _settings;

    /// <param name="environment">Production, unless a test is about Development.</param>
    /// <param name="settings">By their name below RelationshipGraph; they replace those every test server has.</param>
    public ApiServer(string environment = "Production", params (string Name, string Value)[] settings)
    {
        _environment = environment;
        _settings = settings;
        Directory.CreateDirectory(Folder);
    }

    /// <summary>A folder that goes with the server.</summary>
    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), "relationshipgraph-tests", Path.GetRandomFileName());

    public LogLines Log { get; } = new();

    /// <summary>Whether the store is the one that comes by itself in Development, demo and all.</summary>
    public bool IsStoreDefault { get; init; }

    /// <summary>What a test replaces.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    public ProductSettings Settings => Services.GetRequiredService<ProductSettings>();

    /// <summary>A token the server accepts.</summary>
    public string Token(Roles roles = Roles.Administrator, RecordId employee = default) =>
        new TokenMaker((AuthSettings.SharedKey)Settings.Auth!, TimeProvider.System)
            .Make(roles, employee, TimeSpan.FromMinutes(5));

    /// <summary>A client that sends a token with everything.</summary>
    public HttpClient SignedIn(Roles roles = Roles.Administrator, RecordId employee = default)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(roles, employee));
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("RelationshipGraph:Folder", Path.Combine(Folder, ".relationshipgraph"));
        if (!IsStoreDefault)
        {
            builder.UseSetting("RelationshipGraph:Store", "sqlite:" + Path.Combine(Folder, "graph.db"));
        }

        if (_environment != "Development")
        {
            builder.UseSetting("RelationshipGraph:Auth:SigningKey", KeyText);
        }

        foreach (var (name, value) in _settings)
        {
            builder.UseSetting("RelationshipGraph:" + name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ILogEventSink>(Log);
            Replace?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
