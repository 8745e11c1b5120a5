namespace Ptce.Workspace;

public sealed partial class Guests
{
    private static readonly int[] ReminderDays = [7, 1];

    /// <summary>Whom a letter is for, and what it tells.</summary>
    internal sealed record Addressed(string Email, GuestView View, Actor Reader, string Path);

    /// <returns>Null for a guest without an address, whose link is taken back or over.</returns>
    internal async Task<Addressed?> LetterTo(string guestId)
    {
        if (await db.MaybeOne<string>("select email from meeting_guests where id = @guestId and email is not null and revoked_at is null", new { guestId }) is not { } email) return null;
        if (await HeldBy("g.id = @guestId", new { guestId }) is not { } held || await Show(held) is not { } view) return null;
        return new(email, view, held.Reader, SignedPath(guestId));
    }

    /// <summary>Writes to the guests of a meeting who have not answered, 7 and 1 days before; inside the meetings' own morning round.</summary>
    /// <returns>How many were written to.</returns>
    internal static async Task<long> Remind(Tx tx, Occurrence meeting, int days)
    {
        var stage = ReminderDays.FirstOrDefault(d => days == d || days == d - 1);
        if (stage == 0) return 0;
        var silent = await tx.Read<string>("""
            update meeting_guests set reminded_days = @stage
            where occurrence_id = @Id and email is not null and answer is null and revoked_at is null and invited_at < @before and (reminded_days is null or reminded_days > @stage) returning id
            """, new { meeting.Id, stage, before = tx.Now.AddHours(-12) });
        foreach (var guest in silent) await tx.Owe("mail", GuestLetters.Reminder, guest, meeting.PoleId, dedupe: $"{GuestLetters.Reminder}/{guest}/{stage}");
        return silent.Count;
    }

    /// <summary>Tells the guests of a meeting what changed since they were last told.</summary>
    internal static async Task TellChange(Tx tx, string poleId, string occurrenceId, long revision)
    {
        foreach (var guest in await tx.Read<string>("""
            update meeting_guests set told_revision = @revision where occurrence_id = @occurrenceId and email is not null and revoked_at is null and told_revision < @revision returning id
            """, new { occurrenceId, revision }))
            await tx.Owe("mail", GuestLetters.Change, guest, poleId, dedupe: $"{GuestLetters.Change}/{guest}/{revision}");
    }

    /// <summary>How many guests say they come: they take a seat like anyone.</summary>
    internal static Task<long> CountComing(Tx tx, string occurrenceId, string? except = null) => tx.One<long>("""
        select count(*) from meeting_guests where occurrence_id = @occurrenceId and answer = 'yes' and revoked_at is null and (@except is null or id <> @except)
        """, new { occurrenceId, except });

    /// <summary>Forgets the addresses of guests whose link has ended.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAddresses()
    {
        var before = clock.GetUtcNow().AddDays(-DaysAfter);
        return db.Write(null, async tx =>
        {
            var past = (await Workshops.StartedBefore(tx, await tx.Read<string>("select distinct occurrence_id from meeting_guests where email is not null"), before)).ToArray();
            return past.Length == 0 ? 0 : await tx.Execute("update meeting_guests set email = null where email is not null and occurrence_id in @past", new { past });
        });
    }
}
