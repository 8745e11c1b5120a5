using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Invités d'une séance: they hold a link that shows one meeting and lets them say whether they come. It opens nothing else and ends by itself.</summary>
public sealed class Guests(Db db, Workshops workshops, Proceedings proceedings, TimeProvider clock)
{
    public const int LongestName = 120;  // characters
    public const int MostGuests = 60;    // of one meeting
    public const int DaysAfter = 30;     // how long after the meeting a link still shows it
    private const int SecretBytes = 24;

    private const string Columns = "g.id, g.occurrence_id, g.name, g.organisation, g.answer, g.present, p.name as invited_by_name";

    /// <summary>The guests of a meeting, by name.</summary>
    public async Task<IReadOnlyList<Guest>> Of(Actor actor, string occurrenceId)
    {
        await workshops.One(actor, occurrenceId);
        return await db.Read<Guest>($"""
            select {Columns} from meeting_guests g join people p on p.id = g.invited_by where g.occurrence_id = @occurrenceId and g.revoked_at is null order by g.name, g.id
            """, new { occurrenceId });
    }

    /// <summary>Invites someone without an account.</summary>
    /// <returns>The path of their link. It is told once: the store keeps only its hash.</returns>
    /// <exception cref="Refused">«guest» or «guest_of» is missing or too long; there are too many; the meeting is over or cancelled.</exception>
    public Task<string> Invite(Actor actor, string occurrenceId, string? name, string? organisation)
    {
        actor.Must(Act.PlanMeetings);
        (name, organisation) = (name?.Trim() ?? "", organisation?.Trim() ?? "");
        Refused.If(name is "" or { Length: > LongestName }, "guest", "guests.refused.name", LongestName);
        Refused.If(organisation is "" or { Length: > LongestName }, "guest_of", "guests.refused.organisation", LongestName);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return db.Write(actor.PoleId, async tx =>
        {
            var meeting = await Workshops.Standing(tx, actor, occurrenceId);
            Refused.If(meeting.State == Occurrence.Cancelled, "", "workshops.refused.cancelled");
            Refused.If(await tx.One<long>("select count(*) from meeting_guests where occurrence_id = @occurrenceId and revoked_at is null", new { occurrenceId }) >= MostGuests, "guest", "guests.refused.many", MostGuests);
            await tx.Execute("""
                insert into meeting_guests (id, pole_id, occurrence_id, name, organisation, secret_hash, invited_at, invited_by)
                values (@id, @PoleId, @occurrenceId, @name, @organisation, @hash, @Now, @PersonId)
                """, new { id = Ids.New(), actor.PoleId, occurrenceId, name, organisation, hash = Hash(secret), tx.Now, actor.PersonId });
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
        if (await Holder(secret) is not { } holder) return null;
        var agenda = await workshops.AgendaOf(holder.Reader, holder.Guest.OccurrenceId);
        var end = agenda.Meeting.EndsAt ?? new DateTimeOffset(agenda.Meeting.Computed.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
        if (clock.GetUtcNow() > end.AddDays(DaysAfter)) return null;
        var finished = await proceedings.SettledAt(holder.Reader, holder.Guest.OccurrenceId) is not null;
        return new(holder.Guest, holder.PoleName, holder.Language, agenda.Meeting, agenda.Items, finished ? await proceedings.Of(holder.Reader, holder.Guest.OccurrenceId) : new Dictionary<string, Note>())
        {
            TakesAnswers = agenda.Meeting.State == Occurrence.Planned && agenda.Meeting.StartsAt is not null && clock.GetUtcNow() < agenda.Meeting.EndsAt,
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

    // A reader of one meeting, who is nobody of the pole: made for this reading, and given to no other.
    private async Task<Held?> Holder(string secret)
    {
        if (secret.Length is < 20 or > 64) return null;
        var hash = Hash(secret);
        var guest = await db.MaybeOne<Guest>($"select {Columns} from meeting_guests g join people p on p.id = g.invited_by where g.secret_hash = @hash and g.revoked_at is null", new { hash });
        if (guest is null) return null;
        var pole = await db.One<Link>("select p.id as pole_id, p.slug, p.name as pole_name, p.zone, p.language from meeting_guests g join poles p on p.id = g.pole_id where g.secret_hash = @hash", new { hash });
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
