using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ptce.Workspace.Tests;

/// <summary>Stories about digests: a ledger that one writes down line by line, in the state it is needed.</summary>
public abstract class DigestTest(On on) : CastTest(on)
{
    protected static readonly DateOnly March1 = new(2026, 3, 1), March31 = new(2026, 3, 31);

    private long _written;

    protected Digests Digests => Get<Digests>();

    /// <summary>A line of the ledger. Ids sort as they were written.</summary>
    protected async Task<string> Line(
        string day, string kind = "benevolat_usager", long minutes = 60, string state = "validated", Actor? of = null, string? giver = null, string? beneficiary = null,
        decimal? quantity = null, long? unitValueCents = null, string? reverses = null, string unit = "heure")
    {
        var id = $"line-{++_written:000000}";
        var person = Rates.Kinds.Contains(kind) ? of ?? Cast.Bruno : null;
        await Db.Write(Cast.Pole.Id, tx => tx.Execute("""
            insert into contributions (id, pole_id, person_id, organisation_id, beneficiary_id, kind, day, minutes, quantity_milli, unit, unit_value_cents, channel, state, logged_at, reverses_id)
            values (@id, @pole, @person, @organisation, @beneficiary, @kind, @day, @minutes, @quantityMilli, @unit, @unitValueCents, 'import', @state, @Now, @reverses)
            """, new
        {
            id,
            pole = Cast.Pole.Id,
            person = person?.PersonId,
            organisation = giver is null ? person?.OrganisationId ?? Cast.Organisation("Elips") : Cast.Organisation(giver),
            beneficiary = beneficiary is null ? null : Cast.Organisation(beneficiary),
            kind,
            day,
            minutes,
            quantityMilli = (long?)(quantity * 1000),
            unit = quantity is null ? null : unit,
            unitValueCents,
            state,
            tx.Now,
            reverses,
        }));
        return id;
    }

    protected Task State(string line, string state) =>
        Db.Write(Cast.Pole.Id, tx => tx.Execute("update contributions set state = @state where id = @line", new { line, state }));

    protected async Task<string> StateOf(string line) => await Db.One<string>("select state from contributions where id = @line", new { line });

    protected async Task<Digest> Compile(DateOnly from, DateOnly to) => await Digests.Compile(await Digests.Ask(Cast.Chloe, from, to));

    protected Task<Digest> March() => Compile(March1, March31);

    /// <summary>Opens the review and lets one organisation of the committee approve: with two there, that is the quorum.</summary>
    protected async Task<Digest> Approve(Digest digest)
    {
        await Digests.OpenReview(Cast.Chloe, digest.Id);
        await Digests.Approve(Cast.Elise, digest.Id, (await Digests.One(Cast.Elise, digest.Id)).Hash!);
        return await Digests.One(Cast.Chloe, digest.Id);
    }

    protected async Task<IReadOnlyList<(string? Reason, string Line)>> LeftOut(Digest digest) =>
        [.. (await Digests.Lines(digest, "reason")).Select(l => (l.Reason, l.ContributionId))];

    protected Task<IReadOnlyList<string>> Events(string about) => Db.Read<string>("select name from events where subject_id = @about order by seq", new { about });

    /// <summary>As someone would who has the store and a tool of their own: no trigger, no foreign key, no check where the store lets them.</summary>
    protected async Task<DbConnection> Tool()
    {
        DbConnection tool = On == On.Sqlite ? new SqliteConnection($"Data Source={((SqliteDb)Db).File};Foreign Keys=False;Pooling=False") : new NpgsqlConnection(Store.Settings.Postgres);
        await tool.OpenAsync(TestContext.Current.CancellationToken);
        if (On == On.Postgres) await tool.ExecuteAsync("set session_replication_role = replica");
        else
            foreach (var trigger in await tool.QueryAsync<string>("select name from sqlite_master where type = 'trigger'")) await tool.ExecuteAsync($"drop trigger {trigger}");
        return tool;
    }
}
