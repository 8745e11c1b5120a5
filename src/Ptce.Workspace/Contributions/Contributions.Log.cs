using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

public sealed partial class Contributions
{
    /// <summary>Writes lines into the ledger, all of them or none; they wait for the other party's word.</summary>
    /// <param name="channel">web | chat | teams | import | api | workshop.</param>
    /// <param name="requestKey">The door's own key: the same request twice is one request, and answers what the first did.</param>
    /// <returns>The lines as stored, in the order given, with what deserves a second look.</returns>
    /// <exception cref="Refused">A day in the future or too far back, minutes out of range, more than 24 h in a person's day, an organisation that is no member…</exception>
    public async Task<IReadOnlyList<Contribution>> Log(Actor actor, IReadOnlyList<NewContribution> lines, string channel, string? requestKey = null)
    {
        actor.Must(Act.LogContribution);
        Refused.If(lines.Count is 0 or > MostAtOnce, "", "contributions.how_many", MostAtOnce);
        var key = requestKey is null ? null : RequestKey(actor, requestKey);
        if (key is not null && await Asked(db.Read<Contribution>, db.Read<PartyOf>, actor, key) is { Count: > 0 } before) return before;

        var roll = await RollFor(actor, lines);
        var ready = lines.Select(l => Check(l, Giver(actor, l, roll), roll)).ToList();

        return await db.Write(actor.PoleId, async tx =>
        {
            if (key is not null && await Asked(tx.Read<Contribution>, tx.Read<PartyOf>, actor, key) is { Count: > 0 } raced) return raced;
            var days = new Dictionary<(string, DateOnly), long>();
            foreach (var (line, i) in ready.Select((l, i) => (l, i)))
            {
                if (line.PersonId is { } person)
                    days[(person, line.Day)] = await HoldsInDay(tx, actor.PoleId, person, line.Day, line.Minutes / line.People, own: person == actor.PersonId);
                await Insert(tx, actor.PoleId, line, channel, actor.PersonId, key, i);
                await tx.Announce(actor, new ContributionLogged(actor.PoleId, line.Id, line.Minutes, line.Kind, line.OrganisationId, line.BeneficiaryId, line.Day, line.PartyIds));
            }
            await AskParties(tx, actor, ready);
            return await Noticed(tx.Read<Span>, days, actor, [.. ready.Select(l => Written(l, actor, roll, channel, tx.Now))]);
        });
    }

    private Task AskParties(Tx tx, Actor actor, IReadOnlyList<Ready> lines) => lines.Any(l => l.PartyIds.Count > 0)
        ? LineToConfirm.Tell(tx, notices, actor, actor.Today(clock), [.. lines.Select(l => l.Id)])
        : Task.CompletedTask;

