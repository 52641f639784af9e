using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using VpBot.Employers;
using VpBot.Playground;
using VpBot.Running;

namespace VpBot.Tests.Running;

/// <summary>Many employers may stand in one settings file.</summary>
public sealed class SettingsFileTests
{
    private const int Employers = 300;

    [Fact]
    public void Reading_every_employer_never_looks_through_the_whole_file_again()
    {
        var counted = Bound(source => new Counting(source));
        Assert.Equal((Employers, 0), (counted.Employers, counted.Walks));
    }

    [Fact]
    public void The_count_sees_a_file_that_is_looked_through_for_every_section()
    {
        var counted = Bound(source => new CountingPlain(source));
        Assert.Equal(Employers, counted.Employers);
        Assert.True(counted.Walks > Employers);
    }

    [Fact]
    public void A_file_says_the_same_in_the_same_order_as_the_framework_reads_it()
    {
        var numbers = """{ "b": { "10": "x", "9": "y", "A:c": "z" }, "B": { "d": [ [ 1 ], [], { "e": null } ] }, "a": {} }""";
        foreach (var text in (string[])[numbers, File.ReadAllText(Repository.SettingsTemplate), Town()])
        {
            var (ours, theirs) = (Root(source => new SettingsFile(source), text), Root(source => new JsonConfigurationProvider(source), text));
            Assert.Equal(theirs.AsEnumerable(), ours.AsEnumerable());
        }
    }

    [Fact]
    public void Every_settings_file_of_the_program_is_read_so()
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-settings-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "appsettings.json"), """{ "Running": { "TrustedProxies": 2 } }""");
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder, Args = [$"--VPBOT_SETTINGS={Repository.SettingsTemplate}"] });
            builder.AddRunning();
            Assert.Equal(2, builder.Configuration.Sources.OfType<SettingsFileSource>().Count());
            Assert.DoesNotContain(builder.Configuration.Sources, source => source.GetType() == typeof(JsonConfigurationSource) && File.Exists(Path.Combine(folder, ((JsonConfigurationSource)source).Path!)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Employers, int Walks) Bound(Func<JsonConfigurationSource, JsonConfigurationProvider> read)
    {
        var root = Root(read, Town());
        var keys = ((ICounts)root.Providers.Single()).Keys;
        keys.Walks = 0;
        return (root.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>()!.Count, keys.Walks);
    }

    private static IConfigurationRoot Root(Func<JsonConfigurationSource, JsonConfigurationProvider> read, string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            var source = new Source(read) { Path = file };
            source.ResolveFileProvider();
            return new ConfigurationBuilder().Add(source).Build();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Town()
    {
        var employer = JsonNode.Parse(File.ReadAllText(Repository.SettingsTemplate))!["Employers"]!.AsObject().First().Value!;
        return new JsonObject { ["Employers"] = new JsonObject(Enumerable.Range(0, Employers).Select(which => KeyValuePair.Create($"werkgever{which}", (JsonNode?)employer.DeepClone()))) }.ToJsonString();
    }

    private interface ICounts
    {
        WalkedKeys Keys { get; }
    }

    private sealed class Source(Func<JsonConfigurationSource, JsonConfigurationProvider> read) : JsonConfigurationSource
    {
        public override IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            EnsureDefaults(builder);
            return read(this);
        }
    }

    private sealed class Counting(JsonConfigurationSource source) : SettingsFile(source), ICounts
    {
        public WalkedKeys Keys { get; private set; } = null!;

        public override void Load(Stream stream)
        {
            base.Load(stream);
            Data = Keys = new(Data);
        }
    }

    private sealed class CountingPlain(JsonConfigurationSource source) : JsonConfigurationProvider(source), ICounts
    {
        public WalkedKeys Keys { get; private set; } = null!;

        public override void Load(Stream stream)
        {
            base.Load(stream);
            Data = Keys = new(Data);
        }
    }

    /// <summary>Everything that a file says, and how often somebody walked through all of it.</summary>
    private sealed class WalkedKeys(IDictionary<string, string?> all) : IDictionary<string, string?>
    {
        public int Walks { get; set; }

        public string? this[string key]
        {
            get => all[key];
            set => all[key] = value;
        }

        public ICollection<string> Keys => Walked(all.Keys);

        public ICollection<string?> Values => Walked(all.Values);

        public int Count => all.Count;

        public bool IsReadOnly => true;

        public bool ContainsKey(string key) => all.ContainsKey(key);

        public bool TryGetValue(string key, out string? value) => all.TryGetValue(key, out value);

        public bool Contains(KeyValuePair<string, string?> item) => all.Contains(item);

        public void CopyTo(KeyValuePair<string, string?>[] array, int arrayIndex) => Walked(all).CopyTo(array, arrayIndex);

        public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => Walked(all).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public void Add(string key, string? value) => throw new NotSupportedException();

        public void Add(KeyValuePair<string, string?> item) => throw new NotSupportedException();

        public bool Remove(string key) => throw new NotSupportedException();

        public bool Remove(KeyValuePair<string, string?> item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();

        private T Walked<T>(T what)
        {
            Walks++;
            return what;
        }
    }
}
