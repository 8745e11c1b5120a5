namespace Ptce.Workspace;

/// <summary>The buttons of a line's card: the other party confirms it, or says why it is not so.</summary>
public sealed class LineMatter(Contributions contributions) : SubjectMatter
{
    public override string Code => LineCard.Code;

    public override async Task<Turned?> Hear(Talk talk, Pending pending)
    {
        var line = await contributions.One(talk.Actor, pending.SubjectId!);
        var confirms = talk.Means("conversation.confirm_says");
        if (AskedWhy(pending) && !confirms) return await Contested(talk, pending, line);
        if (talk.Means("conversation.keep")) return Told(talk, line, talk.Say["conversation.kept"]);
        if (talk.Means("conversation.contest_says") || talk.SaysNo)
            return Contributions.MayContest(talk.Actor, line) ? Why(talk, pending, line, talk.Say["conversation.ask.contest_reason"]) : Told(talk, line, Standing(talk, line));
        if (!confirms && !talk.SaysYes) return Told(talk, line, Contributions.MayConfirm(talk.Actor, line) ? talk.Say["conversation.is_it_so"] : Standing(talk, line));
        return await Acting(talk, async () =>
        {
            var confirmed = await contributions.Confirm(talk.Actor, line.Id);
            return await WithOthers(talk, Told(talk, confirmed, talk.Say["conversation.confirmed", confirmed.Title(talk.Say, talk.Today)]));
        }, why => Told(talk, line, why));
    }

    private async Task<Turned?> Contested(Talk talk, Pending pending, Contribution line)
    {
        if (Keeps(talk)) return Told(talk, line, talk.Say["conversation.kept"]);
        if (talk.SaysYes) return Why(talk, pending, line, talk.Say["conversation.ask.contest_reason"]);
        if (!SaysWhy(talk)) return null;
        return await Acting(talk, async () =>
        {
            await contributions.Contest(talk.Actor, line.Id, talk.Text);
            return await WithOthers(talk, Told(talk, await contributions.One(talk.Actor, line.Id), talk.Say["conversation.contested", line.PersonName ?? line.OrganisationName]));
        }, why => Why(talk, pending, line, why));
    }

    private static Turned Why(Talk talk, Pending pending, Contribution line, string question) => AskWhy(talk, pending, question, line.Title(talk.Say, talk.Today));

    /// <summary>The lines that still wait come after the one answered: one press leads to the next.</summary>
    private async Task<Turned> WithOthers(Talk talk, Turned told)
    {
        var others = await contributions.WaitingForMe(talk.Actor, ToConfirmMatter.MostShown);
        return told with { Reply = told.Reply with { Card = told.Reply.Card! with { Rows = [.. others.Select(l => LineCard.Row(l, talk.Actor, talk.Say, talk.Today, contributions.Page(talk.Actor, l.Id)))] } } };
    }

    private static string Standing(Talk talk, Contribution line) => talk.Say["conversation.line_is_now", States.Word(talk.Say, line.State)];

    private Turned Told(Talk talk, Contribution line, string text) =>
        new(new(text, LineCard.Of(line, talk.Actor, talk.Say, talk.Today, contributions.Page(talk.Actor, line.Id))));
}
