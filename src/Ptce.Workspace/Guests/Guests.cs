using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Ptce.Workspace;

/// <summary>Invités d'une séance: they hold a link that shows one meeting and lets them say whether they come. It opens nothing else and ends by itself.</summary>
public sealed partial class Guests(Db db, Workshops workshops, Proceedings proceedings, IDataProtectionProvider keys, TimeProvider clock)
{
    public const int LongestName = 120;  // characters
    public const int MostGuests = 60;    // of one meeting
    public const int DaysAfter = 30;     // how long after the meeting a link still shows it
    private const int SecretBytes = 24;
    private const int LongestSecret = 64; // characters; what is longer is a link of a mail, which we signed

    private const string Columns = """
        g.id, g.occurrence_id, g.name, g.organisation, g.quality, g.answer, g.present, case when g.email is null then 0 else 1 end as written, p.name as invited_by_name
        """;

    private readonly IDataProtector _keys = keys.CreateProtector("guests");

    /// <summary>The guests of a meeting, by name.</summary>
    public async Task<IReadOnlyList<Guest>> Of(Actor actor, string occurrenceId)
    {
        await workshops.One(actor, occurrenceId);
        return await db.Read<Guest>($"""
            select {Columns} from meeting_guests g join people p on p.id = g.invited_by where g.occurrence_id = @occurrenceId and g.revoked_at is null order by g.name, g.id
            """, new { occurrenceId });
    }

