using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

public abstract class ProceedingsTests(On on) : CastTest(on)
{
    private Workshops Workshops => Get<Workshops>();
    private Proceedings Proceedings => Get<Proceedings>();

    /// <summary>A meeting that began an hour ago, with one point.</summary>
    private async Task<(Occurrence Meeting, string Item)> Begun(string audience = "pole")
    {
        var planned = await Workshops.Plan(Cast.Chloe, SixWeekly() with { Anchor = new(2026, 11, 19), Starts = new(9, 0), Audience = audience });
        var meeting = (await Workshops.Between(Cast.Chloe, new(2026, 11, 19), new(2026, 11, 19), planned.Id))[0];
        await Workshops.Propose(Cast.Chloe, meeting.Id, false, "Broyeur", 20, "decide");
        return (meeting, (await Workshops.AgendaOf(Cast.Chloe, meeting.Id)).Items[0].Id);
    }

    [Fact]
    public async Task What_two_people_write_at_once_stands_together_and_the_same_save_counts_once()
    {
        var (meeting, item) = await Begun();
        await Proceedings.Write(Cast.Chloe, item, "c1", "", "Présentation du broyeur.");
        await Proceedings.Write(Cast.Amina, item, "a1", "Présentation du broyeur.", "Présentation du broyeur.\r\nVal Horizon le voudrait.");
        var note = await Proceedings.Write(Cast.Chloe, item, "c2", "Présentation du broyeur.", "Présentation du broyeur mobile.\nIl coûte 12 000 €.");
        Assert.Equal("Présentation du broyeur mobile.\nIl coûte 12 000 €.\nVal Horizon le voudrait.", note.Text);
        Assert.Equal(["Chloé Perrin", "Chloé Perrin", "Amina Belkacem"], note.Writers.Select(w => string.Join('+', w)));

        var again = await Proceedings.Write(Cast.Chloe, item, "c2", "Présentation du broyeur.", "Présentation du broyeur mobile.\nIl coûte 12 000 €.");
        Assert.Equal((3L, note.Text), (again.Version, again.Text));
        Assert.Equal(["MinutesBegun"], await Db.Read<string>("select name from events where name like 'Minutes%'"));
        Assert.Equal(note.Text, (await Proceedings.Of(Cast.Elise, meeting.Id))[item].Text);
    }

    [Fact]
    public async Task The_same_words_changed_by_two_are_both_kept_with_who_wrote_what_until_someone_settles_it()
    {
        var (meeting, item) = await Begun();
        await Proceedings.Write(Cast.Chloe, item, "c1", "", "On achète en mars.");
        await Proceedings.Write(Cast.Amina, item, "a1", "On achète en mars.", "On achète en avril.");
        var note = await Proceedings.Write(Cast.Bruno, item, "b1", "On achète en mars.", "On achète en mai.");
        Assert.Equal("On achète en avril.\nOn achète en mai.", note.Text);
        var clash = Assert.Single(note.Clashes);
        Assert.Equal(("On achète en avril.", "On achète en mai.", "Bruno Keller"), (clash.Theirs, clash.Mine, clash.MineBy));
        Assert.Equal(["Chloé Perrin", "Amina Belkacem"], clash.TheirsBy);

        await Proceedings.Settle(Cast.Amina, clash.Id);
        await Proceedings.Settle(Cast.Bruno, clash.Id);
        Assert.Empty((await Proceedings.Of(Cast.Bruno, meeting.Id))[item].Clashes);
    }

    [Fact]
    public async Task A_committees_minutes_are_written_by_those_who_are_there_and_finished_minutes_by_nobody()
    {
        var (meeting, item) = await Begun("committee");
        await Assert.ThrowsAsync<NotAllowed>(() => Proceedings.Write(Cast.Amina, item, "a1", "", "Moi aussi."));
        await Workshops.NotePresent(Cast.Chloe, meeting.Id, Cast.Amina.PersonId, true);
        await Proceedings.Write(Cast.Amina, item, "a1", "", "Moi aussi.");
        await Proceedings.Write(Cast.Elise, item, "e1", "Moi aussi.", "Moi aussi.\nLe comité est d'accord.");

        await Proceedings.Finish(Cast.Chloe, meeting.Id, finished: true);
        await Proceedings.Finish(Cast.Chloe, meeting.Id, finished: true);
        Assert.Equal("proceedings.refused.settled", (await Assert.ThrowsAsync<Refused>(() => Proceedings.Write(Cast.Elise, item, "e2", "", "Encore."))).Key);
        await Proceedings.Finish(Cast.Chloe, meeting.Id, finished: false);
        await Proceedings.Write(Cast.Elise, item, "e3", "Moi aussi.\nLe comité est d'accord.", "Moi aussi.");
        Assert.Equal("text", (await Assert.ThrowsAsync<Refused>(() => Proceedings.Write(Cast.Elise, item, "e4", "", new string('x', Proceedings.Longest + 1)))).Field);
        Assert.Equal(["MinutesBegun", "MinutesSettled", "MinutesReopened"], await Db.Read<string>("select name from events where name like 'Minutes%' order by seq"));
    }

    [Fact]
    public async Task Each_point_has_its_time_and_one_runs_at_once()
    {
        var (meeting, first) = await Begun();
        await Workshops.Propose(Cast.Amina, meeting.Id, false, "Charte", 10, "discuss");
        var second = (await Workshops.AgendaOf(Cast.Amina, meeting.Id)).Items[1].Id;

        await Workshops.Begin(Cast.Amina, first);
        Clock.Advance(TimeSpan.FromMinutes(12));
        await Workshops.Begin(Cast.Amina, first);
        await Workshops.Begin(Cast.Bruno, second);
        Clock.Advance(TimeSpan.FromMinutes(3));
        await Workshops.Pause(Cast.Bruno, second);
        await Workshops.Begin(Cast.Chloe, first);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Workshops.Reach(Cast.Chloe, first, true);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var spent = await Workshops.SpentOn(Cast.Amina, meeting.Id);
        Assert.Equal((13 * 60, 3 * 60), ((int)spent[first].SecondsAt(Clock.GetUtcNow()), (int)spent[second].SecondsAt(Clock.GetUtcNow())));
        await Workshops.Begin(Cast.Chloe, second);
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Workshops.Close(Cast.Chloe, meeting.Id);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(5 * 60, (await Workshops.SpentOn(Cast.Amina, meeting.Id))[second].SecondsAt(Clock.GetUtcNow()));
    }
}

public sealed class ProceedingsOnSqlite() : ProceedingsTests(On.Sqlite);

public sealed class ProceedingsOnPostgres() : ProceedingsTests(On.Postgres);
