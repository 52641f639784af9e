using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

/// <summary>From the desk to the questions between colleagues, for whom there is a colleague to ask.</summary>
internal sealed class DeskSparringWay(EmployerDirectory directory, QuestionBook book) : IWayIn
{
    public string Goal => DeskSparring.GoalName;

    public bool AtTheDesk => true;

    public int Order => 60;

    public Capability? Needs => Capability.SoundingBoard;

    public async Task<Option?> OfferAsync(Database db, Setting setting, Guest guest)
    {
        if (directory.Advisor(guest.Advisor ?? "") is not { } self)
            return null;
        var words = setting.Words<SoundingBoardPhrases>();
        var questions = await book.OfAsync(db, self);
        if (questions.Count == 0 && Colleagues.Of(self, directory).Count == 0)
            return null;
        var isNew = questions.Any(row => row.Colleague == self.Id ? row.State == QuestionState.Asked : row.State == QuestionState.Answered);
        return new(Goal, words.WayIn, isNew ? words.WayInSomething : words.WayInDetail);
    }
}
