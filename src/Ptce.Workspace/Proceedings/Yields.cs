namespace Ptce.Workspace;

/// <summary>Something that came of a meeting beside its decisions and actions.</summary>
/// <param name="Kind">"need", "offer" or "cooperation".</param>
public sealed record Yield(string Kind, string SubjectId, string Title, string Href);

public sealed record MeetingYielded(string PoleId, string OccurrenceId, string Kind, string YieldId) : Event(PoleId, OccurrenceId);

/// <summary>Ce qui est sorti d'une séance: the needs, offers and cooperations noted on its way, each named by its own slice.</summary>
public sealed class Yields(Db db, Workshops workshops, Offers offers, Cooperations cooperations)
{
    public const int Most = 50; // of one meeting

    private sealed record Row(string Kind, string SubjectId);

    /// <summary>What came of a meeting, in the order it was noted.</summary>
    public async Task<IReadOnlyList<Yield>> Of(Actor actor, string occurrenceId, Say say)
    {
        await workshops.One(actor, occurrenceId);
        var rows = await db.Read<Row>("select kind, subject_id from meeting_yields where occurrence_id = @occurrenceId order by noted_at, subject_id limit @Most", new { occurrenceId, Most });
        var ids = rows.Select(r => r.SubjectId).ToList();
        var (posted, together) = (await offers.Titles(actor, ids, say), await cooperations.Titles(actor, ids, say));
        return
        [
            .. rows.Select(r => r.Kind == "cooperation" ? (r.Kind, r.SubjectId, Title: together.GetValueOrDefault(r.SubjectId), Href: cooperations.Page(actor, r.SubjectId))
                    : (r.Kind, r.SubjectId, Title: posted.GetValueOrDefault(r.SubjectId), Href: offers.Page(actor, r.SubjectId)))
                .Where(y => y.Title is not null).Select(y => new Yield(y.Kind, y.SubjectId, y.Title!, y.Href)),
        ];
    }

    /// <summary>The meeting something came of; null for what was noted elsewhere.</summary>
    public async Task<Occurrence?> MeetingOf(Actor actor, string subjectId)
    {
        actor.Must(Act.ReadPole);
        return await db.MaybeOne<string>("select occurrence_id from meeting_yields where subject_id = @subjectId order by noted_at limit 1", new { subjectId }) is { } id
            ? await workshops.One(actor, id) : null;
    }

    /// <summary>Notes that a need, an offer or a cooperation came of a meeting, for someone who takes part in it. Twice is once.</summary>
    /// <exception cref="NotHere">No such meeting, or no such thing in the actor's pole.</exception>
    /// <exception cref="NotAllowed">A meeting that is not the actor's.</exception>
    public async Task Note(Actor actor, string occurrenceId, string subjectId, bool cooperation)
    {
        actor.Must(Act.WriteMinutes);
        var kind = cooperation ? "cooperation" : (await offers.One(actor, subjectId)).IsNeed ? "need" : "offer";
        if (cooperation) await cooperations.One(actor, subjectId);
        await db.Write(actor.PoleId, async tx =>
        {
            await Workshops.Attending(tx, actor, occurrenceId);
            if (await tx.Execute("""
                insert into meeting_yields (occurrence_id, kind, subject_id, noted_by, noted_at) values (@occurrenceId, @kind, @subjectId, @PersonId, @Now)
                on conflict (occurrence_id, subject_id) do nothing
                """, new { occurrenceId, kind, subjectId, actor.PersonId, tx.Now }) == 1)
                await tx.Announce(actor, new MeetingYielded(actor.PoleId, occurrenceId, kind, subjectId));
        });
    }
}