    /// <summary>Invites someone without an account. Who has an address gets their link by mail, and hears of changes.</summary>
    /// <param name="quality">One of <see cref="Guest.Qualities"/>.</param>
    /// <returns>The path of a link to hand over. It is told once: the store keeps only its hash.</returns>
    /// <exception cref="Refused">«guest» or «guest_of» is missing or too long; «guest_email» is no address; there are too many; the meeting is over or cancelled.</exception>
    public Task<string> Invite(Actor actor, string occurrenceId, string? name, string? organisation, string? email = null, string? quality = null)
    {
        actor.Must(Act.PlanMeetings);
        (name, organisation, email) = (name?.Trim() ?? "", organisation?.Trim() ?? "", string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant());
        quality = string.IsNullOrEmpty(quality) ? "guest" : quality;
        Refused.If(!Guest.Qualities.Contains(quality), "quality", "guests.refused.quality");
        Refused.If(email is not null && !Members.IsAddress(email), "guest_email", "members.bad_email", email);
        Refused.If(name is "" or { Length: > LongestName }, "guest", "guests.refused.name", LongestName);
        Refused.If(organisation is "" or { Length: > LongestName }, "guest_of", "guests.refused.organisation", LongestName);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return db.Write(actor.PoleId, async tx =>
        {
            var meeting = await Workshops.Standing(tx, actor, occurrenceId);
            Refused.If(meeting.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            Refused.If(await tx.One<long>("select count(*) from meeting_guests where occurrence_id = @occurrenceId and revoked_at is null", new { occurrenceId }) >= MostGuests, "guest", "guests.refused.many", MostGuests);
            Refused.If(email is not null && await tx.One<long>("select count(*) from meeting_guests where occurrence_id = @occurrenceId and email = @email and revoked_at is null", new { occurrenceId, email }) > 0, "guest_email", "guests.refused.invited", email);
            var id = Ids.New();
            await tx.Execute("""
                insert into meeting_guests (id, pole_id, occurrence_id, name, organisation, email, quality, secret_hash, told_revision, invited_at, invited_by)
                values (@id, @PoleId, @occurrenceId, @name, @organisation, @email, @quality, @hash, @Revision, @Now, @PersonId)
                """, new { id, actor.PoleId, occurrenceId, name, organisation, email, quality, hash = Hash(secret), meeting.Revision, tx.Now, actor.PersonId });
            if (email is not null) await tx.Owe("mail", GuestLetters.Invitation, id, actor.PoleId, dedupe: $"{GuestLetters.Invitation}/{id}");
            await tx.Announce(actor, new GuestInvited(actor.PoleId, occurrenceId));
            return $"/invitation/{secret}";
        });
    }

    /// <summary>Takes a link back: it shows nothing any more. Twice is once.</summary>
    public Task Revoke(Actor actor, string guestId)
    {
        actor.Must(Act.PlanMeetings);
        return Change(actor, guestId, "revoked_at = @Now", (pole, meeting) => new GuestRevoked(pole, meeting));
    }

    /// <summary>Notes that a guest was there, or was not: for the minutes; no hours come of it.</summary>
    public Task NotePresent(Actor actor, string guestId, bool present)
    {
        actor.Must(Act.PlanMeetings);
        return Change(actor, guestId, present ? "present = 1" : "present = 0", null);
    }

    /// <summary>What the holder of a link sees; null for a link that is unknown, taken back or over.</summary>
    public async Task<GuestView?> Open(string secret)
    {
        return await Holder(secret) is { } holder ? await Show(holder) : null;
    }

    private async Task<GuestView?> Show(Held holder)
    {
        var agenda = await workshops.AgendaOf(holder.Reader, holder.Guest.OccurrenceId);
        var end = agenda.Meeting.EndsAt ?? new DateTimeOffset(agenda.Meeting.Computed.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
        if (clock.GetUtcNow() > end.AddDays(DaysAfter)) return null;
        var finished = await proceedings.SettledAt(holder.Reader, holder.Guest.OccurrenceId) is not null;
        return new(holder.Guest, holder.PoleName, holder.Language, agenda.Meeting, agenda.Items, finished ? await proceedings.Of(holder.Reader, holder.Guest.OccurrenceId) : new Dictionary<string, Note>())
        {
            TakesAnswers = agenda.Meeting.State == Occurrence.Planned && agenda.Meeting.StartsAt is not null && clock.GetUtcNow() < agenda.Meeting.EndsAt,
            TakesPoints = agenda.Meeting.State == Occurrence.Planned && clock.GetUtcNow() < end,
            Proposed = await OwnPoints(holder.Guest.Id),
        };
    }

    /// <summary>The holder of a link says whether they come.</summary>
    /// <exception cref="NotHere">The link opens nothing.</exception>
    /// <exception cref="Refused">The meeting is over or cancelled; the answer is none of yes, maybe, no.</exception>
    public async Task Answer(string secret, string answer)
    {
        Refused.If(!Reply.All.Contains(answer), "answer", "workshops.refused.answer");
        var view = await Open(secret) ?? throw new NotHere();
        Refused.If(!view.TakesAnswers, "", "workshops.refused.over");
        await db.Write(view.Meeting.PoleId, async tx =>
        {
            if (answer == Reply.Yes && view.Meeting.Capacity is { } seats)
                Refused.If(await CountComing(tx, view.Meeting.Id, view.Guest.Id) + await Workshops.CountComing(tx, view.Meeting.Id) >= seats, "answer", "workshops.refused.full", seats);
            if (await tx.Execute("update meeting_guests set answer = @answer, answered_at = @Now where id = @Id and revoked_at is null and (answer is null or answer <> @answer)", new { view.Guest.Id, answer, tx.Now }) == 1)
                await tx.Announce(null, new GuestAnswered(view.Meeting.PoleId, view.Meeting.Id));
        });
    }

    private sealed record Held(Guest Guest, Actor Reader, string PoleName, string Language);

    private sealed record Link
    {
        public required string PoleId { get; init; }
        public required string Slug { get; init; }
        public required string PoleName { get; init; }
        public required string Zone { get; init; }
        public required string Language { get; init; }
    }

    private string SignedPath(string guestId) => $"/invitation/{_keys.Protect(guestId)}";

    private Task<Held?> Holder(string secret)
    {
        if (secret.Length is >= 20 and <= LongestSecret) return HeldBy("g.secret_hash = @hash", new { hash = Hash(secret) });
        try { return secret.Length > LongestSecret ? HeldBy("g.id = @id", new { id = _keys.Unprotect(secret) }) : Task.FromResult<Held?>(null); }
        catch (CryptographicException) { return Task.FromResult<Held?>(null); }
    }

    // A reader of one meeting, who is nobody of the pole: made for this reading, and given to no other.
    private async Task<Held?> HeldBy(string where, object args)
    {
        var guest = await db.MaybeOne<Guest>($"select {Columns} from meeting_guests g join people p on p.id = g.invited_by where {where} and g.revoked_at is null", args);
        if (guest is null) return null;
        var pole = await db.One<Link>("select p.id as pole_id, p.slug, p.name as pole_name, p.zone, p.language from meeting_guests g join poles p on p.id = g.pole_id where g.id = @Id", new { guest.Id });
        return new(guest, new(guest.Id, guest.Name, pole.Language, pole.PoleId, pole.Slug, pole.PoleName, pole.Zone, null, null, "benevole", Roles.Member), pole.PoleName, pole.Language);
    }

    private Task Change(Actor actor, string guestId, string set, Func<string, string, Event>? told) => db.Write(actor.PoleId, async tx =>
    {
        var meeting = await tx.MaybeOne<string>("select occurrence_id from meeting_guests where id = @guestId and pole_id = @PoleId", new { guestId, actor.PoleId }) ?? throw new NotHere();
        if (await tx.Execute($"update meeting_guests set {set} where id = @guestId and revoked_at is null", new { guestId, tx.Now }) == 1 && told is not null) await tx.Announce(actor, told(actor.PoleId, meeting));
        tx.Whisper(meeting, Room.Page);
    });

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
