using Microsoft.Extensions.DependencyInjection;
using static Ptce.Workspace.Tests.MeetingsFolk;

namespace Ptce.Workspace.Tests;

/// <summary>A series of 200 meetings and 90 people: the pages read as many statements as for a series that has just begun, and use their indexes.</summary>
public abstract class LongSeriesTests(On on) : CastTest(on)
{
    private CountingDb _counting = null!;

    protected override void Replace(IServiceCollection services)
    {
        var made = services.Last(s => s.ServiceType == typeof(Db));
        services.AddSingleton<Db>(s => _counting = new((Db)made.ImplementationFactory!(s)));
    }

    [Fact]
    public async Task Two_hundred_meetings_and_ninety_people_take_no_more_statements_than_a_few()
    {
        var workshops = Get<Workshops>();
        await Get<Members>().Import(Cast.Pole, [.. Enumerable.Range(0, 90).Select(n => new MemberRow(n + 2, $"Organisation {n % 30}", "association", "membre", $"Personne {n}", $"p{n}@exemple.test", "member", "benevole"))]);
        var few = await Meeting("Courte", new(2026, 11, 19), busy: false);
        var many = await Meeting("Longue", new(2022, 12, 1), busy: true);
        Assert.True(await Db.One<long>("select count(*) from occurrences where series_id = @SeriesId", new { many.SeriesId }) >= 200);
        Assert.True((await workshops.TurnoutOf(Cast.Chloe, many.Id)).Invited.Count >= 90);

        var (forFew, forMany) = (await Reading(few), await Reading(many));
        Assert.Equal(forFew, forMany);
        Assert.InRange(forMany, 1, 45);
    }

    [Fact]
    public async Task The_registers_and_the_notes_are_found_by_their_indexes()
    {
        string[] plans =
        [
            await Plan("select id from decisions where pole_id = 'x' and id < 'z' order by id desc limit 30"),
            await Plan("select id from actions where pole_id = 'x' and id < 'z' order by id desc limit 30"),
            await Plan("select id from actions where series_id = 'x' and state = 'open' order by due_day, id limit 40"),
            await Plan("select count(*) from actions where owner_id = 'x' and state = 'open' and due_day < '2026-01-01'"),
            await Plan("select decision_id from decision_electors where person_id = 'x'"),
            await Plan("select id from note_clashes where item_id = 'x'"),
            await Plan("select id from item_runs where item_id = 'x'"),
            await Plan("select id from agenda_items where occurrence_id = 'x' order by position"),
        ];
        // An empty table may be scanned whatever its indexes: on PostgreSQL the planner is told not to.
        Assert.All(plans, plan => Assert.Matches("(?i)using (covering )?index|index (only )?scan|bitmap index", plan));
    }

    /// <summary>Everything the pages of one meeting, its series and the registers read.</summary>
    private Task<int> Reading(Occurrence meeting) => _counting.During(async () =>
    {
        var (workshops, actor) = (Get<Workshops>(), Cast.Amina);
        var agenda = await workshops.AgendaOf(actor, meeting.Id);
        await workshops.TurnoutOf(actor, meeting.Id);
        await workshops.Attendance(actor, meeting.Id);
        await workshops.SpentOn(actor, meeting.Id);
        await workshops.TakesPart(actor, agenda.Meeting);
        await workshops.Reserve(actor, meeting.SeriesId);
        await workshops.OneSeries(actor, meeting.SeriesId);
        await workshops.Between(actor, new(2026, 1, 1), new(2026, 12, 31), meeting.SeriesId);
        await workshops.PresenceOf(actor, meeting.SeriesId, new(2026, 1, 1), new(2026, 12, 31));
        await Get<Proceedings>().Of(actor, meeting.Id);
        await Get<AgendaBrings>().Of(actor, agenda, new Say("fr"));
        await Get<Decisions>().Of(actor, meeting.Id);
        await Get<Actions>().Of(actor, meeting.Id);
        Assert.InRange((await Get<Decisions>().Register(actor)).Count, 0, Decisions.PageSize);
        Assert.InRange((await Get<Actions>().Register(actor)).Count, 0, Actions.PageSize);
        await workshops.Next(actor, 8);
    });

    private async Task<Occurrence> Meeting(string name, DateOnly anchor, bool busy)
    {
        var workshops = Get<Workshops>();
        var series = await workshops.Plan(Cast.Chloe, SixWeekly(name) with { Anchor = anchor, Starts = new(9, 0), Every = "weekly" });
        var meeting = (await workshops.Between(Cast.Chloe, new(2026, 11, 18), new(2026, 11, 20), series.Id))[0];
        foreach (var n in Enumerable.Range(0, busy ? 12 : 1))
        {
            await workshops.Propose(Cast.Chloe, meeting.Id, false, $"Point {n}", 10, "discuss");
            var item = (await workshops.AgendaOf(Cast.Chloe, meeting.Id)).Items[^1].Id;
            await Get<Proceedings>().Write(Cast.Chloe, item, "s", "", "Mots");
            for (var k = 0; k < (busy ? 4 : 1); k++)
            {
                await Get<Decisions>().Propose(Cast.Amina, item, $"Décision {n} {k}", Decision.ByVote);
                await Get<Actions>().Agree(Cast.Amina, item, $"Action {n} {k}", null, Clock.Today);
            }
        }
        var invited = (await workshops.TurnoutOf(Cast.Chloe, meeting.Id)).Invited;
        foreach (var one in busy ? invited : invited.Take(2)) await workshops.NotePresent(Cast.Chloe, meeting.Id, one.PersonId, true);
        return meeting;
    }

    private async Task<string> Plan(string sql)
    {
        if (On == On.Sqlite) return string.Join('\n', (await Db.Read<(long, long, long, string Detail)>("explain query plan " + sql)).Select(p => p.Detail));
        return await Db.Write(null, async tx =>
        {
            await tx.Execute("set local enable_seqscan = off");
            return string.Join('\n', await tx.Read<string>("explain " + sql));
        });
    }
}

public sealed class LongSeriesOnSqlite() : LongSeriesTests(On.Sqlite);

public sealed class LongSeriesOnPostgres() : LongSeriesTests(On.Postgres);
