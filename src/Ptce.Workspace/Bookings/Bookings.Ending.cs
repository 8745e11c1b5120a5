namespace Ptce.Workspace;

/// <param name="ContributionId">The draft that whoever booked is asked to confirm; null where nothing was lent to another member.</param>
public sealed record BookingTookPlace(string PoleId, string BookableId, string BookingId, string? ContributionId) : Event(PoleId, BookableId);

public sealed partial class Bookings
{
    private const int MostDaysLate = 35; // a booking older than this is ended without asking anybody to remember it

    private sealed record Past(string Id, string BookableId, string LenderId, string Kind, string Title, long Of, string OrganisationId, string PersonId, DateOnly Day, long Starts, long Ends, long Seats);

    /// <summary>Each night: bookings whose day is over are ended. What one member lent another becomes a draft line, for whoever booked to confirm.</summary>
    public async Task End(JobAccount account)
    {
        foreach (var pole in await poles.All())
        {
            var today = Zones.Day(clock.GetUtcNow(), pole.Zone);
            var past = await db.Read<Past>("""
                select k.id, k.bookable_id, b.organisation_id as lender_id, b.kind, b.title, b.seats as "of", k.organisation_id, k.person_id, k.day, k.starts, k.ends, k.seats
                from bookings k join bookables b on b.id = k.bookable_id
                where k.pole_id = @Id and k.day < @today and k.ended_at is null and k.cancelled_at is null order by k.day, k.id
                """, new { pole.Id, today });
            if (past.Count == 0) continue;
            var (roll, drafts) = (await Roll.Read(db, pole.Id, today), 0L);
            foreach (var booking in past)
                if (await db.Write(pole.Id, tx => End(tx, roll, pole.Id, booking)) is not null) drafts++;
            account.DidFor(pole.Id, "bookings.did.ended", past.Count, drafts);
        }
    }

    /// <returns>The draft; null where there is none.</returns>
    private async Task<string?> End(Tx tx, Roll roll, string poleId, Past booking)
    {
        if (await tx.Execute("update bookings set ended_at = @Now where id = @Id and ended_at is null and cancelled_at is null", new { booking.Id, tx.Now }) == 0) return null;
        var lent = booking.LenderId != booking.OrganisationId && booking.Day >= roll.Today.AddDays(-MostDaysLate);
        var draft = !lent ? null : await Contributions.DraftBooked(tx, roll, poleId, booking.PersonId, new(booking.Day, 0, booking.Kind,
            OrganisationId: booking.LenderId, BeneficiaryId: booking.OrganisationId, Quantity: Hours(booking), Unit: "heure",
            Starts: DayMinutes.Write(booking.Starts), Ends: booking.Ends == 1440 ? "00:00" : DayMinutes.Write(booking.Ends), Note: booking.Title));
        await tx.Execute("update bookings set contribution_id = @draft where id = @Id", new { booking.Id, draft });
        await tx.Announce(null, new BookingTookPlace(poleId, booking.BookableId, booking.Id, draft));
        if (draft is not null) await notices.Owe(tx, booking.PersonId, BookingNotices.TheTopic, poleId, poleId, $"{poleId}/{roll.Today:yyyy-MM-dd}");
        return draft;
    }

    /// <summary>Hours lent: of a room the part that was held, of equipment and vehicles as many as were taken.</summary>
    private static decimal Hours(Past booking) =>
        Math.Max(0.001m, Math.Round((booking.Ends - booking.Starts) / 60m * booking.Seats / (booking.Kind == Kinds.Locaux ? booking.Of : 1), 3, MidpointRounding.AwayFromZero));
}
