namespace Ptce.Workspace;

/// <summary>"qu'est-ce que j'ai à confirmer ?": the lines that wait for the person's word, each with its buttons, and what else waits.</summary>
public sealed class ToConfirmMatter(Contributions contributions, Digests digests) : Matter
{
    internal const int MostShown = 5;

    public override string Code => Errands.ToConfirm;

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var say = talk.Say;
        var lines = await contributions.WaitingForMe(talk.Actor, MostShown);
        var count = await contributions.CountWaitingForMe(talk.Actor);
        var bilans = await digests.WaitingForMe(talk.Actor);
        var rows = lines.Select(l => LineCard.Row(l, talk.Actor, say, talk.Today, contributions.Page(talk.Actor, l.Id)))
            .Concat(bilans.Select(d => DigestCard.Row(d, say, digests.Page(talk.Actor, d.Id)))).ToList();
        if (rows.Count == 0) return new(new(say["conversation.nothing_to_confirm"]));
        return new(new(say.Many("conversation.to_confirm", count + bilans.Count), new(say["conversation.waits_for_you"], [], [])
        {
            Rows = rows,
            Links = count > MostShown ? [new(say["conversation.all_lines"], $"{talk.Home}/contributions")] : [],
        }));
    }
}
