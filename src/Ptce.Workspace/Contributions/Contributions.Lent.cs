namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>Writes a day of a person lent as their draft. Called by the loan's own job, in its transaction.</summary>
    /// <returns>The line's id; null where the rules leave no room for it (the day is full, the organisation has left): the person says it by hand.</returns>
    internal static async Task<string?> DraftLent(Tx tx, Roll roll, string poleId, NewContribution line)
    {
        try
        {
            var ready = Check(line, new Given(line.PersonId, line.OrganisationId!, roll.Engagement(line.PersonId!, line.OrganisationId!), null), roll);
            await HoldsInDay(tx, line.PersonId!, ready.Day, ready.Minutes, own: false);
            await Insert(tx, poleId, ready, "lending", line.PersonId!, null, 0);
            await tx.Execute("update contributions set state = 'draft' where id = @Id", new { ready.Id });
            return ready.Id;
        }
        catch (Refused)
        {
            return null;
        }
    }

    /// <summary>Drafts of the actor's that go to the other party together.</summary>
    /// <returns>Their minutes.</returns>
    internal static async Task<long> SubmitLent(Tx tx, Actor actor, IReadOnlyCollection<string> ids)
    {
        long minutes = 0;
        foreach (var id in ids)
        {
            var line = await Stand(tx, actor, id);
            await Move(tx, line, "state = 'submitted'", new { line.PoleId });
            await tx.Announce(actor, new ContributionLogged(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.BeneficiaryId, line.Day, [.. line.Parties.Select(p => p.Id)]));
            minutes += line.Minutes;
        }
        return minutes;
    }
}
