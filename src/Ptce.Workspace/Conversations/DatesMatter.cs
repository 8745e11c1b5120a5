namespace Ptce.Workspace;

/// <summary>The buttons of a date poll's card: each answers one day, and the card then shows it.</summary>
public sealed class DatesMatter(DatePolls polls, Workshops workshops) : Matter
{
    public override string Code => DatesCard.Code;

    public override Task<Pending?> Reopen(Talk talk, SubjectKey key) =>
        Task.FromResult<Pending?>(Pending.Of(key));

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var poll = await polls.Of(talk.Actor, pending.SubjectId!) ?? throw new NotHere();
        string text;
        try
        {
            if (Said(talk, poll) is not var (option, answer)) text = talk.Say[poll.State == DatePoll.Open ? "polls.which" : "polls.refused.over"];
            else
            {
                await polls.Answer(talk.Actor, pending.SubjectId!, new Dictionary<string, string> { [option.Id] = answer });
                text = talk.Say["polls.noted", DatesCard.Sentence(talk.Say, option, answer)];
            }
        }
        catch (Refused refused) when (refused is not NotHere)
        {
            text = refused.In(talk.Say.Language);
        }
        poll = (await polls.Of(talk.Actor, pending.SubjectId!))!;
        return new(new(text, DatesCard.Of(poll, await workshops.One(talk.Actor, pending.SubjectId!), talk.Actor, talk.Say, polls.Page(talk.Actor, pending.SubjectId!))));
    }

    /// <summary>Which day and answer the button says, in any of the three languages.</summary>
    private static (DateOption, string)? Said(Talk talk, DatePoll poll)
    {
        foreach (var say in Words.Languages.Select(l => new Say(l)))
            foreach (var option in poll.Options)
                foreach (var answer in Reply.All)
                    if (DatesCard.Sentence(say, option, answer) == talk.Text.Trim()) return (option, answer);
        return null;
    }
}
