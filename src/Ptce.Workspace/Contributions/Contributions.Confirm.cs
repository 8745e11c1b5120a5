namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>The other party says it is so. Saying it twice says it once.</summary>
    /// <exception cref="Refused">The actor is of the first pair of eyes, or not of the other party; or the line no longer waits for this.</exception>
    public Task<Contribution> Confirm(Actor actor, string id)
    {
        actor.Must(Act.ConfirmContribution);
        return db.Write(actor.PoleId, async tx => await Confirm(tx, actor, await Stand(tx, actor, id)));
    }

    private static async Task<Contribution> Confirm(Tx tx, Actor actor, Contribution line)
    {
        MustBeOtherParty(actor, line);
        if (line.State is States.Confirmed or States.Validated or States.Locked) return line;
        MustBe(line, States.Submitted);
        await Move(tx, line, "state = 'confirmed', confirmed_at = @Now, confirmed_by = @PersonId", new { tx.Now, actor.PersonId });
        await tx.Announce(actor, new ContributionConfirmed(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.Day));
        return await Stand(tx, actor, line.Id);
    }

    /// <summary>The other party, or whoever would validate, says it is not so, and why; the line waits for a reply or a correction.</summary>
    public Task Contest(Actor actor, string id, string reason)
    {
        actor.Must(Act.ConfirmContribution);
        var why = Text(reason, "reason", LongestNote) ?? throw new Refused("reason", "contributions.reason_missing");
        return db.Write(actor.PoleId, async tx =>
        {
            var line = await Stand(tx, actor, id);
            if (!actor.May(Act.ValidateContribution)) MustBeOtherParty(actor, line);
            Refused.If(line.IsOf(actor.PersonId), "", "contributions.own_contest");
            if (line.State != States.Confirmed) MustBe(line, States.Submitted);
            await Move(tx, line, """
                state = 'contested', contested_at = @Now, contested_by = @PersonId, contest_reason = @why,
                confirmed_at = null, confirmed_by = null, answered_at = null, answered_by = null, answer = null
                """, new { tx.Now, actor.PersonId, why });
            await tx.Announce(actor, new ContributionContested(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.Day));
        });
    }

    /// <summary>The person of the line replies to a contest without changing the line: it waits for the other party's word again.</summary>
    public Task Answer(Actor actor, string id, string reply)
    {
        actor.Must(Act.LogContribution);
        var answer = Text(reply, "reply", LongestNote) ?? throw new Refused("reply", "contributions.reply_missing");
        return db.Write(actor.PoleId, async tx =>
        {
            var line = await Stand(tx, actor, id);
            MustBeOwner(actor, line);
            MustBe(line, States.Contested);
            await Move(tx, line, "state = 'submitted', answered_at = @Now, answered_by = @PersonId, answer = @answer", new { tx.Now, actor.PersonId, answer });
            await tx.Announce(actor, new ContributionAnswered(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.Day));
        });
    }

    /// <summary>Changes where a line stands, and its pair with it.</summary>
    private static Task<int> Move(Tx tx, Contribution line, string set, object args) =>
        tx.Execute($"update contributions set {set} where id = @Id or (pair_id = @PairId and state = @State)", With(args, new { line.Id, line.PairId, line.State }));

    private static void MustBe(Contribution line, string state) => Refused.If(line.State != state, "", $"contributions.now.{line.State}");

    /// <summary>Two pairs of eyes: never the person of the line nor who wrote it; the named organisation, or the pole where none is named.</summary>
    private static void MustBeOtherParty(Actor actor, Contribution line)
    {
        if (line.Parties.Count > 0)
        {
            var names = string.Join(", ", line.Parties.Select(p => p.Name));
            Refused.If(line.IsOf(actor.PersonId), "", "contributions.own_party", names);
            Refused.If(line.Parties.All(p => p.Id != actor.OrganisationId), "", "contributions.not_the_party", names);
        }
        else
        {
            Refused.If(line.IsOf(actor.PersonId), "", "contributions.own_pole");
            Refused.If(!actor.May(Act.ValidateContribution), "", "contributions.not_the_pole");
        }
    }

    private static void MustBeOwner(Actor actor, Contribution line) =>
        Refused.If(!line.IsOf(actor.PersonId) && !actor.May(Act.LogForOthers), "", "contributions.not_yours", line.PersonName ?? line.LoggedByName ?? line.OrganisationName);

    /// <summary>Whether the actor's word confirms this line: what a page needs to offer the button. The command decides again.</summary>
    public static bool MayConfirm(Actor actor, Contribution line) =>
        line.State == States.Submitted && actor.May(Act.ConfirmContribution) && !line.IsOf(actor.PersonId)
        && (line.Parties.Count > 0 ? line.Parties.Any(p => p.Id == actor.OrganisationId) : actor.May(Act.ValidateContribution));

    public static bool MayContest(Actor actor, Contribution line) =>
        line.State is States.Submitted or States.Confirmed && actor.May(Act.ConfirmContribution) && !line.IsOf(actor.PersonId)
        && (actor.May(Act.ValidateContribution) || line.Parties.Any(p => p.Id == actor.OrganisationId));

    public static bool MayValidate(Actor actor, Contribution line) =>
        actor.May(Act.ValidateContribution) && !line.IsOf(actor.PersonId)
        && (line.State == States.Confirmed || (line.State == States.Submitted && line.Parties.Count == 0));

    /// <summary>Whether the actor may correct or cancel the line: the person of the line, who wrote it, the coordinator.</summary>
    public static bool MayCorrect(Actor actor, Contribution line) =>
        line.State is not (States.Cancelled or States.Draft) && line.ReversesId is null
        && actor.May(Act.LogContribution) && (line.IsOf(actor.PersonId) || actor.May(Act.LogForOthers));
}
