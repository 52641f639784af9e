using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Language;
using Xunit;

namespace VpBot.Tests.Appointments;

public class SlotTests
{
    private static readonly DateTimeOffset Nine = new(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void A_slot_is_kept_in_utc_whatever_clock_it_was_read_from()
    {
        var slot = new Slot(Nine, TimeSpan.FromMinutes(45));

        Assert.Equal(TimeSpan.Zero, slot.Start.Offset);
        Assert.Equal(TimeSpan.Zero, (slot with { Start = Nine.AddHours(1) }).Start.Offset);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 8, 45, 0, TimeSpan.Zero), slot.End);
    }

    [Theory]
    [InlineData(-45, false)]
    [InlineData(-44, true)]
    [InlineData(0, true)]
    [InlineData(44, true)]
    [InlineData(45, false)]
    public void Slots_overlap_when_they_share_time_and_not_when_they_touch(int minutesLater, bool overlaps)
    {
        var slot = new Slot(Nine, TimeSpan.FromMinutes(45));
        var other = slot with { Start = slot.Start.AddMinutes(minutesLater) };

        Assert.Equal(overlaps, slot.Overlaps(other));
        Assert.Equal(overlaps, other.Overlaps(slot));
    }
}
