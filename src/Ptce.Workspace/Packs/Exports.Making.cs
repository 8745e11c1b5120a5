using System.Security.Cryptography;

namespace Ptce.Workspace;

public sealed partial class Exports
{
    /// <summary>Makes a file that was asked for: the job's call. Twice does nothing the second time; after a crash it begins anew.</summary>
    /// <exception cref="Exception">It could not be made this time: that is noted, and the scheduler tries again.</exception>
    public async Task Make(string id, JobAccount account, CancellationToken stop = default)
    {
        if (await Find(id) is not { State: Export.Asked } export) return;
        try
        {
            await Make(export, account, stop);
        }
        catch (Exception e) when (e is NotHere or NotAllowed) // they left the pole meanwhile, or may no longer read this
        {
            await db.Write(export.PoleId, tx => tx.Execute("update exports set state = 'failed', expires_at = @ended where id = @id", new { ended = clock.GetUtcNow() + Kept, id }));
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            await db.Write(export.PoleId, tx => tx.Execute("update exports set failures = failures + 1 where id = @id", new { id }));
            throw;
        }
    }

    private async Task Make(Export export, JobAccount account, CancellationToken stop)
    {
        var pole = (await poles.All()).First(p => p.Id == export.PoleId);
        var actor = await actors.Find(export.AskedBy, pole.Slug, export.OrganisationId) ?? throw new NotHere();
        Directory.CreateDirectory(Folder);
        var part = FileOf(export) + ".part";
        string sha256;
        long bytes;
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
        {
            await Write(export, actor, file, account, stop);
            await file.FlushAsync(stop);
            bytes = file.Length;
            file.Position = 0;
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
        }
        File.Move(part, FileOf(export), overwrite: true);
        await db.Write(export.PoleId, tx => tx.Execute("""
            update exports set state = 'ready', done = total, sha256 = @sha256, bytes = @bytes, ready_at = @Now, expires_at = @ended where id = @Id and state = 'asked'
            """, new { sha256, bytes, tx.Now, ended = tx.Now + Kept, export.Id }));
        account.DidFor(export.PoleId, "jobs.did.export", export.Total);
    }

    private async Task Write(Export export, Actor actor, FileStream to, JobAccount account, CancellationToken stop)
    {
        var say = new Say(export.Language);
        var digest = await digests.One(actor, export.DigestId);
        if (export.What == Export.All) Xlsx.Write(to, await Everything(actor, digest, export.ShowsValues, say));
        else if (export.What == Export.Entries) await packs.WriteLineEntries(actor, digest, to, Counted(export, Lines(digest, stop), account));
        else
        {
            var names = await members.AllNames(actor.PoleId);
            var rules = (await digests.RatesUsed(digest)).ToDictionary(r => r.Number, r => say.Used(r));
            var shown = LineColumns(say, names).Where(c => export.ShowsValues || !c.InEuros).ToList();
            IReadOnlyList<TableColumn> columns = [.. shown.Select(c => c.Column)];
            var rows = Based(Counted(export, Lines(digest, stop), account))
                .Select(l => new LineTold(l.Line, digests.MaySeePerson(actor, l.Line), l.Line.RateNumber is { } rate ? rules[rate] : digests.MayOpen(actor, l.Line) ? l.Basis?.In(say, l.Line.Unit) : null))
                .Select(l => (IReadOnlyList<object?>)[.. shown.Select(c => c.Of(l))]);
            if (export.Format == "csv") await CsvFile.Write(to, say.Culture, [.. columns.Select(c => c.Header), say["packs.column.hash"]], rows.Select(r => (IReadOnlyList<object?>)[.. Plain(columns, r), digest.Hash]));
            else await Sheet(to, actor, digest, say, columns, rows);
        }
    }

    private static IEnumerable<object?> Plain(IReadOnlyList<TableColumn> columns, IReadOnlyList<object?> row) =>
        row.Select((cell, i) => columns[i].Shape == Shape.Money && cell is long cents ? cents / 100m : cell);

    private static async Task Sheet(Stream to, Actor actor, Digest digest, Say say, IReadOnlyList<TableColumn> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows)
    {
        using var book = new Xlsx(to);
        book.Begin(say["packs.export.lines"],
            [say["packs.export.lines"], $"{actor.PoleName}, {say.Period(digest.FromDay, digest.ToDay)}", Packs.Standing(digest, say), say["packs.hash", digest.Hash]],
            columns, say["packs.foot", actor.PoleName, digest.ShortHash]);
        await foreach (var row in rows) book.Row(row);
        book.Total(say["packs.total"]);
        book.End();
    }

    /// <summary>Every table of every pack this reader may open, one sheet after the other; sheets of one person are asked for one by one.</summary>
    private async Task<TableFile> Everything(Actor actor, Digest digest, bool values, Say say)
    {
        var files = new List<TableFile>();
        foreach (var name in Packs.Readable(actor).SelectMany(g => g.Names).Where(n => n is not (PackNames.Person or PackNames.StaffMonth) && (values || PackNames.MayHideValues.Contains(n))))
            files.Add(Packs.File(await packs.Of(actor, digest.Id, new(name, values), say), actor, say));
        return new([say["packs.heading", say.Period(digest.FromDay, digest.ToDay)], .. files[0].Head.Skip(1)], files[0].Foot, [.. files.SelectMany(f => f.Tables.Select(t => t with { Title = $"{t.Title} · {f.Head[0]}" }))]);
    }

    private async IAsyncEnumerable<DigestLine> Lines(Digest digest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        for (long after = 0; ;)
        {
            stop.ThrowIfCancellationRequested();
            var some = await digests.Lines(digest, new DigestCut(), after, Portion);
            foreach (var line in some) yield return line;
            if (some.Count < Portion) yield break;
            after = some[^1].Number;
        }
    }

    /// <summary>The same lines, and every so often a note of how far it is.</summary>
    private async IAsyncEnumerable<DigestLine> Counted(Export export, IAsyncEnumerable<DigestLine> lines, JobAccount account)
    {
        var done = 0L;
        await foreach (var line in lines)
        {
            if (++done % Portion == 0)
            {
                await db.Write(export.PoleId, tx => tx.Execute("update exports set done = @done where id = @Id and state = 'asked'", new { done, export.Id }));
                await account.Progress(done, export.Total);
            }
            yield return line;
        }
    }

    /// <summary>The same lines with how their unit values were found.</summary>
    private async IAsyncEnumerable<(DigestLine Line, UnitValueBasis? Basis)> Based(IAsyncEnumerable<DigestLine> lines)
    {
        await foreach (var some in lines.Chunk(Contributions.MostAtOnce))
        {
            var bases = await contributions.Bases([.. some.Where(l => l.UnitValueCents is not null).Select(l => l.ContributionId)]);
            foreach (var line in some) yield return (line, bases.GetValueOrDefault(line.ContributionId));
        }
    }
}
