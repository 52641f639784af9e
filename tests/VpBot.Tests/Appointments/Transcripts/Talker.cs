using System.Text;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Tests.Teams.Dialogs;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>Someone in the room or at the desk, with everything that is said written down.</summary>
internal sealed class Talker(House house, Employer employer, Tongue tongue, bool inTeams = false, string? advisor = null)
{
    private readonly StringBuilder _written = new();
    private string _goal = advisor is null ? Goal<object>.Start : "desk";
    private byte[]? _draft;
    private View? _view;

    public View View => _view ?? throw new InvalidOperationException("Come in first.");

    public string? Code { get; private set; }

    public override string ToString() => _written.ToString();

    public async Task<Talker> ComeInAsync()
    {
        await FollowAsync(db => house.Goals[_goal].ShowAsync(db, _draft, Setting, Guest));
        return this;
    }

    /// <summary>Sends a reply to the question on the page; "first" is the first time that is offered.</summary>
    public Task<Talker> SayAsync(params string[] values) => SayToAsync(View.Step, values);

    /// <summary>Sends a reply to a step of an earlier page.</summary>
    public async Task<Talker> SayToAsync(string step, params string[] values)
    {
        var reply = View.Prompt is Prompt.Confirm confirm && values is ["yes"]
            ? confirm.Yes
            : new Reply([.. values.Select(value => View.Prompt is Prompt.PickTime times && value == "first" ? times.Days[0].Times[0].Value : value)]);
        Write($"{Mine}: {Spoken(reply)}");
        await FollowAsync(db => house.Goals[_goal].TakeAsync(db, _draft, step, reply, Setting, Guest));
        return this;
    }

    /// <summary>Several replies, one after the other.</summary>
    public async Task<Talker> SayEachAsync(params string[] values)
    {
        foreach (var value in values)
            await (value.Length == 0 ? SayAsync() : SayAsync(value));
        return this;
    }

    /// <summary>Sends a file to the question on the page; <paramref name="what"/> is how it is written down.</summary>
    public async Task<Talker> SendAsync(string what, byte[] file)
    {
        Write($"{Mine}: {what}");
        var step = View.Step;
        await FollowAsync(db => house.Goals[_goal].TakeAsync(db, _draft, step, new Reply([]) { File = file }, Setting, Guest));
        return this;
    }

    public async Task<Talker> BackAsync()
    {
        Write($"{Mine}: < {(tongue == Tongue.Dutch ? "Terug" : "Back")} >");
        await FollowAsync(db => house.Goals[_goal].BackAsync(db, _draft, Setting, Guest));
        return this;
    }

    public async Task<Talker> ChangeAsync(string step)
    {
        var changed = View.Said.Single(exchange => exchange.Step == step);
        Write($"{Mine}: < {(tongue == Tongue.Dutch ? "Wijzig" : "Change")}: {changed.Question} {changed.Answer} >");
        await FollowAsync(db => house.Goals[_goal].ChangeAsync(db, _draft, step, Setting, Guest));
        return this;
    }

    /// <summary>Goes to another goal, as a link of the room does.</summary>
    public Task<Talker> GoToAsync(string goal)
    {
        (_goal, _draft) = (goal, null);
        return ComeInAsync();
    }

    public Talker Note(string dutch, string english)
    {
        Write($"({(tongue == Tongue.Dutch ? dutch : english)})");
        return this;
    }

    /// <summary>Writes from here on: what came before is kept in another transcript.</summary>
    public Talker Begin()
    {
        _written.Clear();
        Write(PromptScript.Of(View.Prompt));
        return this;
    }

    private string Mine => tongue == Tongue.Dutch ? "Ik" : "Me";

    private Setting Setting => new(employer, tongue, house.Clock.GetUtcNow(), inTeams);

    private Guest Guest => new(inTeams && advisor is null ? "somebody" : null, advisor, "a door")
    {
        Chat = inTeams && advisor is null ? new("a chat") : null,
    };

    private async Task FollowAsync(Func<VpBot.Storage.Database, Task<Outcome>> turn)
    {
        await using var db = house.CreateDbContext();
        var outcome = await turn(db);
        while (outcome is Outcome.GoTo next)
        {
            _goal = house.Goals[next.Goal].AtTheDesk == advisor is not null ? next.Goal : advisor is null ? Goal<object>.Start : "desk";
            _draft = next.Draft;
            outcome = await house.Goals[_goal].ShowAsync(db, _draft, Setting, Guest, next.Sentence);
        }

        await db.SaveChangesAsync();
        var stay = (Outcome.Stay)outcome;
        (_view, _draft) = (stay.View, stay.Draft);
        if (advisor is null)
            DrawnCard.MustFit(View, tongue, employer);
        if (View.Prompt is Prompt.Tell { Code: { } code })
            Code = code;
        if (View.Sentence is { } sentence)
            Write($"VpBot: ! {sentence}");
        Write(PromptScript.Of(View.Prompt));
    }

    private void Write(string text) => _written.Append(PromptScript.Masked(text)).Append("\n\n");

    /// <summary>What the person sees themselves choose: the label of an option, or what they typed.</summary>
    private string Spoken(Reply reply)
    {
        if (View.Prompt is Prompt.Confirm confirm && confirm.IsYes(reply))
            return confirm.Go;
        if (View.Prompt is Prompt.Write { Skip: { } skip } && reply.Only.Length == 0)
            return skip;
        if (View.Prompt is Prompt.AddPhoto { Skip: { } none })
            return none;
        var options = PromptScript.Options(View.Prompt).ToDictionary(option => option.Value, option => option.Label);
        return reply.Values.Count == 0 ? "-" : string.Join(", ", reply.Values.Select(value => options.GetValueOrDefault(value, value)));
    }
}