    /// <summary>A line as it was just written: what the ledger would answer, without asking it for what is known here.</summary>
    private static Contribution Written(Ready line, Actor actor, Roll roll, string channel, DateTimeOffset now) => new()
    {
        Id = line.Id,
        PoleId = actor.PoleId,
        PersonId = line.PersonId,
        PersonName = line.PersonId == actor.PersonId ? actor.Name : line.PersonId is { } person ? roll.PersonName(person) : null,
        OrganisationId = line.OrganisationId,
        OrganisationName = roll.Name(line.OrganisationId),
        BeneficiaryId = line.BeneficiaryId,
        BeneficiaryName = line.BeneficiaryId is { } beneficiary ? roll.Name(beneficiary) : null,
        Kind = line.Kind,
        Activity = line.Activity,
        Day = line.Day,
        Minutes = line.Minutes,
        People = line.People,
        QuantityMilli = line.QuantityMilli,
        Unit = line.Unit,
        UnitValueCents = line.UnitValueCents,
        BasisMethod = line.Basis?.Method,
        BasisSource = line.Basis?.Source,
        PriceCents = line.Basis?.PriceCents,
        LifeMilli = LifeMilli(line.Basis),
        ShareBasisPoints = line.Basis?.ShareBasisPoints,
        RunningCents = line.Basis?.RunningCents,
        Starts = line.Starts,
        Ends = line.Ends,
        Note = line.Note,
        Sentence = line.Sentence,
        Channel = channel,
        State = States.Submitted,
        LoggedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
        LoggedBy = actor.PersonId,
        LoggedByName = actor.Name,
        ReversesId = line.ReversesId,
        PairId = line.PairId,
        Parties = [.. line.PartyIds.Select(p => new Party(p, roll.Name(p))).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal)],
    };

    /// <summary>As much of the roll as the lines need: all of it only where someone logs for others, their mandates only where they speak for another organisation than theirs today.</summary>
    private Task<Roll> RollFor(Actor actor, IReadOnlyList<NewContribution> lines) =>
        lines.Any(l => l.PersonId is not null && l.PersonId != actor.PersonId)
            ? Roll.Read(db, actor.PoleId, actor.Today(clock))
            : Roll.Read(db, actor.PoleId, actor.Today(clock),
                [.. lines.SelectMany(l => (string?[])[l.OrganisationId, actor.OrganisationId, l.BeneficiaryId, .. l.PartyIds ?? []]).OfType<string>().Distinct()],
                lines.Any(l => l.OrganisationId is not null && l.OrganisationId != actor.OrganisationId) ? [actor.PersonId] : []);

    /// <summary>A request's key is its sender's own: nobody learns or blocks another's by guessing it.</summary>
    private static string RequestKey(Actor actor, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.PoleId}\n{actor.PersonId}\n{key}")));

    private static Task<IReadOnlyList<Contribution>> Asked(Reads<Contribution> read, Reads<PartyOf> parties, Actor actor, string key) =>
        Lines(read, parties, actor, "c.request_key = @key order by c.request_line", new { key });

    /// <summary>The minutes a person worked carry one kind, in one pole, once: a person's day holds 24 h over all poles.</summary>
    /// <param name="minutes">Of one person.</param>
    /// <param name="own">The person asks: only they are told how much their day already holds.</param>
    /// <returns>What the day then holds: the person's own, over all poles; for anyone else, in this pole.</returns>
    private static async Task<long> HoldsInDay(Tx tx, string poleId, string personId, DateOnly day, long minutes, bool own)
    {
        var (held, here) = await tx.One<(long, long)>("""
            select cast(coalesce(sum(minutes / people), 0) as bigint), cast(coalesce(sum(case when pole_id = @poleId then minutes / people end), 0) as bigint)
            from contributions where person_id = @personId and day = @day and state <> 'cancelled'
            """, new { poleId, personId, day });
        if (held + minutes <= MostMinutes) return minutes + (own ? held : here);
        throw own ? new Refused("minutes", "contributions.day_full_own", new Say("fr").Duration(held)) : new Refused("minutes", "contributions.day_full");
    }

    private static async Task Insert(Tx tx, string poleId, Ready line, string channel, string loggedBy, string? key, int requestLine)
    {
        await tx.Execute("""
            insert into contributions (id, pole_id, person_id, organisation_id, beneficiary_id, kind, activity, day, minutes, people,
                quantity_milli, unit, unit_value_cents, starts, ends, note, note_salt, sentence, channel, logged_by, state, logged_at,
                reverses_id, pair_id, request_key, request_line)
            values (@Id, @poleId, @PersonId, @OrganisationId, @BeneficiaryId, @Kind, @Activity, @Day, @Minutes, @People,
                @QuantityMilli, @Unit, @UnitValueCents, @Starts, @Ends, @Note, @salt, @Sentence, @channel, @loggedBy, 'submitted', @Now,
                @ReversesId, @PairId, @key, @requestLine)
            """, With(line, new { poleId, channel, loggedBy, tx.Now, key, requestLine, salt = SealedWords.Salt(line.Note) }));
        foreach (var party in line.PartyIds)
            await tx.Execute("insert into contribution_parties (contribution_id, organisation_id) values (@Id, @party)", new { line.Id, party });
        await Keep(tx, line.Id, line.Basis);
    }

    private static async Task Keep(Tx tx, string id, UnitValueBasis? basis)
    {
        if (basis is null) return;
        await tx.Execute("""
            insert into unit_value_bases (contribution_id, method, source, price_cents, life_milli, share_basis_points, running_cents)
            values (@id, @Method, @Source, @PriceCents, @life, @ShareBasisPoints, @RunningCents)
            """, new { id, basis.Method, basis.Source, basis.PriceCents, life = LifeMilli(basis), basis.ShareBasisPoints, basis.RunningCents });
    }

    private static long? LifeMilli(UnitValueBasis? basis) => (long?)(basis?.Life * 1000);

    private static Dapper.DynamicParameters With(object args, object more)
    {
        var all = new Dapper.DynamicParameters(args);
        all.AddDynamicParams(more);
        return all;
    }
}
