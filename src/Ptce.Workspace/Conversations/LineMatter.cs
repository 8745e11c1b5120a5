namespace Ptce.Workspace;

/// <summary>The buttons of a line's card: the other party confirms it, or says why it is not so.</summary>
public sealed class LineMatter(Contributions contributions) : Matter
{
    public override string Code => LineCard.Code;

    public override Task<Pending?> Reopen(Talk talk, SubjectKey key) =>
        Task.FromResult<Pending?>(Pending.Of(key));

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var line = await contributions.One(talk.Actor, pending.SubjectId!);
        if (pending.Told("asked") is not null && !talk.Means("conversation.confirm_says")) return await Reason(talk, pending, line);
        if (talk.Means("conversation.contest_says") || talk.SaysNo)
        {
            if (!Contributions.MayContest(talk.Actor, line)) return Told(talk, line, Standing(talk, line));
            var asked = pending.With("asked", "reason");
            return new(new(talk.Say["conversation.ask.contest_reason"], Asking(talk, line, pending.Key)), asked);
        }
        if (!talk.Means("conversation.confirm_says") && !talk.SaysYes) return Told(talk, line, Contributions.MayConfirm(talk.Actor, line) ? talk.Say["conversation.is_it_so"] : Standing(talk, line));
        try
        {
            var confirmed = await contributions.Confirm(talk.Actor, line.Id);
            return await WithOthers(talk, Told(talk, confirmed, talk.Say["conversation.confirmed", confirmed.Title(talk.Say, talk.Today)]));
        }
        catch (Refused refused) when (refused is not NotHere)
        {
            return Told(talk, line, refused.In(talk.Say.Language));
        }
    }

    // Whatever is typed now is the reason, unless it takes the contest back.
    private async Task<Turned> Reason(Talk talk, Pending pending, Contribution line)
    {
        if (talk.SaysNo || talk.Cancels) return Told(talk, line, talk.Say["conversation.kept"]);
        try
        {
            await contributions.Contest(talk.Actor, line.Id, talk.Text);
            return await WithOthers(talk, Told(talk, await contributions.One(talk.Actor, line.Id), talk.Say["conversation.contested", line.PersonName ?? line.OrganisationName]));
        }
        catch (Refused refused) when (refused is not NotHere)
        {
            return new(new(refused.In(talk.Say.Language), Asking(talk, line, pending.Key)), pending);
        }
    }

    /// <summary>The lines that still wait come after the one answered: one press leads to the next.</summary>
    private async Task<Turned> WithOthers(Talk talk, Turned told)
    {
        var others = await contributions.WaitingForMe(talk.Actor, ToConfirmMatter.MostShown);
        return told with { Reply = told.Reply with { Card = told.Reply.Card! with { Rows = [.. others.Select(l => LineCard.Row(l, talk.Actor, talk.Say, talk.Today, contributions.Page(talk.Actor, l.Id)))] } } };
    }

    private static string Standing(Talk talk, Contribution line) => talk.Say["conversation.line_is_now", States.Word(talk.Say, line.State)];

    private static Card Asking(Talk talk, Contribution line, string key) =>
        new(line.Title(talk.Say, talk.Today), [], [new(talk.Say["conversation.keep"], talk.Say["conversation.no"])], key);

    private Turned Told(Talk talk, Contribution line, string text) =>
        new(new(text, LineCard.Of(line, talk.Actor, talk.Say, talk.Today, contributions.Page(talk.Actor, line.Id))));
}
