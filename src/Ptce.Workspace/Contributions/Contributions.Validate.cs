namespace Ptce.Workspace;

/// <summary>What a batch did: how many lines, and which it left, each with its reason.</summary>
public sealed record Batch(int Done, IReadOnlyList<LeftOut> Left);

/// <summary>A line that a batch left as it was.</summary>
public sealed record LeftOut(string ContributionId, Refused Reason);

public sealed partial class Contributions
{
    /// <summary>The coordinator or the treasurer takes the line into the pole's accounts.</summary>
    /// <exception cref="Refused">The line is the actor's own, or the other party has not confirmed it; where the pole is the other party, one act does both.</exception>
    public Task Validate(Actor actor, string id)
    {
        actor.Must(Act.ValidateContribution);
        return db.Write(actor.PoleId, async tx => await Validate(tx, actor, await Stand(tx, actor, id)));
    }

    /// <summary>Confirms what can be, and says for each of the others why not.</summary>
    public Task<Batch> ConfirmMany(Actor actor, IReadOnlyList<string> ids)
    {
        actor.Must(Act.ConfirmContribution);
        return Many(actor, ids, Confirm);
    }

    /// <summary>Validates what can be, and says for each of the others why not.</summary>
    public Task<Batch> ValidateMany(Actor actor, IReadOnlyList<string> ids)
    {
        actor.Must(Act.ValidateContribution);
        return Many(actor, ids, Validate);
    }

    private static async Task<Contribution> Validate(Tx tx, Actor actor, Contribution line)
    {
        Refused.If(line.IsOf(actor.PersonId), "", "contributions.own_validation");
        if (line.State is States.Validated or States.Locked) return line;
        if (line.State == States.Submitted)
            Refused.If(line.Parties.Count > 0, "", "contributions.party_first", string.Join(", ", line.Parties.Select(p => p.Name)));
        else MustBe(line, States.Confirmed);
        await Move(tx, line, """
            state = 'validated', validated_at = @Now, validated_by = @PersonId,
            confirmed_at = coalesce(confirmed_at, @Now), confirmed_by = coalesce(confirmed_by, @PersonId)
            """, new { tx.Now, actor.PersonId });
        await tx.Announce(actor, new ContributionValidated(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.Day));
        return line;
    }

    private Task<Batch> Many(Actor actor, IReadOnlyList<string> ids, Func<Tx, Actor, Contribution, Task<Contribution>> act)
    {
        Refused.If(ids.Count is 0, "", "contributions.none_ticked");
        Refused.If(ids.Count > MostAtOnce, "", "contributions.how_many", MostAtOnce);
        return db.Write(actor.PoleId, async tx =>
        {
            var (done, left) = (0, new List<LeftOut>());
            foreach (var id in ids.Distinct())
            {
                var line = await Stand(tx, actor, id); // read in its turn: the pair of an earlier one has moved already
                try
                {
                    await act(tx, actor, line);
                    done++;
                }
                catch (Refused e) { left.Add(new(id, e)); } // refused before anything was written for this line
            }
            return new Batch(done, left);
        });
    }
}
