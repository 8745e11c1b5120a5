using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>Compte rendu: what is written in a meeting, point by point. Several people write at once and nothing that one of them added is lost.</summary>
public sealed class Proceedings(Db db, Workshops workshops)
{
    public const int Longest = 20_000; // characters under one point: some ten pages
    public const int LongestSaveId = 64;
    public const int DaysKept = 30;    // a save is known again for so long: as long as browsers keep what they could not send

    private sealed record Row(string ItemId, long Version, string Body, string Writers);

    private sealed record ClashRow(string Id, string ItemId, string Theirs, string TheirsBy, string Mine, string MineBy);

    /// <summary>The notes of a meeting, by point; points without notes are absent.</summary>
    public async Task<IReadOnlyDictionary<string, Note>> Of(Actor actor, string occurrenceId)
    {
        var items = (await workshops.AgendaOf(actor, occurrenceId)).Items;
        return await Notes(db.Read<Row>, db.Read<ClashRow>, db.Read<(string, string)>, [.. items.Select(i => i.Id)]);
    }

    /// <summary>When the minutes were finished; null while people write.</summary>
    public async Task<DateTimeOffset?> SettledAt(Actor actor, string occurrenceId)
    {
        await workshops.One(actor, occurrenceId);
        return await db.MaybeOne<DateTimeOffset?>("select settled_at from proceedings where occurrence_id = @occurrenceId", new { occurrenceId });
    }

