namespace Ptce.Workspace;

/// <summary>"c'est quand le prochain atelier ?": the meeting, with the answers to give; several where a period is asked about.</summary>
public sealed class NextEventMatter(Workshops workshops) : Matter
{
    private const int MostShown = 6;

    public override string Code => Intents.QueryNextEvent;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var say = talk.Say;
        var agenda = new CardLink(say["conversation.all_meetings"], $"{talk.Home}/ateliers");
        var found = await MeetingMeant.Among(workshops, talk, heard.Reading);
        if (found.Count == 0)
            return new(new(say[heard.Reading.DateFrom is null && heard.Reading.Event is null ? "conversation.no_meeting" : "conversation.no_such_meeting"], new("", [], []) { Links = [agenda] }));
        // Whether somebody comes is theirs to say: where others read along, the card shows the meeting alone.
        var replies = talk.IsAmongOthers ? new Dictionary<string, Reply>() : await workshops.MyReplies(talk.Actor, found);
        if (found is [var one])
            return new(new(say["conversation.next_is", one.SeriesName, one.When(say, talk.Today)] + (talk.IsAmongOthers || replies.Count > 0 ? "" : $" {say["conversation.will_you_come"]}"), MeetingCard.Of(one, replies.GetValueOrDefault(one.Id), say, talk.Today, workshops.Page(talk.Actor, one.Id))));
        return new(new(say["conversation.meetings_found", found.Count], new(say["conversation.meetings"], [], [])
        {
            Rows = [.. found.Take(MostShown).Select(o => Row(talk, o, replies.GetValueOrDefault(o.Id)))],
            Links = [agenda],
        }));
    }

    private CardRow Row(Talk talk, Occurrence one, Reply? reply) => new(one.SeriesName,
        one.When(talk.Say, talk.Today) + (reply is null ? "" : $" · {reply.Told(talk.Say)}"),
        workshops.Page(talk.Actor, one.Id), new SubjectKey(MeetingCard.Code, one.Id).ToString(), MeetingCard.Answers(talk.Say, reply));
}
