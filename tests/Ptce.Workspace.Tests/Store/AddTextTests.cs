using System.Text;

namespace Ptce.Workspace.Tests;

public abstract class AddTextTests(On on) : StoreTest(on)
{
    [Fact]
    public async Task Rows_that_are_text_come_back_as_they_were_written_whatever_signs_are_in_them()
    {
        await Db.Write(null, tx => tx.Execute("create table written (number bigint primary key, words text)"));
        string?[] words = [null, "-", "", "tab\there", "two\nlines\r", @"back\slash \t", "déjà – œuvre 🎉", .. Enumerable.Range(0, 1000).Select(i => $"n° {i}")];
        var rows = new TextRecords();
        for (var i = 0; i < words.Length; i++)
        {
            rows.Begin(Encoding.UTF8.GetBytes($"{i}"));
            rows.Add(words[i]);
            rows.End();
        }

        await Db.Write(null, tx => tx.AddText("written", ["number", "words"], rows.All));

        Assert.Equal(words, await Db.Read<string?>("select words from written order by number"));
        Assert.Equal(words.Length, await Db.One<long>("select count(*) from written where number = number + 0"));
    }

    [Fact]
    public async Task Rows_of_one_parent_are_taken_or_refused_with_it_and_every_row_after_them_is_asked_again()
    {
        await Db.Write(null, tx => tx.Execute("create table parents (id text primary key)"));
        await Db.Write(null, tx => tx.Execute("create table children (parent_id text not null references parents (id), number bigint not null, primary key (parent_id, number))"));
        await Db.Write(null, tx => tx.Execute("insert into parents (id) values ('known')"));
        Task Add(params string[] parents) => Db.Write(null, tx =>
            tx.AddText("children", ["parent_id", "number"], Encoding.UTF8.GetBytes(string.Concat(parents.Select((p, i) => $"{p}\t{i}\n"))), ofOneParent: true));

        await Add([.. Enumerable.Repeat("known", 1000)]);

        await Assert.ThrowsAnyAsync<Exception>(() => Add("unknown", "unknown"));
        await Assert.ThrowsAnyAsync<Exception>(() => Add([.. Enumerable.Repeat("known", 1500), "unknown"]));
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Write(null, tx => tx.Execute("insert into children (parent_id, number) values ('unknown', 1)")));
        Assert.Equal(1000, await Db.One<long>("select count(*) from children"));
    }

    [Fact]
    public async Task A_cursor_reads_numbers_texts_and_what_is_absent() => await Db.Snapshot(async tx =>
    {
        await using var row = await tx.Scan("select 42 as n, 'été' as t, null as absent, '' as empty");
        Assert.True(await row.Next());
        Assert.Equal((42, "42", "été", true, false), (row.Number(0), Encoding.UTF8.GetString(row[0]), Encoding.UTF8.GetString(row[1]), row.IsNull(2), row.IsNull(3)));
        Assert.False(await row.Next());
        return true;
    });
}

public sealed class AddTextOnSqlite() : AddTextTests(On.Sqlite);

public sealed class AddTextOnPostgres() : AddTextTests(On.Postgres);
