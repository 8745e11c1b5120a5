namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>Says a line right. Before it is validated the line itself is edited and the other party is asked again; after, it is never touched: a line takes it back and another replaces it.</summary>
    /// <param name="id">The line to correct. Null arguments keep what it says; "" empties a text, an empty list means the pole.</param>
    /// <returns>The line that now says it right.</returns>
    public async Task<Contribution> Correct(Actor actor, string id, long? minutes = null, DateOnly? day = null, string? kind = null, string? activity = null,
        IReadOnlyList<string>? partyIds = null, decimal? quantity = null, string? starts = null, string? ends = null, string? note = null, string? sentence = null, string channel = "web",
        string? unit = null, long? unitValueCents = null, UnitValueBasis? basis = null)
    {
        actor.Must(Act.LogContribution);
        var before = await One(actor, id);
        MustBeCorrectable(actor, before);
        var wanted = new NewContribution(day ?? before.Day, minutes ?? before.Minutes, kind ?? before.Kind, activity ?? before.Activity,
            partyIds ?? [.. before.Parties.Select(p => p.Id)], before.PersonId, before.OrganisationId, partyIds is null ? before.BeneficiaryId : null,
            quantity ?? before.Quantity, unit ?? before.Unit, basis is null ? unitValueCents ?? before.UnitValueCents : unitValueCents,
            starts ?? (minutes is null ? before.Starts : null), ends ?? (minutes is null ? before.Ends : null), note ?? before.Note, sentence ?? before.Sentence, before.People,
            // another value was found in another way
            basis ?? (unitValueCents is null || unitValueCents == before.UnitValueCents ? before.Basis : null));
        var roll = await Roll.Read(db, actor.PoleId, actor.Today(clock));
        var given = new Given(before.PersonId, before.OrganisationId, before.PersonId is null ? actor.Engagement : roll.Engagement(before.PersonId, before.OrganisationId),
            before.Parties.Any(p => p.Id == before.OrganisationId) ? before.BeneficiaryId : null);
        var right = Check(wanted with { PartyIds = [.. wanted.PartyIds!.Where(p => p != before.OrganisationId)] }, given, roll);

        return await db.Write(actor.PoleId, async tx =>
        {
            var line = await Stand(tx, actor, id);
            MustBeCorrectable(actor, line);
            var taken = line.State is States.Validated or States.Locked;
            if (taken) await MustStand(tx, line);
            if (right.PersonId is { } person) await HoldsInDay(tx, actor.PoleId, person, right.Day, right.Minutes / right.People - (right.Day == line.Day ? line.Minutes / line.People : 0), person == actor.PersonId);
            var kept = taken ? await Replace(tx, actor, line, right, channel) : await Edit(tx, actor, line, right);
            await tx.Announce(actor, new ContributionCorrected(line.PoleId, line.Id, right.Minutes, line.Minutes, right.Kind, line.OrganisationId, right.Day, taken ? kept : null));
            return (await Noticed(tx.Read<Worked>, tx.Read<Span>, actor, [await Stand(tx, actor, kept)]))[0];
        });
    }

    /// <summary>Withdraws a line. Before it is validated it is cancelled, for good; after, a reversing line takes it back.</summary>
    public Task Cancel(Actor actor, string id, string channel = "web")
    {
        actor.Must(Act.LogContribution);
        return db.Write(actor.PoleId, async tx =>
        {
            var line = await Stand(tx, actor, id);
            MustBeOwner(actor, line);
            if (line.State == States.Cancelled) return;
            string? reversal = null;
            if (line.State is States.Validated or States.Locked)
            {
                Refused.If(line.ReversesId is not null, "", "contributions.reversal_stays");
                await MustStand(tx, line);
                reversal = await Reverse(tx, actor, line, [.. line.Parties.Select(p => p.Id)], pair: null, channel);
            }
            else await Move(tx, line, "state = 'cancelled', cancelled_at = @Now, cancelled_by = @PersonId", new { tx.Now, actor.PersonId });
            await tx.Announce(actor, new ContributionCancelled(line.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.Day, reversal));
        });
    }

    private static void MustBeCorrectable(Actor actor, Contribution line)
    {
        MustBeOwner(actor, line);
        Refused.If(line.State == States.Cancelled, "", "contributions.now.cancelled");
        Refused.If(line.ReversesId is not null, "", "contributions.reversal_stays");
    }

    private static async Task MustStand(Tx tx, Contribution line) => Refused.If(
        await tx.MaybeOne<string>("select id from contributions where reverses_id = @Id and state <> 'cancelled'", new { line.Id }) is not null,
        "", "contributions.taken_back");

    /// <summary>The line itself says it right, and waits for the other party again. Who corrects has written it: they do not confirm it.</summary>
    private static async Task<string> Edit(Tx tx, Actor actor, Contribution line, Ready right)
    {
        await tx.Execute("""
            update contributions set beneficiary_id = @BeneficiaryId, kind = @Kind, activity = @Activity, day = @Day, minutes = @Minutes,
                quantity_milli = @QuantityMilli, unit = @Unit, unit_value_cents = @UnitValueCents, starts = @Starts, ends = @Ends,
                note = @Note, note_salt = @salt, sentence = @Sentence, logged_by = @corrector, state = 'submitted', confirmed_at = null, confirmed_by = null
            where id = @corrected
            """, With(right, new { corrected = line.Id, corrector = actor.PersonId, salt = SealedWords.Salt(right.Note) }));
        await tx.Execute("delete from unit_value_bases where contribution_id = @Id", new { line.Id });
        await Keep(tx, line.Id, right.Basis);
        if (line.PairId is not null)
            await tx.Execute("""
                update contributions set state = 'submitted', logged_by = @corrector, confirmed_at = null, confirmed_by = null
                where pair_id = @PairId and id <> @Id
                """, new { line.PairId, line.Id, corrector = actor.PersonId });
        await tx.Execute("delete from contribution_parties where contribution_id in (select id from contributions where id = @Id or pair_id = @PairId)", new { line.Id, line.PairId });
        foreach (var party in right.PartyIds)
            await tx.Execute("insert into contribution_parties (contribution_id, organisation_id) select id, @party from contributions where id = @Id or pair_id = @PairId", new { line.Id, line.PairId, party });
        return line.Id;
    }

    private static async Task<string> Replace(Tx tx, Actor actor, Contribution line, Ready right, string channel)
    {
        var pair = Ids.New();
        await Reverse(tx, actor, line, right.PartyIds, pair, channel); // who confirms the replacement confirms that the old line goes
        await Insert(tx, line.PoleId, right with { PairId = pair }, channel, actor.PersonId, null, 0);
        return right.Id;
    }

    /// <summary>The same line with negative figures, to be confirmed and validated as any other.</summary>
    private static async Task<string> Reverse(Tx tx, Actor actor, Contribution line, IReadOnlyList<string> parties, string? pair, string channel)
    {
        var reversal = new Ready(Ids.New(), line.PersonId, line.OrganisationId, line.BeneficiaryId, line.Kind, line.Activity, line.Day, -line.Minutes,
            -line.QuantityMilli, line.Unit, line.UnitValueCents, null, null, null, null, parties, line.Id, pair, line.People);
        await Insert(tx, line.PoleId, reversal, channel, actor.PersonId, null, 0);
        return reversal.Id;
    }
}
