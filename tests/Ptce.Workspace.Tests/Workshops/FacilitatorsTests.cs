namespace Ptce.Workspace.Tests;

public abstract class FacilitatorsTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();

    private NewRotaPlace Place(string organisation, DateOnly? from = null) => new(Cast.Organisation(organisation), null, from);

    private async Task<IReadOnlyList<Occurrence>> Coming(string series) => await Workshops.Between(Cast.Amina, new(2026, 11, 20), new(2027, 12, 31), series);

    private static IEnumerable<string?> Leads(IEnumerable<Occurrence> meetings) => meetings.Select(m => m.Facilitator?.Told);

    [Fact]
    public async Task Organisations_lead_in_turn_and_who_hosts_does_not_lead()
    {
        var series = await Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming() with
        {
            HostIds = [Cast.Organisation("Elips"), Cast.Organisation("Re-Sources"), Cast.Organisation("Val Horizon")],
            Facilitators = [Place("Elips"), Place("Re-Sources"), new(Cast.Organisation("La Coursive"), Cast.Chloe.PersonId)],
        });
        var meetings = await Coming(series.Id);
        Assert.Equal(["Re-Sources", "Elips", "Chloé Perrin (La Coursive)", "Re-Sources", "Elips", "Chloé Perrin (La Coursive)"], Leads(meetings.Take(6)));
        Assert.All(meetings, m => Assert.NotEqual(m.HostId, m.FacilitatorOrganisationId));

        // Only hosts in the rota: they lead rather than nobody.
        var alone = await Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming("Seuls") with { HostIds = [Cast.Organisation("Elips")], Facilitators = [Place("Elips")] });
        Assert.All(await Coming(alone.Id), m => Assert.Equal("Elips", m.Facilitator!.Told));
    }

    [Fact]
    public async Task A_cancelled_or_moved_meeting_costs_nobody_a_turn()
    {
        var series = await Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming() with { Facilitators = [Place("Elips"), Place("Re-Sources"), Place("Val Horizon")] });
        var meetings = await Coming(series.Id);
        await Workshops.Move(Cast.Chloe, meetings[0].Id, meetings[1].Day!.Value.AddDays(1), new(9, 0), "Salle prise");
        Assert.Equal("Elips", (await Workshops.One(Cast.Amina, meetings[0].Id)).Facilitator!.Told);

        await Workshops.Cancel(Cast.Chloe, meetings[1].Id, "Neige");
        Assert.Equal(["Re-Sources", "Val Horizon", "Elips"], Leads((await Coming(series.Id)).Where(m => m.State == Occurrence.Planned && m.Id != meetings[0].Id).Take(3)));
        await Workshops.Restore(Cast.Chloe, meetings[1].Id);
        Assert.Equal(Leads(meetings.OrderBy(m => m.Id)), Leads((await Coming(series.Id)).OrderBy(m => m.Id)));

        // What is called outside the rhythm is led by whoever it finds.
        var extra = await Workshops.Convene(Cast.Chloe, series.Id, new(2026, 12, 1), new(9, 0));
        Assert.Null((await Workshops.One(Cast.Amina, extra)).Facilitator);
    }

    [Fact]
    public async Task Who_is_replaced_for_once_comes_next_and_the_rota_goes_on()
    {
        var series = await Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming() with { Facilitators = [Place("Elips"), Place("Re-Sources"), Place("Val Horizon")] });
        var first = (await Coming(series.Id))[0].Id;
        await Workshops.Entrust(Cast.Chloe, first, Cast.Organisation("Val Horizon"), Cast.Amina.PersonId);
        await Workshops.Entrust(Cast.Chloe, first, Cast.Organisation("Val Horizon"), Cast.Amina.PersonId);
        Assert.Equal(["Amina Belkacem (Val Horizon)", "Elips", "Re-Sources", "Val Horizon"], Leads((await Coming(series.Id)).Take(4)));
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'MeetingEntrusted'"));

        await Workshops.Entrust(Cast.Chloe, first, null, null);
        Assert.Equal(["Elips", "Re-Sources", "Val Horizon"], Leads((await Coming(series.Id)).Take(3)));
        Assert.Equal("facilitator", (await Assert.ThrowsAsync<Refused>(() => Workshops.Entrust(Cast.Chloe, first, null, Cast.Zora.PersonId))).Field);
        Assert.Equal("facilitator", (await Assert.ThrowsAsync<Refused>(() => Workshops.Entrust(Cast.Chloe, first, Cast.Organisation("Elips"), Cast.Amina.PersonId))).Field);
    }

    [Fact]
    public async Task Who_joins_the_rota_waits_from_that_day_and_who_led_stays_written()
    {
        var series = await Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming() with { Facilitators = [Place("Elips"), Place("Re-Sources")] });
        Clock.AdvanceTo(new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero));
        await Workshops.Change(Cast.Chloe, series.Id, MeetingsFolk.Coming() with { Facilitators = [Place("Re-Sources"), Place("Val Horizon", new(2027, 2, 1))] });
        var meetings = await Coming(series.Id);
        Assert.Equal(["Elips", "Re-Sources", "Re-Sources", "Val Horizon", "Re-Sources"], Leads(meetings.Take(5)));
        Assert.Equal([(new DateOnly(2026, 11, 19), "Re-Sources"), (new DateOnly(2027, 2, 1), "Val Horizon")], (await Workshops.OneSeries(Cast.Amina, series.Id)).Rota.Select(p => (p.FromDay, p.Facilitator.Told)));

        await Workshops.Change(Cast.Chloe, series.Id, MeetingsFolk.Coming());
        Assert.Equal(["Elips", null, null], Leads((await Coming(series.Id)).Take(3)));
    }

    [Fact]
    public async Task Whoever_leads_is_told_with_the_agenda_and_again_when_the_turn_changes()
    {
        var series = await Workshops.Plan(Cast.Chloe, MeetingsFolk.Coming() with { Facilitators = [new(Cast.Organisation("Val Horizon"), Cast.Amina.PersonId), Place("Elips")] });
        var first = (await Coming(series.Id))[0].Id;
        async Task<Notice> Told(Actor reader) => (await Get<FacilitationNotice>().Write(new("d", Cast.Pole.Id, "mail", FacilitationNotice.TheTopic, first, reader.PersonId, 1), reader))!;
        Task<IReadOnlyList<string>> Owed() => Db.Read<string>("select distinct recipient_id from deliveries where topic = 'meeting_facilitation' and delivered_at is null");

        await Workshops.Entrust(Cast.Chloe, first, Cast.Organisation("Re-Sources"), null);
        Assert.Empty(await Owed());
        await Workshops.Entrust(Cast.Chloe, first, null, null);
        await Workshops.PrepareAgenda(Cast.Chloe, first);
        Assert.Equal([Cast.Amina.PersonId], await Owed());
        Assert.StartsWith("À vous d'animer", (await Told(Cast.Amina)).Title, StringComparison.Ordinal);

        await Workshops.Entrust(Cast.Chloe, first, Cast.Organisation("Re-Sources"), null);
        Assert.Contains(Cast.Elise.PersonId, await Owed());
        Assert.StartsWith("Quelqu'un d'autre anime", (await Told(Cast.Amina)).Title, StringComparison.Ordinal);
        Assert.StartsWith("À vous d'animer", (await Told(Cast.Elise)).Title, StringComparison.Ordinal);
        var invitation = (await Get<IEnumerable<IWriteNotices>>().Single(w => w.Topic == MeetingNotices.Invitation).Write(new("d", Cast.Pole.Id, "mail", MeetingNotices.Invitation, first, Cast.Amina.PersonId, 1), Cast.Amina))!;
        Assert.Contains(invitation.Facts, f => f.Value == "Re-Sources");
    }

    [Fact]
    public async Task The_preview_shows_whose_turn_it_would_be()
    {
        var turns = await Workshops.Preview(Cast.Chloe, MeetingsFolk.Coming() with { HostIds = [Cast.Organisation("Elips"), Cast.Organisation("Re-Sources")], Facilitators = [Place("Elips"), Place("Re-Sources")] }, 3);
        Assert.Equal([("Elips", "Re-Sources"), ("Re-Sources", "Elips"), ("Elips", "Re-Sources")], turns.Select(t => (t.HostName, t.FacilitatorName)));
    }
}

public sealed class FacilitatorsOnSqlite() : FacilitatorsTests(On.Sqlite);

public sealed class FacilitatorsOnPostgres() : FacilitatorsTests(On.Postgres);
