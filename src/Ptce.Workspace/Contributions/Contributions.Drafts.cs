namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>Writes what a meeting knows of someone's time as a draft that this person confirms. Called by the meeting's own command, in its transaction.</summary>
    /// <param name="line">Names its person and organisation; the kind follows from the person's engagement and the activity.</param>
    /// <returns>The line's id. It belongs to its person alone: whoever noted the attendance may still validate it.</returns>
    /// <exception cref="Refused">The organisation is no member, the day is too far back, the person's day is full: nothing was written.</exception>
    internal static Task<string> Draft(Tx tx, Roll roll, string poleId, NewContribution line) => WriteDraft(tx, roll, poleId, line with { Kind = Kinds.Default }, "workshop");

    /// <summary>Writes what a booking lent as a draft of whoever booked it: once they say so, the lender is the other party. Called by the booking's own job, in its transaction.</summary>
    /// <returns>The line's id; null where the rules leave no room for it (one of the two has left the pole).</returns>
    internal static async Task<string?> DraftBooked(Tx tx, Roll roll, string poleId, string bookedBy, NewContribution line)
    {
        try { return await WriteDraft(tx, poleId, Check(line, new Given(null, line.OrganisationId!, "", line.BeneficiaryId), roll), "booking", bookedBy); }
        catch (Refused) { return null; }
    }

    private static async Task<string> WriteDraft(Tx tx, Roll roll, string poleId, NewContribution line, string channel)
    {
        var person = line.PersonId!;
        var ready = Check(line, new Given(person, line.OrganisationId!, roll.Engagement(person, line.OrganisationId!), null), roll);
        await HoldsInDay(tx, poleId, person, ready.Day, ready.Minutes, own: false);
        return await WriteDraft(tx, poleId, ready, channel, person);
    }

    /// <param name="owner">Whose tap it waits for.</param>
    private static async Task<string> WriteDraft(Tx tx, string poleId, Ready ready, string channel, string owner)
    {
        await Insert(tx, poleId, ready, channel, owner, null, 0);
        await tx.Execute("update contributions set state = 'draft' where id = @Id", new { ready.Id });
        return ready.Id;
    }

    /// <summary>The actor's own drafts, oldest first: hours of meetings, days lent and bookings that wait for one tap.</summary>
    public async Task<IReadOnlyList<Contribution>> Drafts(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, $"c.state = 'draft' and {MineWhere} order by c.day, c.id");
    }

    /// <summary>How many there are.</summary>
    public Task<long> CountDrafts(Actor actor)
    {
        actor.Must(Act.ReadPole);
        return db.One<long>($"select count(*) from contributions c where c.pole_id = @PoleId and c.state = 'draft' and {MineWhere}", new { actor.PersonId, actor.PoleId });
    }

    /// <summary>The person says that a draft is so: it becomes a line that waits for the other party. Twice is once.</summary>
    /// <exception cref="Refused">The line is somebody else's, or was withdrawn.</exception>
    public Task Submit(Actor actor, string id)
    {
        actor.Must(Act.LogContribution);
        return db.Write(actor.PoleId, async tx =>
        {
            var line = await Stand(tx, actor, id);
            Refused.If((line.PersonId ?? line.LoggedBy) != actor.PersonId, "", "contributions.own_draft");
            if (line.State is not (States.Draft or States.Cancelled)) return;
            MustBe(line, States.Draft);
            await Submit(tx, actor, line);
            await LineToConfirm.Tell(tx, notices, actor, actor.Today(clock), [id]);
        });
    }

    private static async Task Submit(Tx tx, Actor actor, Contribution line)
    {
        await Move(tx, line, "state = 'submitted'", new { line.PoleId }); // it was logged when its draft was written
        await tx.Announce(actor, new ContributionLogged(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.BeneficiaryId, line.Day, [.. line.Parties.Select(p => p.Id)]));
    }
}
