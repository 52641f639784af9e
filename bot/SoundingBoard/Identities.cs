using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VpBot.Employers;

namespace VpBot.SoundingBoard;

/// <summary>
/// Finds obvious identities in a text: numbers and addresses, and the names of employers, their people and advisors. It cannot
/// know every name, and the page says so.
/// </summary>
public sealed partial class Identities(EmployerDirectory directory)
{
    private volatile Names? _names;

    public bool AreIn(string text)
    {
        var plain = Plain(text);
        // Employers are read again while the service runs.
        if (_names is not { } names || names.Of != directory.Employers)
            _names = names = NamesNow();
        return Number().IsMatch(plain) || Address().IsMatch(plain) || names.AnyCase.IsMatch(plain) || names.Capitals.IsMatch(plain);
    }

    private Names NamesNow()
    {
        var employers = directory.Employers;
        var advisors = directory.Advisors.Select(advisor => advisor.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var anyCase = Words(RegexOptions.IgnoreCase,
        [
            Bare(directory.Provider.Name),
            .. employers.SelectMany(employer => new[] { Bare(employer.Name), employer.Key, employer.Key.Replace('-', ' ') }),
            .. employers.SelectMany(employer => employer.People).SelectMany(person => person.Label.ByCode.Values).Select(label => Article().Replace(label, "")),
            .. advisors.Select(name => string.Join(' ', name)),
            .. advisors.Select(name => name[0]),
        ]);
        // A surname is often an ordinary word as well: without its capital it stays one.
        var capitals = Words(RegexOptions.None, [.. advisors.SelectMany(name => name.Skip(1)).Where(part => char.IsUpper(part[0]))]);
        return new Names(employers, anyCase, capitals);
    }

    private sealed record Names(IReadOnlyList<Employer> Of, Regex AnyCase, Regex Capitals);

    private static Regex Words(RegexOptions options, IEnumerable<string> words)
    {
        var any = string.Join('|', words.Select(Plain).Where(word => word.Length >= 3).Distinct().Select(Regex.Escape));
        return new Regex(any.Length == 0 ? "(?!)" : $@"(?<!\p{{L}})(?:{any})(?:['’]?s)?(?!\p{{L}})", options | RegexOptions.CultureInvariant);
    }

    /// <summary>Without accents and odd letter forms, so that those hide nothing.</summary>
    private static string Plain(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKD).Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark));

    /// <summary>A name without what stands behind it between brackets.</summary>
    private static string Bare(string name) => name.Split('(')[0].Trim();

    [GeneratedRegex(@"(?:\d[\s().\-/+]*){7}")]
    private static partial Regex Number();

    [GeneratedRegex(@"\S\s*@\s*\S|https?:|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("^(de|het|the) ", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
