using System.Globalization;
using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class MembersRoundTripTests(On on) : CastTest(on)
{
    private Members Members => Get<Members>();

    [Fact]
    public async Task What_was_exported_is_imported_elsewhere_with_its_history_and_twice_is_once()
    {
        await Members.EndMembership(Cast.Chloe, (await Members.Belongings(Cast.Chloe, Cast.Organisation("Re-Sources")))[0].Id, Clock.Today);
        await Members.Describe(Cast.Amina, Cast.Organisation("Val Horizon"), new("Association loi 1901", "réemploi; couture", "Vallée basse", null, new(2019, 3, 14), "https://val-horizon.test/", "Collecte,\nrépare"), 11.5m);
        Clock.Advance(TimeSpan.FromDays(2));
        var before = await Written(Cast.Chloe);
        var pole = await Get<Poles>().Create("Pôle d'arrivée", "Europe/Paris");
        for (var i = 0; i < 2; i++) await Members.Import(pole, MemberRow.Of(CsvFile.Parse(before, MemberRow.Columns)));

        var there = (await Get<Actors>().Find(Cast.Chloe.PersonId, pole.Slug))!;
        Assert.Equal(before.Split('\n').Order(), (await Written(there)).Split('\n').Order());
        Assert.DoesNotContain("Re-Sources", (await Members.Organisations(there)).Select(o => o.Name));
        Assert.Equal(new Ptce.Workspace.Members.Imported(0, 0, 0), (await Members.Import(pole, MemberRow.Of(CsvFile.Parse(before, MemberRow.Columns)))) with { People = 0 });
    }

    [Fact]
    public async Task A_file_with_bad_lines_or_that_makes_administrators_is_refused_whole()
    {
        const string Head = "organisation;type;circle;person;email;role;engagement;from;to\n";
        var bad = await Assert.ThrowsAsync<BadFile>(() => Members.Import(Cast.Chloe, Head + "Nouvelle;association;membre;;;;;12/03/2026;\nAutre;association;membre;;;;;2026-03-12;2026-03-01"));
        Assert.Equal([(2, "members.unknown_day"), (3, "members.ends_before_it_begins")], bad.Rows.Select(r => (r.Line, r.Reason.Key)));
        var above = await Assert.ThrowsAsync<BadFile>(() => Members.Import(Cast.Chloe, Head + "Elips;scop;membre;Bruno Keller;bruno@elips.test;administration;;;"));
        Assert.Equal("members.import_administrator", Assert.Single(above.Rows).Reason.Key);
        Assert.Equal("csv.columns", (await Assert.ThrowsAsync<Refused>(() => Members.Import(Cast.Chloe, "nom;prénom\nA;B"))).Key);
        const string Said = "organisation;type;circle;person;email;role;fte;charter;website\n";
        bad = await Assert.ThrowsAsync<BadFile>(() => Members.Import(Cast.Chloe, Said + "Nouvelle;association;membre;;;;-2;;\nAutre;association;membre;;;;;hier;\nEncore;association;membre;;;;;;javascript:alert(1)"));
        Assert.Equal(["2:members.fte_range", "3:typed.no_day", "4:members.bad_website"], bad.Rows.Select(r => $"{r.Line}:{r.Reason.Key}"));
        await Members.Import(Cast.Chloe, Said + "ELIPS;scop;membre;;;;4,5;2020-01-31;");
        var elips = await Members.ProfileOf(Cast.Chloe, Cast.Organisation("Elips")); // whatever the capitals: no second one
        Assert.Equal((4500L, new DateOnly(2020, 1, 31)), (elips.FteMilli!.Value, elips.CharterSignedOn!.Value));
        Assert.DoesNotContain("Nouvelle", (await Members.Organisations(Cast.Chloe)).Select(o => o.Name));
        Assert.Equal(1, (await Members.Import(Cast.Ines, Head + "Elips;scop;membre;Bruno Keller;bruno@elips.test;administration;;;")).Mandates);
    }

    private async Task<string> Written(Actor actor)
    {
        var file = new MemoryStream();
        await CsvFile.Write(file, CultureInfo.GetCultureInfo("fr-FR"), Ptce.Workspace.Members.ExportColumns, (await Members.Export(actor)).ToAsyncEnumerable());
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF');
    }
}

public sealed class MembersRoundTripOnSqlite() : MembersRoundTripTests(On.Sqlite);

public sealed class MembersRoundTripOnPostgres() : MembersRoundTripTests(On.Postgres);
