using System.Security.Cryptography;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Accounting entries: one per account pair and kind, on the last day of the period.</summary>
public sealed partial class Packs
{
    private const string Fec = "fec", FecDescription = "fec-description", Paheko = "paheko";

    /// <summary>What the entries name as their voucher.</summary>
    public static string Piece(Digest digest) => "BILAN-" + digest.ShortHash;

    /// <param name="Behind">The lines that make it.</param>
    private sealed record BookedEntry(AccountingEntry Entry, DigestCut Behind);

    private static IReadOnlyList<AccountingEntry> EntriesOf(Source s) => [.. BookedEntries(s).Select(e => e.Entry)];

    private static IReadOnlyList<BookedEntry> BookedEntries(Source s) => !s.Settings.Books ? [] :
        [.. s.Sums.Select(sum => (Sum: sum, Pair: Booked(sum, s.Settings.BoardCvn))).Where(x => x.Pair is not null)
            .GroupBy(x => (x.Pair!.Debit, x.Pair.Credit, x.Sum.Kind)).OrderBy(g => g.Key.Debit, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
            .Where(g => g.Sum(x => x.Sum.ValueCents) != 0)
            .Select((g, i) => new BookedEntry(
                AccountingEntry.Of(i + 1, s.Digest.ToDay, new(g.Key.Debit, g.Key.Credit), g.Sum(x => x.Sum.ValueCents),
                    s.Say["packs.entry", s.Say.Kind(g.Key.Kind), s.Say.Period(s.Digest.FromDay, s.Digest.ToDay)]),
                new(Kind: g.Key.Kind, Account: string.Join(',', g.Select(x => x.Sum.Debit ?? "-").Distinct()))))];

    private static Pack Entries(Source s)
    {
        var t = s.Say;
        var table = new Table("ecritures", t["packs.ecritures.table"],
            [
                new(t["packs.column.number"], Shape.Count), new(t["packs.column.day"], Shape.Day), new(t["packs.column.label"]), new(t["packs.column.debit_account"]),
                new(t["packs.column.credit_account"]), new(t["packs.column.debit"], Shape.Money, Summed: true), new(t["packs.column.credit"], Shape.Money, Summed: true), new(t["packs.column.piece"]),
            ],
            [new([.. BookedEntries(s).Select(b => (b.Entry, Href: s.Lines(b.Behind)))
                .Select(b => new TableRow([b.Entry.Number, b.Entry.Day, b.Entry.Label, b.Entry.Debit, b.Entry.Credit, b.Entry.Cents, b.Entry.Cents, Piece(s.Digest)], b.Href))], t["packs.total"])]);
        return new(PackNames.Entries, t["packs.ecritures.title"], s.Digest, s.Asked, [table])
        {
            Lede = t[s.Settings.Books ? "packs.ecritures.lede" : "packs.ecritures.none"],
            Files = s.Settings.Books ? [new(t["packs.ecritures.fec"], "ecritures.txt"), new(t["packs.ecritures.description"], "ecritures-description.txt"), new(t["packs.ecritures.paheko"], "ecritures-paheko.csv")] : [],
        };
    }

    /// <summary>The entries of a digest as a file for accounting; always in French.</summary>
    /// <param name="shape">The FEC, what accompanies it, or Paheko's simplified import.</param>
    /// <exception cref="NotAllowed">Observers are given figures, not entries.</exception>
    private async Task<Digest> WriteEntries(Actor actor, string digestId, Stream to, string shape)
    {
        actor.Must(Act.ReadDigests);
        var say = new Say("fr");
        var s = await Read(actor, digestId, new(PackNames.Entries), say);
        var entries = EntriesOf(s);
        if (shape == Paheko) await AccountingFiles.WritePaheko(to, entries.ToAsyncEnumerable(), Piece(s.Digest), say["packs.hash", s.Digest.Hash]);
        else if (shape == Fec) await WriteFec(to, s, entries);
        else await Describe(to, s, entries);
        return s.Digest;
    }

    private static Task WriteFec(Stream to, Source s, IReadOnlyList<AccountingEntry> entries) =>
        AccountingFiles.WriteFec(to, entries.ToAsyncEnumerable(), Piece(s.Digest), Approved(s.Digest, s.Actor), account => s.Say["digests.account." + account]);

    /// <summary>The description that article A47 A-1 wants beside the file, with both hashes whole: no column of the FEC has room for them.</summary>
    private static async Task Describe(Stream to, Source s, IReadOnlyList<AccountingEntry> entries)
    {
        var (t, file, total) = (s.Say, new MemoryStream(), s.Say.Money(entries.Sum(e => e.Cents)));
        await WriteFec(file, s, entries);
        await using var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var line in (string[])
            [
                t["packs.fec.title"], "",
                t.Pair(t["packs.fec.pole"], s.Actor.PoleName),
                t.Pair(t["packs.fec.digest"], $"{t.Period(s.Digest.FromDay, s.Digest.ToDay)}, {Standing(s.Digest, t)}"),
                t.Pair(t["packs.fec.digest_hash"], s.Digest.Hash),
                t.Pair(t["packs.fec.file"], s.Digest.FileName(Fec, "txt")),
                t.Pair(t["packs.fec.file_hash"], Convert.ToHexStringLower(SHA256.HashData(file.ToArray()))),
                t.Pair(t["packs.fec.entries"], t["packs.fec.entries_said", entries.Count, 2 * entries.Count, total, total]),
                t.Pair(t["packs.fec.journal"], t["packs.fec.journal_said"]),
                t.Pair(t["packs.fec.piece"], t["packs.fec.piece_said", Piece(s.Digest), s.Digest.ShortHash.Length]),
                t.Pair(t["packs.fec.shape"], t["packs.fec.shape_said", AccountingFiles.Fec.Count]),
                t.Pair(t["packs.fec.fields"], string.Join(", ", AccountingFiles.Fec)),
            ])
            await text.WriteLineAsync(line);
    }

    /// <summary>The same line by line, for whoever must follow each gift into the books: one entry per booked line, on its own day.</summary>
    internal async Task WriteLineEntries(Actor actor, Digest digest, Stream to, IAsyncEnumerable<DigestLine> lines)
    {
        var (say, settings) = (new Say("fr"), await Settings(actor.PoleId));
        await AccountingFiles.WriteFec(to, settings.Books ? Each() : AsyncEnumerable.Empty<AccountingEntry>(), Piece(digest), Approved(digest, actor), account => say["digests.account." + account]);

        async IAsyncEnumerable<AccountingEntry> Each()
        {
            var number = 0L;
            await foreach (var line in lines)
                if (Booked(line.Kind, line.Debit, line.Credit, settings.BoardCvn) is { } pair && line.ValueCents != 0)
                    yield return AccountingEntry.Of(++number, line.Day, pair, line.ValueCents, say["packs.entry_of_line", say.Kind(line.Kind), say.LongDay(line.Day)]);
        }
    }

    private static DateOnly? Approved(Digest digest, Actor actor) => digest.ApprovedAt is { } at ? Zones.Day(at, actor.Zone) : null;
}
