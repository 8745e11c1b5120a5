using System.Text.Json;

namespace Ptce.Workspace;

public sealed partial class Decisions
{
    /// <summary>Opens a decision: rules, electorate, presences and proxies are frozen as they stand now. Twice is once.</summary>
    /// <exception cref="Refused">The meeting was cancelled; nobody may vote; or the pole votes by college and an organisation is in none.</exception>
    public Task Open(Actor actor, string id)
    {
        actor.Must(Act.RunDecision);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            if (one.State == Decision.Open) return;
            Refused.If(one.State != Decision.Proposed, "", "decisions.refused.closed");
            await Freeze(tx, actor, one);
            await tx.Announce(actor, new DecisionOpened(actor.PoleId, id));
        });
    }

    /// <summary>Says yes, no or neither with a voice; a later word takes the place of an earlier one while it is open.</summary>
    /// <param name="voiceId">Null: the first voice that is the actor's.</param>
    /// <exception cref="Refused">It is not open; an objection gives no reason.</exception>
    /// <exception cref="NotAllowed">A voice that is not the actor's; whoever runs decisions may note a show of hands.</exception>
    public Task Say(Actor actor, string id, string? voiceId, string choice, string? reason = null)
    {
        actor.Must(Act.CastVote);
        reason = reason?.Trim();
        Refused.If(choice is not ("yes" or "no" or "abstain"), "choice", "decisions.refused.choice");
        Refused.If(reason is { Length: > LongestBody }, "reason", "decisions.refused.body", LongestBody);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            Refused.If(one.State != Decision.Open, "", "decisions.refused.not_open");
            Refused.If(one.Mode != Decision.ByVote && choice == "no" && string.IsNullOrEmpty(reason), "reason", "decisions.refused.reason");
            var mine = await tx.Read<string>("select voice_id from decision_electors where decision_id = @id and person_id = @PersonId order by proxy, voice_id", new { id, actor.PersonId });
            var voice = voiceId ?? (mine.Count > 0 ? mine[0] : throw new NotAllowed());
            var byHand = !mine.Contains(voice);
            if (byHand) actor.Must(Act.RunDecision);
            if (await tx.Execute("""
                update decision_voices set said = @choice, reason = @reason, said_at = @Now, said_by = @PersonId, by_hand = @byHand where decision_id = @id and voice_id = @voice
                """, new { id, voice, choice, reason = string.IsNullOrEmpty(reason) ? null : reason, tx.Now, actor.PersonId, byHand = byHand ? 1L : 0L }) == 0) throw new NotHere();
            tx.Whisper(one.OccurrenceId, Room.Page);
        });
    }

    /// <summary>Closes a decision: counts it by the frozen rules and writes the numbers down. Twice is once.</summary>
    public Task Close(Actor actor, string id)
    {
        actor.Must(Act.RunDecision);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            if (one.State is Decision.Adopted or Decision.Rejected) return;
            Refused.If(one.State != Decision.Open, "", "decisions.refused.not_open");
            await Count(tx, actor, one);
        });
    }

    /// <summary>Notes what everyone in the room agreed to at once: opened and closed, with nobody objecting. Twice is once.</summary>
    /// <exception cref="Refused">It was opened, closed or taken back; the meeting was cancelled; nobody may vote.</exception>
    public Task Agree(Actor actor, string id)
    {
        actor.Must(Act.RunDecision);
        return db.Write(actor.PoleId, async tx =>
        {
            var one = await Stand(tx, actor, id);
            if (one is { State: Decision.Adopted, Mode: Decision.ByObjection }) return;
            Refused.If(one.State != Decision.Proposed, "", "decisions.refused.closed");
            await tx.Execute("update decisions set mode = 'objection' where id = @id", new { id });
            await Freeze(tx, actor, one with { Mode = Decision.ByObjection });
            await Count(tx, actor, await Stand(tx, actor, id));
        });
    }

    private async Task Freeze(Tx tx, Actor actor, Decision one)
    {
        Refused.If((await Workshops.Standing(tx, actor, one.OccurrenceId)).State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
        var (rules, collegeOf) = await Voting.Standing(tx, actor.PoleId);
        var electorate = await Workshops.Electorate(tx, actor, one.OccurrenceId);
        Refused.If(electorate.Count == 0, "", "decisions.refused.nobody");
        var voices = electorate.GroupBy(e => rules.ByPerson ? e.PersonId : e.OrganisationId).ToList();
        if (rules.Colleges.Count > 0 && one.Mode == Decision.ByVote)
        {
            var without = electorate.Where(e => !collegeOf.ContainsKey(e.OrganisationId)).Select(e => e.OrganisationName).Distinct().ToList();
            Refused.If(without.Count > 0, "", "decisions.refused.no_college", string.Join(", ", without.Take(5)));
        }
        var absent = voices.Where(v => v.All(e => !e.IsPresent)).Select(v => v.Key).ToHashSet();
        var given = electorate.Where(e => e is { IsPresent: false, ProxyId: not null }).OrderBy(e => e.ProxyAt)
            .Select(e => (Voice: rules.ByPerson ? e.PersonId : e.OrganisationId, Holder: e.ProxyId!)).Where(g => absent.Contains(g.Voice));
        var (carried, beyond) = Proxies.Within(rules.MostProxies, given);
        // Whoever carries a voice and is not there may still vote from afar; until then neither counts for the quorum.
        var there = electorate.Where(e => e.ProxyIsPresent).Select(e => e.ProxyId).ToHashSet();
        await tx.Execute("update decisions set state = 'open', rules = @rules, beyond = @beyond, opened_at = @Now, opened_by = @PersonId where id = @Id",
            new { one.Id, rules = FrozenRules.Write(rules), beyond = JsonSerializer.Serialize(voices.Where(v => beyond.Contains(v.Key)).Select(v => rules.ByPerson ? v.First().Name : v.First().OrganisationName)), tx.Now, actor.PersonId });
        foreach (var voice in voices)
        {
            var attending = !absent.Contains(voice.Key) ? "present" : carried.TryGetValue(voice.Key, out var holder) && there.Contains(holder) ? "represented" : "absent";
            await tx.Execute("insert into decision_voices (decision_id, voice_id, college_id, attending) values (@Id, @Key, @college, @attending)",
                new { one.Id, voice.Key, college = collegeOf.GetValueOrDefault(voice.First().OrganisationId), attending });
            foreach (var elector in voice.DistinctBy(e => e.PersonId))
                await tx.Execute("insert into decision_electors (decision_id, voice_id, person_id, proxy) values (@Id, @Key, @PersonId, 0)", new { one.Id, voice.Key, elector.PersonId });
        }
        foreach (var (voice, carrier) in carried)
            await tx.Execute("insert into decision_electors (decision_id, voice_id, person_id, proxy) values (@Id, @voice, @carrier, 1) on conflict (decision_id, voice_id, person_id) do nothing",
                new { one.Id, voice, carrier });
    }

    private static async Task Count(Tx tx, Actor actor, Decision one)
    {
        var voices = await tx.Read<DecisionVoice>(VoicesOf, new { id = one.Id });
        var outcome = Ballots.Of(one.FrozenRules!, [.. voices.Select(v => v.Counted)]);
        var silent = voices.Where(v => v.Said is null && v.Attending != "absent").Select(v => v.Name).ToList();
        var adopted = one.Mode switch
        {
            Decision.ByVote => outcome.Adopted,
            Decision.ByConsent => outcome is { HasQuorum: true, All: { No: 0, Yes: > 0 } } && silent.Count == 0,
            _ => outcome is { HasQuorum: true, All.No: 0 },
        };
        await tx.Execute("update decisions set state = @state, outcome = @json, closed_at = @Now, closed_by = @PersonId where id = @Id",
            new { one.Id, state = adopted ? Decision.Adopted : Decision.Rejected, json = JsonSerializer.Serialize(Closing.Of(outcome, silent)), tx.Now, actor.PersonId });
        await tx.Announce(actor, adopted ? new DecisionAdopted(actor.PoleId, one.Id) : new DecisionRejected(actor.PoleId, one.Id));
    }
}
