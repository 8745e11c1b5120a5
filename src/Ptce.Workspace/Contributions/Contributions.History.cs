namespace Ptce.Workspace;

/// <summary>Something that happened to a line.</summary>
/// <param name="Name">The event's name: its words are <c>event.{Name}</c>.</param>
/// <param name="Actor">Null when it was the clock, or a file.</param>
public sealed record LineEvent(DateTimeOffset At, string Name, string? Actor);

public sealed partial class Contributions
{
    public const int SentenceDays = 30; // how long a sentence is kept as it was typed

    /// <summary>What happened to a line the actor may read, oldest first; to its pair too.</summary>
    public Task<IReadOnlyList<LineEvent>> History(Actor actor, Contribution line)
    {
        actor.Must(Act.ReadPole);
        string?[] subjects = [line.Id, line.ImportId, line.DigestId];
        return db.Read<LineEvent>("""
            select e.at, e.name, p.name as actor
            from events e left join people p on p.id = e.actor_id
            where e.pole_id = @PoleId and e.subject_id in @subjects and e.name in @names
            order by e.seq
            """, new { actor.PoleId, subjects = subjects.OfType<string>().ToArray(), names = Told });
    }

    private static readonly string[] Told =
    [
        nameof(ContributionLogged), nameof(ContributionConfirmed), nameof(ContributionContested), nameof(ContributionAnswered),
        nameof(ContributionValidated), nameof(ContributionCorrected), nameof(ContributionCancelled), nameof(ContributionsImported), nameof(DigestApproved),
        nameof(EvidenceAdded), nameof(EvidenceWithdrawn),
    ];

    /// <summary>The lines it belongs with: what it takes back, what takes it back, what replaces what.</summary>
    public async Task<IReadOnlyList<Contribution>> Relatives(Actor actor, Contribution line)
    {
        actor.Must(Act.ReadPole);
        // Their ids are read first: looked for inside the query of the lines, they cost a reading of the pole's whole ledger.
        var named = await db.Read<string?>("""
            select r.id from contributions r where r.reverses_id = @Id and r.state <> 'cancelled'
            union select r.id from contributions r where r.pair_id = @PairId
            union select r.reverses_id from contributions r where r.pair_id = @PairId
            union select n.id from contributions r join contributions n on n.pair_id = r.pair_id where r.reverses_id = @Id and r.state <> 'cancelled'
            """, new { line.Id, line.PairId });
        var ids = named.Append(line.ReversesId).OfType<string>().Where(id => id != line.Id).Distinct().ToArray();
        return ids.Length == 0 ? [] : await Lines(db.Read<Contribution>, db.Read<PartyOf>, actor, "c.id in @ids and c.state <> 'cancelled' order by c.logged_at, c.request_line, c.id", new { ids });
    }

    /// <summary>Forgets sentences as they were typed, some days after: what was understood from them stays.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetSentences(int days = SentenceDays) => db.Write(null, tx =>
        tx.Execute("update contributions set sentence = null where sentence is not null and logged_at < @before", new { before = tx.Now.AddDays(-days) }));
}
