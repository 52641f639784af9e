using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Faults;

/// <summary>What was promised, and what came of it: looked up in the room, in the database, at Teams and in the mailbox.</summary>
internal sealed record Reckoning(int People, int TurnedAway, int Promises, int Kept, int Compensated, int Presses, int Repeated, int TwiceInTeams, IReadOnlyList<string> Lost)
{
    private const int CellsOfATalk = 5;

    public override string ToString() =>
        $"{People} people, {Presses} presses ({Repeated} repeated), {TurnedAway} turned away; {Promises} promises: {Kept} kept, {Compensated} compensated, {Lost.Count} lost; {TwiceInTeams} cards twice.";

    /// <summary>Once all is well again, everything that waits leaves, and every promise is looked up.</summary>
    public static async Task NothingIsLostAsync(LoadWalk walk, Instances bots, HashSet<string> standing)
    {
        await bots.LeasesEndAsync();
        await bots.EverythingLeftAsync(TimeSpan.FromMinutes(2));
        var reckoning = await OfAsync(walk, bots, standing);
        TestContext.Current.TestOutputHelper?.WriteLine(reckoning.ToString());
        Assert.Empty(reckoning.Lost);
        Assert.NotEqual(0, reckoning.Kept);
    }

    /// <param name="standing">The talks that stand from earlier walks; those of this one are added.</param>
    private static async Task<Reckoning> OfAsync(LoadWalk walk, Instances bots, HashSet<string> standing)
    {
        var reckoning = new Counting(walk, bots, standing);
        foreach (var told in walk.Everybody)
            await reckoning.LookAsync(told);
        await reckoning.LookAtWhatNobodyKnowsAsync();
        return reckoning.Done();
    }

    private sealed class Counting(LoadWalk walk, Instances bots, HashSet<string> standing)
    {
        private readonly List<string> lost = [];
        private int promises, kept, compensated, twice;

        public async Task LookAsync(LoadWalk.Told told)
        {
            if (told.Held && told.Code is null)
                Count(told.Left || told.TurnedAway, compensation: true, $"{told.Name} held a time and could not go on.");
            if (told.Code is null)
                return;
            var title = await LoadWalk.TitleAsync(bots.Proxy.Address, told.Code);
            var cards = CardsOf(told);
            twice += cards.Count > 1 ? 1 : 0;
            if (told.Cancelled)
                Count(title.Contains("afgezegd", StringComparison.Ordinal) && await GoneAsync(cards), compensation: false, $"{told.Name} cancelled, and reads: {title}");
            else if (title.Contains("kon niet worden bezorgd", StringComparison.Ordinal))
                Count(await GoneAsync(cards), compensation: true, $"{told.Name} was not delivered, and something stands.");
            else
                Count(title.Contains("aangekomen", StringComparison.Ordinal) && cards.Distinct().Count() == 1 && await StandsAsync(cards[0]), compensation: false, $"{told.Name} ({told.Advisor}) was told it would go, and reads: {title}; {cards.Count} cards.");
        }

        /// <summary>Everything that stands was promised to somebody: no time is taken for nobody.</summary>
        public async Task LookAtWhatNobodyKnowsAsync()
        {
            await using var db = bots.Open();
            var orphans = await db.Set<TimeCellRow>().Where(cell => cell.HeldUntil == null && !standing.Contains(cell.Appointment)).CountAsync();
            if (orphans > 0)
                lost.Add($"{orphans} cells are taken for nobody.");
            var events = bots.Playground.Graph.Calendar(bots.Playground.People.Amir).Events.Select(item => item.Start).Order().ToList();
            var talks = await db.Set<AppointmentRow>().Where(row => row.Advisor == "amir" && row.State == AppointmentState.Delivered).Select(row => row.StartsAt).ToListAsync();
            if (!events.SequenceEqual(talks.Order()))
                lost.Add($"{events.Count} events stand for {talks.Count} talks.");
        }

        public Reckoning Done() =>
            new(walk.Everybody.Count, walk.Everybody.Count(told => told.TurnedAway), promises, kept, compensated, walk.Presses, walk.Repeated, twice, lost);

        private void Count(bool well, bool compensation, string otherwise)
        {
            promises++;
            if (!well)
                lost.Add(otherwise);
            else if (compensation)
                compensated++;
            else
                kept++;
        }

        private async Task<bool> StandsAsync(string card)
        {
            var id = IdOf(card);
            standing.Add(id);
            await using var db = bots.Open();
            return await db.Set<AppointmentRow>().AnyAsync(row => row.Id == id && row.State == AppointmentState.Delivered)
                && await db.Set<TimeCellRow>().CountAsync(cell => cell.Appointment == id && cell.HeldUntil == null) == CellsOfATalk;
        }

        private async Task<bool> GoneAsync(List<string> cards)
        {
            await using var db = bots.Open();
            var ids = cards.Select(IdOf).ToList();
            return !await db.Set<TimeCellRow>().AnyAsync(cell => ids.Contains(cell.Appointment));
        }

        private List<string> CardsOf(LoadWalk.Told told) =>
            [.. bots.Playground.Connector.Received
                .Where(request => request is { Method: "POST", Stored: true } && request.Text.Contains($"\"{told.Name}\"", StringComparison.Ordinal))
                .Select(request => request.Text)];

        private static string IdOf(string card) =>
            System.Text.Json.Nodes.JsonNode.Parse(card)!["attachments"]![0]!["content"]!["refresh"]!["action"]!["data"]!["appointment"]!.GetValue<string>();
    }
}
