using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

public class FreeTimeAgreesTests
{
    private static readonly RandomCalendar[] Calendars = [.. Enumerable.Range(0, 8_000).Select(RandomCalendar.From)];

    [Fact]
    public void Free_time_is_what_a_patient_reader_of_the_clock_would_find()
    {
        for (var seed = 0; seed < Calendars.Length; seed++)
            Assert.True(Agrees(Calendars[seed], FreeTime.Of), $"The calendar of seed {seed} is read differently.");
    }

    [Fact]
    public void The_reader_of_the_clock_notices_a_calendar_that_forgets_a_rule()
    {
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours with { BufferBefore = TimeSpan.Zero }, taken, now));
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours with { BufferAfter = TimeSpan.Zero }, taken, now));
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours with { MinimumNotice = TimeSpan.Zero }, taken, now));
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours with { MostPerDay = int.MaxValue }, taken, now));
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours with { FurthestDay = hours.FurthestDay + 1 }, taken, now));
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours with { ConsultationHours = [] }, taken, now));
        AssertNoticed((hours, taken, now) => FreeTime.Of(hours, [.. taken.Skip(1)], now));
        AssertNoticed((hours, taken, now) => [.. FreeTime.Of(hours, taken, now).Where(talk => !ComesTwice(talk))]);
    }

    [Fact]
    public void The_calendars_meet_both_clock_changes_and_offer_something_there()
    {
        var offered = Calendars.SelectMany(calendar => FreeTime.Of(calendar.Hours, calendar.Taken, calendar.Now)).ToArray();

        Assert.Contains(offered, ComesTwice);
        Assert.Contains(offered, talk => AmsterdamTime.Local(talk.Start).Offset < AmsterdamTime.Local(talk.End).Offset);
    }

    [Fact]
    public void What_is_offered_never_clashes_in_cells_with_what_is_taken()
    {
        foreach (var (hours, taken, now) in Calendars)
        {
            var takenCells = taken.SelectMany(talk => Cells(talk, hours)).ToHashSet();
            Assert.All(FreeTime.Of(hours, taken, now), talk => Assert.DoesNotContain(Cells(talk, hours), takenCells.Contains));
        }
    }

    [Fact]
    public void Whoever_books_one_offer_after_another_never_meets_a_clash()
    {
        foreach (var (hours, taken, now) in Calendars)
        {
            var booked = taken.ToList();
            while (FreeTime.Of(hours, booked, now) is [.., var last])
            {
                Assert.Empty(Cells(last, hours).Intersect(booked.SelectMany(talk => Cells(talk, hours))));
                booked.Add(last);
            }
        }
    }

    [Fact]
    public void What_is_offered_comes_in_order_and_does_not_overlap()
    {
        foreach (var (hours, taken, now) in Calendars)
        {
            var free = FreeTime.Of(hours, taken, now);
            Assert.All(free.Zip(free.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }
    }

    private static bool Agrees(RandomCalendar calendar, Func<OpeningHours, Slot[], DateTimeOffset, IReadOnlyList<Slot>> read) =>
        SlowFreeTime.Of(calendar.Hours, calendar.Taken, calendar.Now).SequenceEqual(read(calendar.Hours, calendar.Taken, calendar.Now));

    private static void AssertNoticed(Func<OpeningHours, Slot[], DateTimeOffset, IReadOnlyList<Slot>> forgetful) =>
        Assert.Contains(Calendars, calendar => !Agrees(calendar, forgetful));

    private static bool ComesTwice(Slot talk) => AmsterdamTime.Zone.IsAmbiguousTime(AmsterdamTime.Local(talk.Start).DateTime);

    private static IEnumerable<long> Cells(Slot talk, OpeningHours hours) => TimeCells.Of(talk, hours.BufferBefore, hours.BufferAfter);
}
