using VpBot.Employers;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Employers;

/// <summary>What an advisor sets stands over the settings, one thing at a time, by the same rules.</summary>
public sealed class OwnChoicesTests
{
    [Fact]
    public void What_is_not_set_is_as_in_the_settings()
    {
        var source = Template.Directory.Source("sanne")!;

        Assert.Equal(source.Settings, OwnChoices.None.Over(source.Settings));
        Assert.Equal(Template.Directory.Advisor("sanne")!.Phone, source.With(OwnChoices.None)!.Phone);
        Assert.True(OwnChoices.None.IsEmpty);
        Assert.False(new OwnChoices { MostPerDay = 3 }.IsEmpty);
    }

    [Fact]
    public void What_is_set_stands_instead_and_everything_else_stays()
    {
        var changed = Template.Directory.Source("marijke")!.With(new OwnChoices { TalkLength = TimeSpan.FromMinutes(60), Languages = ["en"] })!;
        var before = Template.Directory.Advisor("marijke")!;

        Assert.IsType<InternalAdvisor>(changed);
        Assert.Equal(TimeSpan.FromMinutes(60), changed.Hours.TalkLength);
        Assert.Equal("en", Assert.Single(changed.Languages).Code);
        Assert.Equal((before.ObjectId, before.TenantId, before.Name, before.Phone), (changed.ObjectId, changed.TenantId, changed.Name, changed.Phone));
        Assert.Equal(before.Hours.ClosedDays, changed.Hours.ClosedDays);
        Assert.Equal((before.Hours.BufferBefore, before.Hours.BufferAfter), (changed.Hours.BufferBefore, changed.Hours.BufferAfter));
    }

    public static TheoryData<string, OwnChoices> Forbidden => new()
    {
        { "hours that end before they begin", new() { Week = new() { [DayOfWeek.Monday] = ["12:00-09:00"] } } },
        { "a day twice", new() { Days = [new() { Date = new(2027, 3, 1) }, new() { Date = new(2027, 3, 1) }] } },
        { "an absence that ends before it begins", new() { Absences = [new() { From = new(2027, 3, 2), Until = new(2027, 3, 1) }] } },
        { "two consultation hours at once", new() { ConsultationHours = [Hour("11:00-12:00"), Hour("11:30-12:30")] } },
        { "a consultation hour in which no talk fits", new() { ConsultationHours = [Hour("11:00-11:10")] } },
        { "no talk at all in a day", new() { MostPerDay = 0 } },
        { "an answer after more than a month", new() { RespondsWithin = TimeSpan.FromDays(31) } },
        { "no language", new() { Languages = [] } },
        { "a language that the room does not speak", new() { Languages = ["fr"] } },
        { "a profile in one language", new() { About = new() { ["nl"] = "Ik luister." } } },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void What_the_settings_may_not_say_an_advisor_may_not_set(string what, OwnChoices own) =>
        Assert.True(Template.Directory.Source("sanne")!.With(own) is null, what);

    [Fact]
    public void The_directory_follows_and_goes_back()
    {
        var directory = Template.ReadDirectory();
        var shorter = directory.Source("amir")!.With(new OwnChoices { MostPerDay = 1 })!;

        directory.Follow(source => source.Id == "amir" ? shorter : null);
        Assert.All([directory.Advisor("amir")!, directory.ByKey("windhoek")!.Advisor("amir")!, directory.ByKey("duinrand")!.Advisor("amir")!], advisor => Assert.Same(shorter, advisor));
        Assert.Same(shorter, directory.AdvisorOf(shorter.TenantId, shorter.ObjectId));

        directory.Follow(_ => null);
        Assert.NotSame(shorter, directory.Advisor("amir"));
    }

    private static ConsultationHourSettings Hour(string hours) => new() { Day = DayOfWeek.Tuesday, Hours = hours, Way = WayToMeet.Phone };
}
