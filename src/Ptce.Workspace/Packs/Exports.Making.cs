using System.Security.Cryptography;

namespace Ptce.Workspace;

public sealed partial class Exports
{
    /// <summary>Makes a file that was asked for: the job's call. Twice does nothing the second time; after a crash it begins anew.</summary>
    public async Task Make(string id, JobAccount account, CancellationToken stop = default)
    {
        if (await Find(id) is not { State: Export.Asked } export) return;
        var pole = (await poles.All()).First(p => p.Id == export.PoleId);
        var actor = await actors.Find(export.AskedBy, pole.Slug, export.OrganisationId);
        var ended = clock.GetUtcNow() + Kept;
        if (actor is null)
        {
            await db.Write(export.PoleId, tx => tx.Execute("update exports set state = 'failed', expires_at = @ended where id = @id", new { ended, id })); // they left the pole meanwhile
            return;
        }
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
            update exports set state = 'ready', done = total, sha256 = @sha256, bytes = @bytes, ready_at = @Now, expires_at = @ended where id = @id and state = 'asked'
            """, new { sha256, bytes, tx.Now, ended, id }));
        account.DidFor(export.PoleId, "jobs.did.export", export.Total);
    }

    private async Task Write(Export export, Actor actor, FileStream to, JobAccount account, CancellationToken stop)
    {
        var say = new Say(export.Language);
        var digest = await digests.One(actor, export.DigestId);
        if (export.What == Export.All) Xlsx.Write(to, await Everything(actor, digest, say));
        else if (export.What == Export.Entries) await packs.WriteLineEntries(actor, digest, to, Counted(export, Lines(digest, stop), account));
        else
        {
            var names = await members.AllNames(actor.PoleId);
            var columns = LineColumns(say);
            var rules = (await digests.RatesUsed(digest)).ToDictionary(r => r.Number, r => say.Used(r));
            var rows = Based(Counted(export, Lines(digest, stop), account)).Select(l => Row(l.Line, names, say, digests.MaySeePerson(actor, l.Line),
                l.Line.RateNumber is { } rate ? rules[rate] : digests.MayOpen(actor, l.Line) ? l.Basis?.In(say, l.Line.Unit) : null));
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

    /// <summary>Every table of every pack this reader may open, one sheet after the other.</summary>
    private async Task<TableFile> Everything(Actor actor, Digest digest, Say say)
    {
        var files = new List<TableFile>();
        foreach (var name in new[] { PackNames.Steering, PackNames.Cvn, PackNames.CerfaAccount, PackNames.CerfaBudget, PackNames.Entries, PackNames.Organisation, PackNames.Ceiling })
            files.Add(Packs.File(await packs.Of(actor, digest.Id, new(name), say), actor, say));
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

    private static IReadOnlyList<TableColumn> LineColumns(Say t) =>
    [
        new(t["packs.column.day"], Shape.Day), new(t["packs.column.person"]), new(t["packs.column.giver"]), new(t["packs.column.receiver"]), new(t["packs.column.kind"]),
        new(t["packs.column.minutes"], Shape.Count, Summed: true), new(t["packs.column.amount_given"], Shape.Quantity), new(t["packs.column.unit"]),
        new(t["packs.column.unit_value"], Shape.Money), new(t["packs.column.hourly"], Shape.Money), new(t["packs.column.value"], Shape.Money, Summed: true),
        new(t["packs.column.rule"]), new(t["packs.column.debit_account"]), new(t["packs.column.credit_account"]), new(t["packs.column.reverses"]), new(t["packs.column.line_id"]),
    ];

    private static IReadOnlyList<object?> Row(DigestLine l, Members.Names names, Say say, bool named, string? rule) =>
    [
        l.Day, named ? names.Person(l.PersonId) : null, names.Organisation(l.OrganisationId), names.Organisation(l.BeneficiaryId) ?? say["digests.pole_itself"], say.Kind(l.Kind),
        l.Minutes, l.QuantityMilli / 1000m, l.Unit, l.UnitValueCents, l.CentsPerHour, l.ValueCents, rule, l.Debit, l.Credit, l.ReversesId, l.ContributionId,
    ];
}
