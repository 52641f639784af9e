using System.Text.RegularExpressions;
using VpBot.Privacy;

namespace VpBot.Tests.Shape;

/// <summary>What is not finished is not committed, and a type says what it is.</summary>
public sealed partial class LeftOverTests
{
    [Fact]
    public void No_mark_of_unfinished_work_is_left() => Assert.Empty(Marks(Sources.Code.Concat(Sources.Find("*.js")).Concat(Sources.Find("*.json"))));

    [Fact]
    public void A_planted_mark_is_found() => Assert.Single(Marks([new("Room/Planted.cs", "// " + "TO" + "DO: later")]));

    [Fact]
    public void No_type_is_named_after_nothing() => Assert.Empty(Vague(typeof(Confidential).Assembly.GetTypes()));

    [Fact]
    public void A_planted_vague_name_is_found() => Assert.Equal([nameof(PlantedHelper)], Vague([typeof(PlantedHelper), typeof(LeftOverTests)]));

    private static IEnumerable<string> Marks(IEnumerable<Source> sources) =>
        from source in sources from line in source.Lines where Mark().IsMatch(line) select $"{source.Path}: {line.Trim()}";

    private static IEnumerable<string> Vague(IEnumerable<Type> types) =>
        types.Where(type => (type.Namespace is null or "" || type.Namespace.StartsWith("VpBot", StringComparison.Ordinal)) && !type.Name.StartsWith('<'))
            .Select(type => type.Name).Where(name => VagueName().IsMatch(name));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Mark();

    [GeneratedRegex("Helper|Util|Manager|Common")]
    private static partial Regex VagueName();

    private sealed class PlantedHelper;
}
