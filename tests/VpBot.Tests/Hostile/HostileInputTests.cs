using System.Text;
using VpBot.Tests.Employers;
using VpBot.Tests.Support;

namespace VpBot.Tests.Hostile;

/// <summary>Thousands of bent activities and forms, the same ones every time, on the real program.</summary>
public sealed class HostileInputTests(PlaygroundFixture fixture) : IClassFixture<PlaygroundFixture>
{
    private const int Inputs = 1_000;

    [Fact]
    public async Task No_bent_activity_is_a_fault_of_ours()
    {
        var (mutations, post) = (new Mutations(1), new IncomingPost(fixture));
        var noor = fixture.Server.People.Noor;
        for (var input = 0; input < Inputs; input++)
        {
            var right = mutations.Next(2) == 0
                ? post.Message(noor)
                : fixture.Server.Teams.Activities.Invoke(noor, mutations.One(["task/fetch", "task/submit", "adaptiveCard/action", "composeExtension/fetchTask"]), new System.Text.Json.Nodes.JsonObject { ["data"] = new System.Text.Json.Nodes.JsonObject { ["lang"] = "nl" } });
            var bent = mutations.Of(Encoding.UTF8.GetBytes(right.ToJsonString()));
            var status = await post.PostAsync(bent);
            // 501 is our answer to an invoke that we do not know.
            Assert.True(status is < 500 or 501, $"Input {input} was answered with {status}: {Encoding.UTF8.GetString(bent)}");
        }

        Assert.DoesNotContain(fixture.Server.Bot!.Output.Lines, line => line.Contains("failed", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_bent_form_ticket_or_code_is_a_fault_of_ours_or_leaves_anything()
    {
        var mutations = new Mutations(2);
        using var visitor = new RoomVisitor(fixture.Server.Bot!.Address);
        using var http = new HttpClient { BaseAddress = fixture.Server.Bot.Address };
        await visitor.BeginAsync();
        var session = visitor.Page.Hidden;
        var booked = fixture.Data.Rows("Appointments");
        for (var input = 0; input < Inputs; input++)
        {
            var right = mutations.One<string>(
            [
                $"act=answer&session={session["session"]}&goal={session["goal"]}&step={session["step"]}&answer=talk",
                $"act=back&session={session["session"]}&goal={session["goal"]}&step={session["step"]}",
                $"act=change&session={session["session"]}&goal=talk&step=For",
                "act=ticket&ticket=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
                $"act=answer&session={session["session"]}&goal=appointment&step=Code&answer=ABCD-EFGH-JKLM",
                $"act=tongue&session={session["session"]}&answer=en",
            ]);
            using var form = new ByteArrayContent(mutations.Of(Encoding.UTF8.GetBytes(right)));
            form.Headers.ContentType = new("application/x-www-form-urlencoded");
            using var answer = await http.PostAsync("/room", form);
            Assert.True((int)answer.StatusCode < 500, $"Input {input} was answered with {(int)answer.StatusCode}.");
        }

        Assert.Equal(booked, fixture.Data.Rows("Appointments"));
        Assert.DoesNotContain(fixture.Server.Bot.Output.Lines, line => line.Contains("A turn in the room failed", StringComparison.Ordinal));
    }

    [Fact]
    public void No_bent_file_of_an_employer_or_text_of_a_provider_is_a_fault_of_ours()
    {
        using var files = new BentFiles();
        var (employers, texts) = (0, 0);
        for (var input = 0; input < Inputs; input++)
        {
            employers += files.Employer(input, new Mutations(3 + input)) ? 1 : 0;
            texts += files.Text(input, new Mutations(3 + input)) ? 1 : 0;
        }

        // Some are bent so little that they are still right; most are not.
        Assert.InRange(employers, 1, Inputs - 1);
        Assert.InRange(texts, 1, Inputs - 1);
    }

    [Theory]
    [InlineData("""[ "09:00-17:00" ]""", "null", "haven.json, line 16: Advisors:fenna:Calendar:Hours:Tuesday is null. Write what it should be, or take it out.")]
    [InlineData("""[ "Phone" ]""", "[ null ]", "haven.json, line 15: Advisors:fenna:Ways:0 is null. Write what it should be, or take it out.")]
    public void A_null_in_an_employers_file_is_refused_with_its_line(string right, string written, string sentence)
    {
        using var folder = new EmployerFolder();
        folder.Change("haven", right, written);
        Assert.Contains(sentence, folder.Faults());
    }

    [Theory]
    [InlineData("Verh\u00E4al", true)]
    [InlineData("\\ud800", false)]
    public void An_employers_file_with_letters_that_cannot_be_read_is_refused_with_its_name(string name, bool latin)
    {
        using var folder = new EmployerFolder();
        var json = EmployerFolder.Haven.Replace("Fenna Verhaal", name, StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(folder.Path, "haven.json"), (latin ? Encoding.Latin1 : Encoding.UTF8).GetBytes(json));
        Assert.Contains(folder.Faults(), fault => fault.Contains("haven.json", StringComparison.Ordinal));
    }
}