    /// <summary>Takes what someone wrote, together with what the others wrote meanwhile.</summary>
    /// <param name="saveId">Made by the browser: the same save twice is one.</param>
    /// <param name="known">The text that the writer began from.</param>
    /// <returns>The notes as they stand now.</returns>
    /// <exception cref="Refused">The text is too long, the meeting was cancelled or its minutes are finished.</exception>
    /// <exception cref="NotAllowed">A meeting that is not the actor's.</exception>
    public Task<Note> Write(Actor actor, string itemId, string saveId, string known, string text)
    {
        actor.Must(Act.WriteMinutes);
        (known, text) = (Clean(known), Clean(text));
        Refused.If(text.Length > Longest || known.Length > 2 * Longest, "text", "proceedings.refused.long", Longest);
        Refused.If(saveId is "" or { Length: > LongestSaveId }, "id", "proceedings.refused.save");
        return db.Write(actor.PoleId, async tx =>
        {
            var (item, meeting) = await Workshops.TakingPart(tx, actor, itemId);
            Refused.If(meeting.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            await MustBeOpen(tx, meeting.Id);
            var isNew = await tx.Execute("insert into note_saves (item_id, id, person_id, saved_at) values (@itemId, @saveId, @PersonId, @Now) on conflict (item_id, id) do nothing",
                new { itemId, saveId, actor.PersonId, tx.Now }) == 1;
            if (isNew && known != text) await Merge(tx, actor, meeting, itemId, known, text);
            return (await Notes(tx.Read<Row>, tx.Read<ClashRow>, tx.Read<(string, string)>, [itemId])).GetValueOrDefault(itemId, Note.Empty(itemId));
        });
    }

    /// <summary>Says that a clash is no more: someone has put the two versions together.</summary>
    public Task Settle(Actor actor, string clashId)
    {
        actor.Must(Act.WriteMinutes);
        return db.Write(actor.PoleId, async tx =>
        {
            var itemId = await tx.MaybeOne<string>("select item_id from note_clashes where id = @clashId", new { clashId }) ?? throw new NotHere();
            var (_, meeting) = await Workshops.TakingPart(tx, actor, itemId);
            await tx.Execute("update note_clashes set settled_at = @Now, settled_by = @PersonId where id = @clashId and settled_at is null", new { clashId, tx.Now, actor.PersonId });
            tx.Whisper(meeting.Id, Room.Page);
        });
    }

    /// <summary>Finishes the minutes of a meeting that has taken place, or opens them again.</summary>
    public Task Finish(Actor actor, string occurrenceId, bool finished)
    {
        actor.Must(Act.PlanMeetings);
        return db.Write(actor.PoleId, async tx =>
        {
            var meeting = await Workshops.Standing(tx, actor, occurrenceId);
            Refused.If(meeting.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            Refused.If(finished && (meeting.StartsAt is null || meeting.StartsAt > tx.Now), "", "workshops.refused.not_begun");
            var changed = finished
                ? await tx.Execute("insert into proceedings (occurrence_id, pole_id, settled_at, settled_by) values (@occurrenceId, @PoleId, @Now, @PersonId) on conflict (occurrence_id) do nothing",
                    new { occurrenceId, actor.PoleId, tx.Now, actor.PersonId })
                : await tx.Execute("delete from proceedings where occurrence_id = @occurrenceId", new { occurrenceId });
            if (changed == 1) await tx.Announce(actor, finished ? new MinutesSettled(actor.PoleId, occurrenceId) : new MinutesReopened(actor.PoleId, occurrenceId));
        });
    }

    private static async Task Merge(Tx tx, Actor actor, Occurrence meeting, string itemId, string known, string text)
    {
        var before = await tx.MaybeOne<Row>("select item_id, version, body, writers from notes where item_id = @itemId", new { itemId });
        var merge = ThreeWay.Of(known, before?.Body ?? "", text);
        Refused.If(merge.Text.Length > 4 * Longest, "text", "proceedings.refused.long", Longest);
        if (before is { Version: var version } && version % 50 == 0)
            await tx.Execute("delete from note_saves where item_id = @itemId and saved_at < @old", new { itemId, old = tx.Now.AddDays(-DaysKept) });
        var wrote = JsonSerializer.Deserialize<List<string[]>>(before?.Writers ?? "[]")!;
        var writers = merge.Paragraphs.Select(p => p.Text.Trim() == "" ? [] : (p.From is { } n && n < wrote.Count ? wrote[n] : []).Concat(p.Touched ? [actor.PersonId] : []).Distinct());
        await tx.Execute("""
            insert into notes (item_id, pole_id, version, body, writers, updated_at) values (@itemId, @PoleId, 1, @Text, @names, @Now)
            on conflict (item_id) do update set version = notes.version + 1, body = excluded.body, writers = excluded.writers, updated_at = excluded.updated_at
            """, new { itemId, actor.PoleId, merge.Text, names = JsonSerializer.Serialize(writers), tx.Now });
        foreach (var clash in merge.Clashes)
            await tx.Execute("insert into note_clashes (id, item_id, theirs, theirs_by, mine, mine_by, at) values (@id, @itemId, @Theirs, @theirsBy, @Mine, @PersonId, @Now)",
                new { id = Ids.New(), itemId, clash.Theirs, theirsBy = JsonSerializer.Serialize(clash.From < wrote.Count ? wrote[clash.From] : []), clash.Mine, actor.PersonId, tx.Now });
        tx.Whisper(meeting.Id, Room.Notes);
        if (before is null && await IsFirst(tx, meeting.Id, itemId)) await tx.Announce(actor, new MinutesBegun(actor.PoleId, meeting.Id));
    }

    private static async Task<bool> IsFirst(Tx tx, string meeting, string itemId)
    {
        var others = (await Workshops.ItemsOf(tx, meeting)).Where(i => i != itemId).ToArray();
        return others.Length == 0 || await tx.One<long>("select count(*) from notes where item_id in @others", new { others }) == 0;
    }

    private static async Task MustBeOpen(Tx tx, string meeting) =>
        Refused.If(await tx.One<long>("select count(*) from proceedings where occurrence_id = @meeting", new { meeting }) > 0, "", "proceedings.refused.settled");

    private static async Task<IReadOnlyDictionary<string, Note>> Notes(Reads<Row> read, Reads<ClashRow> clashes, Reads<(string Id, string Name)> people, string[] items)
    {
        if (items.Length == 0) return new Dictionary<string, Note>();
        var rows = await read("select item_id, version, body, writers from notes where item_id in @items", new { items });
        if (rows.Count == 0) return new Dictionary<string, Note>();
        var open = (await clashes("select id, item_id, theirs, theirs_by, mine, mine_by from note_clashes where item_id in @items and settled_at is null order by id", new { items })).ToLookup(c => c.ItemId);
        var wrote = rows.ToDictionary(r => r.ItemId, r => JsonSerializer.Deserialize<List<string[]>>(r.Writers)!);
        var ids = wrote.Values.SelectMany(w => w.SelectMany(p => p)).Concat(open.SelectMany(c => c).Select(c => c.MineBy)).Distinct().ToArray();
        var names = ids.Length == 0 ? [] : (await people("select id, name from people where id in @ids", new { ids })).ToDictionary(p => p.Id, p => p.Name);
        return rows.ToDictionary(r => r.ItemId, r => new Note(r.ItemId, r.Version, r.Body, [.. wrote[r.ItemId].Select(Names)],
            [.. open[r.ItemId].Select(c => new NoteClash(c.Id, c.Theirs, Names(JsonSerializer.Deserialize<string[]>(c.TheirsBy)!), c.Mine, names.GetValueOrDefault(c.MineBy, "")))]));

        IReadOnlyList<string> Names(string[] who) => [.. who.Select(id => names.GetValueOrDefault(id, "")).Where(n => n != "")];
    }

    /// <summary>Lines as the store keeps them: no carriage returns, no control characters.</summary>
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));
}
