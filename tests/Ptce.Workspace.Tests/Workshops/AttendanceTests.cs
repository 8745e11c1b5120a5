using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class AttendanceTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();
    private Contributions Contributions => Get<Contributions>();

    /// <summary>A workshop that began an hour ago.</summary>
    private async Task<Occurrence> Begun(NewSeries? series = null)
    {
        var planned = await Workshops.Plan(Cast.Chloe, series ?? Today());
        return (await Workshops.Between(Cast.Chloe, new(2026, 11, 19), new(2026, 11, 19), planned.Id))[0];
    }

    [Fact]
    public async Task Who_was_there_confirms_the_hours_with_one_tap_and_the_pole_validates_them()
    {
        var meeting = await Begun();
        await Workshops.Answer(Cast.David, meeting.Id, new("yes"));
        await Workshops.Attend(Cast.Amina, meeting.Id);
        await Workshops.Attend(Cast.Amina, meeting.Id);
        await Workshops.Attend(Cast.GaelleOfElips, meeting.Id);
        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Bruno.PersonId, true);
        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Bruno.PersonId, false);
        await Workshops.Propose(Cast.Amina, meeting.Id, false, "Charte", 20, "decide");
        await Workshops.Close(Cast.Chloe, meeting.Id, 150);

        var present = await Workshops.Attendance(Cast.Elise, meeting.Id);
        Assert.Equal(["Amina Belkacem draft", "Gaëlle Weber draft"], present.Select(p => $"{p.Name} {p.LineState}"));
        var draft = Assert.Single(await Contributions.Drafts(Cast.Amina));
        Assert.Equal(("temps_salarie", "atelier", 150L, "Val Horizon", Clock.Today), (draft.Kind, draft.Activity, draft.Minutes, draft.OrganisationName, draft.Day));
        Assert.Equal(("benevolat_usager", "Elips"), (await Contributions.Drafts(Cast.Gaelle)).Select(d => (d.Kind, d.OrganisationName)).Single());

        Assert.Equal("contributions.own_draft", (await Assert.ThrowsAsync<Refused>(() => Contributions.Submit(Cast.Chloe, draft.Id))).Key);
        await Contributions.Submit(Cast.Amina, draft.Id);
        await Contributions.Submit(Cast.Amina, draft.Id);
        await Contributions.Validate(Cast.Chloe, draft.Id);
        Assert.Equal("validated", (await Contributions.One(Cast.Amina, draft.Id)).State);
        Assert.Equal(1, await Db.One<long>("select count(*) from events where name = 'ContributionLogged'"));
        Assert.Equal("Charte", Assert.Single((await Workshops.AgendaOf(Cast.Amina, (await Workshops.Next(Cast.Amina, 1))[0].Id)).Items).Title);

        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Elise.PersonId, true);
        Assert.Equal(150, Assert.Single(await Contributions.Drafts(Cast.Elise)).Minutes);
        await Assert.ThrowsAsync<Refused>(() => Workshops.Close(Cast.Chloe, meeting.Id));
        await Assert.ThrowsAsync<Refused>(() => Workshops.Attend(Cast.Bruno, meeting.Id));
        Assert.Equal((1, 3), ((int)(await Workshops.PresenceOf(Cast.Bruno, meeting.SeriesId, new(2026, 1, 1), new(2026, 12, 31))).Meetings,
            (await Workshops.PresenceOf(Cast.Bruno, meeting.SeriesId, new(2026, 1, 1), new(2026, 12, 31))).Organisations.Count));
    }

    [Fact]
    public async Task Presence_is_counted_year_after_year_for_a_series_or_for_all_but_the_working_groups()
    {
        await Db.Write(null, tx => tx.Execute("update mandates set from_day = '2020-01-01'"));
        var series = await Workshops.Plan(Cast.Chloe, Today() with { Anchor = new(2025, 11, 20), Every = "weekly" });
        foreach (var (from, who) in new[] { (new DateOnly(2025, 11, 20), Cast.Amina), (new DateOnly(2026, 11, 12), Cast.Bruno), (new DateOnly(2026, 11, 19), Cast.Amina) })
        {
            var meeting = (await Workshops.Between(Cast.Chloe, from, from, series.Id))[0];
            await Workshops.NotePresent(Cast.Chloe, meeting.Id, who.PersonId, true);
            await Workshops.Close(Cast.Chloe, meeting.Id);
        }
        var all = await Workshops.PresenceOverYears(Cast.Elise, null);
        Assert.Equal([(2025L, 1L, 1L), (2026L, 2L, 2L)], all.Years.Select(y => (y.Year, y.Meetings, y.People)));
        Assert.Equal(["Elips 2026 1", "Val Horizon 2025 1", "Val Horizon 2026 1"], all.Organisations.Select(o => $"{o.Name} {o.Year} {o.Meetings}"));
        Assert.Empty((await Workshops.PresenceOverYears(Cast.Elise, "une autre")).Years);
    }

    [Fact]
    public async Task The_first_of_ten_years_is_counted_whole()
    {
        await Db.Write(null, tx => tx.Execute("update mandates set from_day = '2016-01-01'"));
        var series = await Workshops.Plan(Cast.Chloe, Today() with { Anchor = new(2026, 1, 8), Every = "weekly" });
        var meeting = (await Workshops.Between(Cast.Chloe, new(2026, 1, 8), new(2026, 1, 8), series.Id))[0];
        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Amina.PersonId, true);
        await Workshops.Close(Cast.Chloe, meeting.Id);

        Clock.Advance(TimeSpan.FromDays(365 * (Workshops.MostYears - 1))); // a November of 2035: January 2026 is of the tenth year back
        Assert.Equal([2026L], (await Workshops.PresenceOverYears(Cast.Elise, series.Id)).Years.Select(y => y.Year));
    }

    [Fact]
    public async Task In_a_committees_meeting_only_its_people_note_themselves_unless_a_code_hangs_at_the_door()
    {
        var meeting = await Begun(Today() with { Kind = "copil", Audience = Audiences.Committee });
        Assert.Equal("workshops.refused.not_invited", (await Assert.ThrowsAsync<Refused>(() => Workshops.Attend(Cast.Amina, meeting.Id))).Key);
        Assert.False(await Workshops.TakesPart(Cast.Amina, meeting));
        await Workshops.Attend(Cast.Elise, meeting.Id);

        await Workshops.SetDoor(Cast.Chloe, meeting.Id, code: true);
        await Workshops.Attend(Cast.Amina, meeting.Id, (await Workshops.One(Cast.Chloe, meeting.Id)).DoorCode);
        Assert.True(await Workshops.TakesPart(Cast.Amina, meeting));
    }

    [Fact]
    public async Task With_a_code_at_the_door_only_those_who_read_it_note_themselves()
    {
        var meeting = await Begun();
        await Workshops.SetDoor(Cast.Chloe, meeting.Id, code: true);
        var code = (await Workshops.One(Cast.Chloe, meeting.Id)).DoorCode!;
        Assert.Equal(DoorCode.Length, code.Length);
        Assert.DoesNotContain(code, c => "01258BILOSZ".Contains(c));

        await Workshops.Attend(Cast.Amina, meeting.Id, $" {code.ToLowerInvariant().Insert(2, "-")} ");
        Assert.Equal("code", (await Workshops.Attendance(Cast.Chloe, meeting.Id))[0].How);
        for (var n = 1; n < Workshops.MostTries; n++)
            Assert.Equal("workshops.refused.code", (await Assert.ThrowsAsync<Refused>(() => Workshops.Attend(Cast.Bruno, meeting.Id, "00000"))).Key);
        Assert.Equal("workshops.refused.code_tries", (await Assert.ThrowsAsync<Refused>(() => Workshops.Attend(Cast.Bruno, meeting.Id, "00000"))).Key);
        Assert.Equal("workshops.refused.code_tries", (await Assert.ThrowsAsync<Refused>(() => Workshops.Attend(Cast.Bruno, meeting.Id, code))).Key);
    }

    [Fact]
    public async Task Nobody_is_there_before_the_time_and_a_full_day_leaves_the_others_hours_standing()
    {
        await Workshops.Plan(Cast.Chloe, Coming());
        var next = (await Workshops.Next(Cast.Chloe, 1))[0];
        Assert.Equal("workshops.refused.not_now", (await Assert.ThrowsAsync<Refused>(() => Workshops.Attend(Cast.Amina, next.Id))).Key);
        Assert.Equal("workshops.refused.not_begun", (await Assert.ThrowsAsync<Refused>(() => Workshops.Close(Cast.Chloe, next.Id))).Key);

        var meeting = await Begun();
        await Contributions.Log(Cast.Amina, [new(Clock.Today, 23 * 60, "default")], "web");
        await Workshops.Attend(Cast.Amina, meeting.Id);
        await Workshops.Attend(Cast.David, meeting.Id);
        await Workshops.Close(Cast.Chloe, meeting.Id);

        var present = await Workshops.Attendance(Cast.Chloe, meeting.Id);
        Assert.Equal([("Amina Belkacem", null, "contributions.day_full"), ("David Meyer", "draft", null)], present.Select(p => (p.Name, p.LineState, p.Refused)));
    }

    private static NewSeries Today() => SixWeekly() with { Anchor = new(2026, 11, 19), Starts = new(9, 0) };
}

public sealed class AttendanceOnSqlite() : AttendanceTests(On.Sqlite);

public sealed class AttendanceOnPostgres() : AttendanceTests(On.Postgres);
