using VpBot.Language;

namespace VpBot.Employers;

/// <summary>Reads who stands close to whom, and who is there for accused people; faults are added as sentences that say what to change.</summary>
internal sealed class CircleReading(List<string> faults)
{
    public IReadOnlyList<NamedPerson> People(EmployerSettings settings, IReadOnlyList<Advisor> advisors, string at)
    {
        foreach (var (id, person) in settings.People)
        {
            foreach (var tongue in Tongue.All.Where(tongue => string.IsNullOrWhiteSpace(person.Label.GetValueOrDefault(tongue.Code))))
                faults.Add($"{at}:People:{id}:Label:{tongue.Code} is empty: how employees know this person, such as a role.");
            foreach (var key in Unknown(person.CloseTo, advisors))
                faults.Add($"{at}:People:{id}:CloseTo names \"{key}\", who is no advisor of this employer. Name the key of an advisor or take it out.");
        }

        return [.. settings.People.Select(entry => new NamedPerson(entry.Key, new LocalText(entry.Value.Label), entry.Value.CloseTo))];
    }

    public IReadOnlyList<string> ForAccused(EmployerSettings settings, IReadOnlyList<Advisor> advisors, string at)
    {
        foreach (var key in Unknown(settings.ForAccused, advisors))
            faults.Add($"{at}:ForAccused names \"{key}\", who is no advisor of this employer. Name the key of an advisor or take it out.");
        foreach (var colleague in advisors.OfType<InternalAdvisor>().Where(advisor => settings.ForAccused.Contains(advisor.Id)))
            faults.Add($"{at}:ForAccused names \"{colleague.Id}\", a colleague. The card that calls them lies with the employer, and would say that somebody is accused: name an external advisor.");
        if (advisors.Count > 0 && advisors.All(advisor => settings.ForAccused.Contains(advisor.Id)))
            faults.Add($"{at}:ForAccused names every advisor. Nobody may stand on both sides: keep at least one advisor for everybody else.");
        return [.. settings.ForAccused.Distinct()];
    }

    private static IEnumerable<string> Unknown(List<string> keys, IReadOnlyList<Advisor> advisors) =>
        keys.Where(key => advisors.All(advisor => advisor.Id != key));
}
