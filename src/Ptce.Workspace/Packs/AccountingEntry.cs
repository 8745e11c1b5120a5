using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Écriture : the same amount on both sides, never below zero; what takes back more than it gives stands the other way round.</summary>
public sealed record AccountingEntry(long Number, DateOnly Day, string Debit, string Credit, long Cents, string Label)
{
    public static AccountingEntry Of(long number, DateOnly day, AccountPair pair, long cents, string label) =>
        cents >= 0 ? new(number, day, pair.Debit, pair.Credit, cents, label) : new(number, day, pair.Credit, pair.Debit, -cents, label);
}

/// <summary>Entries as accounting programs read them.</summary>
public static class AccountingFiles
{
    /// <summary>The 18 columns of the fichier des écritures comptables, article A47 A-1 of the Livre des procédures fiscales.</summary>
    public static readonly IReadOnlyList<string> Fec =
    [
        "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate",
        "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
    ];

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Tab-separated, days as yyyyMMdd, decimal comma: two rows an entry, debit and credit.</summary>
    /// <param name="accountName">French names of the accounts: the file is French whoever asks.</param>
    /// <param name="validated">When the digest was approved; null while it was not.</param>
    public static async Task WriteFec(Stream to, IAsyncEnumerable<AccountingEntry> entries, string piece, DateOnly? validated, Func<string, string> accountName)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join('\t', Fec));
        await foreach (var e in entries)
            foreach (var (account, debit, credit) in new[] { (e.Debit, e.Cents, 0L), (e.Credit, 0L, e.Cents) })
                await text.WriteLineAsync(string.Join('\t', [
                    "CVN", "Contributions volontaires en nature", e.Number.ToString(CultureInfo.InvariantCulture), Compact(e.Day), account, Flat(accountName(account)), "", "",
                    piece, Compact(e.Day), Flat(e.Label), Amount(debit), Amount(credit), "", "", validated is { } day ? Compact(day) : "", "", ""]));
    }

    /// <summary>The simplified import of Paheko: one row an entry, days as dd/MM/yyyy, decimal comma, "," between fields as it writes itself.</summary>
    public static async Task WritePaheko(Stream to, IAsyncEnumerable<AccountingEntry> entries, string piece, string note)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync(string.Join(',', ((string[])["Numéro d'écriture", "Date", "Libellé", "Compte de débit", "Compte de crédit", "Montant", "Numéro pièce comptable", "Référence paiement", "Remarques"]).Select(Quoted)));
        await foreach (var e in entries) // no number: Paheko gives its own, and a number of ours would change an entry that bears it
            await text.WriteLineAsync(string.Join(',', ((string[])["", e.Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), e.Label, e.Debit, e.Credit, Amount(e.Cents), piece, "", note]).Select(Quoted)));
    }

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", French);

    private static string Compact(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Flat(string text) => text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');

    private static string Quoted(string text) => $"\"{(text.Length > 0 && "=+-@".Contains(text[0]) ? "'" + text : text).Replace("\"", "\"\"")}\"";
}
