using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using VpBot.Aftercare;
using VpBot.Aftercare.Nudges;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.ConsultationHours;
using VpBot.Appointments.Watching;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Explaining.Asking;
using VpBot.Handoffs;
using VpBot.Intake;
using VpBot.Messages;
using VpBot.Privacy;
using VpBot.Profiles;
using VpBot.Register;
using VpBot.Register.Closing;
using VpBot.Register.Yearly;
using VpBot.Room;
using VpBot.SoundingBoard;
using VpBot.Storage;
using VpBot.Storage.Direct;
using VpBot.Tests.Shape;
using AskWay = VpBot.Explaining.Asking.AskWay;
using ColleagueQuestions = VpBot.SoundingBoard.QuestionBook;

namespace VpBot.Tests.Appointments.Transcripts;

/// <summary>The goals as they are, over a real database in a folder of its own, on a clock that stands still until it is moved.</summary>
internal sealed class House : IDisposable, IDbContextFactory<Database>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vpbot-transcript-").FullName;
    private readonly DbContextOptions<Database> _options;

    public House(Func<ICalendar, ICalendar>? calendar = null)
    {
        var builder = new DbContextOptionsBuilder<Database>();
        var connection = $"Data Source={Path.Combine(_folder, "vpbot.db")};Pooling=False";
        StorageSetup.Use(builder, new StorageSettings { ConnectionString = connection });
        _options = builder.Options;
        using (var db = CreateDbContext())
            db.Database.Migrate();

        var sealing = new Sealing(new EphemeralDataProtectionProvider());
        var engine = new SqliteEngine(connection);
        var commits = new GroupCommit(engine);
        var outbox = new Outbox(sealing, commits, Clock);
        var hash = new KeyedHash(new byte[32]);
        var own = new BuiltInCalendar(engine);
        var departures = new TalkDepartures(outbox, sealing, Clock);
        Book = new AppointmentBook(
            calendar?.Invoke(own) ?? own, new OpenTalks(engine, new AppointmentsSettings(), Clock), new Holds(engine, commits), departures, sealing, hash, new AppointmentsSettings(), new RetentionSettings(), Clock);
        Messages = new MessageBook(sealing, outbox, Clock);
        Aftercare = new AftercareBook(sealing, new RetentionSettings(), Clock);
        Nudges = new NudgeBook(Messages, Aftercare, sealing, Clock);
        Changes = new TalkChanges(Book, departures, sealing, new RetentionSettings(), own, Clock, [Messages, Nudges]);
        IRequestWay[] ways =
        [
            new MessageWay(Messages, Writer.Employee), new MessageWay(Messages, Writer.Advisor),
            new AftercareWay(Aftercare), new DeskAftercareWay(), new NudgeWay(Nudges), new ClosingWay(),
        ];
        var proposals = new TalkProposals(departures, new RetentionSettings(), Clock);
        Silence = new Silence(this, Changes, proposals, Template.Directory, outbox, new HandoffsSettings(), Clock, NullLogger<Silence>.Instance);
        Outside = new OutsideChanges(Changes, Template.Directory, Clock);
        Own = new OwnChoicesBook(new OwnChoicesInForce(Served, sealing, NullLogger<OwnChoicesInForce>.Instance), sealing, Clock);
        var desk = new Desk(
            Book, new HandoffActions(this, Book, Changes, proposals, Template.Directory, outbox, Clock), Template.Directory,
            [new DeskHourWay(Template.Directory), new NewMessagesWay(Messages), new ReportWay(Template.Directory)], ways);
        var questions = new ColleagueQuestions(sealing, hash, outbox, Template.Directory, Clock);
        var identities = new Identities(Template.Directory);
        Years = new YearBook(sealing, Clock);
        Goals = new IGoal[]
        {
            new Hall([new AskWay()]), new Explain(), new Ask(), new Talk(Book), new AccusedTalk(Book), new MyAppointment(Book, Changes, proposals, departures, Guessing, ways, new TalkAgain()),
            new JoinConsultation(new ConsultationBook(hash), Guessing), desk, new DeskHour(Template.Directory),
            new DeskSparring(questions, Template.Directory, identities), new AskColleague(questions, Template.Directory, identities),
            new EmployeeMessages(Book, Messages), new AdvisorMessages(Book, Messages),
            new AftercareGoal(Book, Aftercare, new TalkAgain()), new DeskAftercare(Book, Aftercare), new NudgeGoal(Book, Nudges),
            new Close(Book, Changes, Years, Template.Directory),
            new ReportDesk(new Reports(Years, sealing, new RegisterSettings(), Clock), Template.Directory),
            new Self(Served, Own),
        }.ToDictionary(goal => goal.Name);
    }

    public StandingClock Clock { get; } = new(new DateTimeOffset(2027, 1, 11, 7, 30, 0, TimeSpan.Zero));

    /// <summary>Where what an advisor sets in this house holds.</summary>
    public EmployerDirectory Served { get; } = Template.ReadDirectory();

    public OwnChoicesBook Own { get; }

    public AppointmentBook Book { get; }

    public TalkChanges Changes { get; }

    public MessageBook Messages { get; }

    public AftercareBook Aftercare { get; }

    public NudgeBook Nudges { get; }

    public OutsideChanges Outside { get; }

    public Silence Silence { get; }

    public YearBook Years { get; }

    public IReadOnlyDictionary<string, IGoal> Goals { get; }

    private CodeGuessing Guessing { get; } = new();

    public Database CreateDbContext() => new(_options);

    /// <summary>Changes the only appointment, as the advisor's side or the clock would.</summary>
    public async Task ChangeAsync(Func<Database, AppointmentRow, Task> change)
    {
        await using var db = CreateDbContext();
        await change(db, await db.Set<AppointmentRow>().SingleAsync());
        await db.SaveChangesAsync();
    }

    public void Dispose()
    {
        Guessing.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Monday 11 January 2027, half past eight in Amsterdam.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}

/// <summary>A calendar that does not answer: what is free is not known.</summary>
internal sealed class SilentCalendar : ICalendar
{
    public Task<IReadOnlyDictionary<string, Availability>> FreeAsync(IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now) =>
        Task.FromResult<IReadOnlyDictionary<string, Availability>>(
            advisors.ToDictionary(advisor => advisor.Id, Availability (_) => new Availability.Unknown(CalendarFault.NoAnswer)));

    public Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot) => Task.FromResult<bool?>(null);
}

/// <summary>A calendar that answers: nothing is free.</summary>
internal sealed class FullCalendar : ICalendar
{
    public Task<IReadOnlyDictionary<string, Availability>> FreeAsync(IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now) =>
        Task.FromResult<IReadOnlyDictionary<string, Availability>>(
            advisors.ToDictionary(advisor => advisor.Id, Availability (_) => new Availability.Known([])));

    public Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot) => Task.FromResult<bool?>(false);
}
