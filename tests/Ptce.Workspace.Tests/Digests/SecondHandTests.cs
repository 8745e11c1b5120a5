using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Ptce.Workspace.Tests;

/// <summary>A second implementation of the whole valuation, written from the field's rules and in whole numbers only, against the program's own JSON.</summary>
public abstract class SecondHandTests(On on) : DigestTest(on)
{
    private const int Many = 10_000;

    private sealed record Given(string Id, string Day, string Kind, long Minutes, long? QuantityMilli, long? UnitCents, string State);

    // Adopted in the story below: kind, first day, base in cents (null: SMIC), coefficient ‰, charge ‱, accounts.
    private static readonly (string Kind, string From, long? Base, long Coefficient, long Charge, string? Debit, string? Credit)[] Adopted =
    [
        ("benevolat_usager", "0001-01-01", null, 1000, 0, "864", "875"),
        ("benevolat_politique", "0001-01-01", null, 1000, 0, null, null),
        ("benevolat_usager", "2024-07-01", null, 1500, 0, "864", "875"),
        ("benevolat_usager", "2025-09-15", null, 1000, 4200, "864", "875"),
        ("temps_salarie", "2025-01-01", 23_47, 1000, 3375, "862", "871"),
        ("mecenat_competences", "2024-01-01", 61_13, 1000, 0, "864", "875"),
    ];

    private static readonly (string From, long Cents)[] SmicOfTheDay =
        [("2023-05-01", 11_52), ("2024-01-01", 11_65), ("2024-11-01", 11_88), ("2026-01-01", 12_02)];

    [Fact]
    public async Task Agrees_to_the_cent_on_ten_thousand_lines()
    {
        var rates = Get<Rates>();
        RateDecision decision = new("benevolat_usager", "M3", 1.5m, 0, null, "encadrement", null, new(2024, 7, 1), "grille", "AG", new(2024, 6, 1), "PV 1");
        await rates.Adopt(Cast.David, decision);
        await rates.Adopt(Cast.David, decision with { Method = "M2", Coefficient = 1, Charge = 0.42m, From = new(2025, 9, 15) });
        await rates.Adopt(Cast.David, decision with { Kind = "temps_salarie", Method = "M4", Coefficient = 1, Charge = 0.3375m, EurosPerHour = 23.47m, From = new(2025, 1, 1) });
        await rates.Adopt(Cast.David, decision with { Kind = "mecenat_competences", Method = "M5", Coefficient = 1, EurosPerHour = 61.13m, Accounts = "864/875", From = new(2024, 1, 1) });
        var ledger = Ledger();
        await Write(ledger);

        var digest = await Compile(new(2024, 1, 1), new(2026, 10, 31));

        using var written = new MemoryStream();
        await Get<DigestJson>().Write(digest, Cast.Pole.Slug, written);
        var json = JsonDocument.Parse(written.ToArray()).RootElement;
        Compare(ledger.OrderBy(l => l.Day, StringComparer.Ordinal).ThenBy(l => l.Id, StringComparer.Ordinal).ToList(), json);
        Assert.Equal((digest.Hash, Cast.Pole.Slug, "2024-01-01", "2026-10-31"), (json.GetProperty("hash").GetString(), json.GetProperty("pole").GetString(), json.GetProperty("from").GetString(), json.GetProperty("to").GetString()));
        Assert.True((await Digests.Verify(digest.Id)).Holds);
    }

    private void Compare(List<Given> ledger, JsonElement json)
    {
        var lines = json.GetProperty("lines").EnumerateArray().ToList();
        var excluded = json.GetProperty("excluded").EnumerateArray().ToList();
        var (line, left) = (0, 0);
        long minutes = 0, cents = 0;
        var byKind = new SortedDictionary<string, (long Lines, long Minutes, long Cents)>(StringComparer.Ordinal);
        var byAccount = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var given in ledger.Where(l => l.State != "cancelled"))
        {
            var (reason, rate, value, debit, credit) = Worth(given);
            if (reason is not null)
            {
                var e = excluded[left++];
                Assert.Equal((given.Day, given.Kind, reason), (e.GetProperty("date").GetString(), e.GetProperty("kind").GetString(), e.GetProperty("reason").GetString()));
                if (reason is not ("no_rate" or "no_unit_value")) continue; // these two count in quantities
            }
            var l = lines[line++];
            Assert.Equal((given.Day, given.Kind, given.Minutes, rate, value, debit, credit), (l.GetProperty("date").GetString(), l.GetProperty("kind").GetString(), l.GetProperty("minutes").GetInt64(),
                Number(l, "rate_cents_per_hour"), l.GetProperty("value_cents").GetInt64(), l.GetProperty("debit").GetString(), l.GetProperty("credit").GetString()));
            (minutes, cents) = (minutes + given.Minutes, cents + value);
            var kind = byKind.GetValueOrDefault(given.Kind);
            byKind[given.Kind] = (kind.Lines + 1, kind.Minutes + given.Minutes, kind.Cents + value);
            foreach (var account in new[] { debit, credit }.OfType<string>()) byAccount[account] = byAccount.GetValueOrDefault(account) + value;
        }
        Assert.Equal((lines.Count, excluded.Count), (line, left));
        var totals = json.GetProperty("totals");
        Assert.Equal((minutes, cents), (totals.GetProperty("minutes").GetInt64(), totals.GetProperty("value_cents").GetInt64()));
        Assert.Equal(byKind.Select(k => $"{k.Key} {k.Value}"), totals.GetProperty("by_kind").EnumerateObject().Select(k =>
            $"{k.Name} ({k.Value.GetProperty("lines").GetInt64()}, {k.Value.GetProperty("minutes").GetInt64()}, {k.Value.GetProperty("value_cents").GetInt64()})"));
        Assert.Equal(byAccount.Select(a => (a.Key, a.Value)), totals.GetProperty("by_account").EnumerateObject().Select(a => (a.Name, a.Value.GetInt64())));
        Assert.Equal(byAccount.Where(a => a.Key[..2] == "86").Sum(a => a.Value), byAccount.Where(a => a.Key[..2] == "87").Sum(a => a.Value));
    }

    private static (string? Reason, long? Rate, long Value, string? Debit, string? Credit) Worth(Given l)
    {
        if (l.State != "validated") return (l.State, null, 0, null, null);
        (string, string)? pair = l.Kind switch { "locaux" => ("8611", "871"), "materiel" or "vehicule" => ("8612", "871"), "denrees" => ("860", "870"), "service" or "competence" or "connaissance" or "personnel" => ("862", "871"), _ => null };
        if (pair is { } p) return l.UnitCents is { } unit ? (null, null, HalfUp((BigInteger)l.QuantityMilli!.Value * unit, 1000), p.Item1, p.Item2) : ("no_unit_value", null, 0, null, null);
        var adopted = Adopted.LastOrDefault(a => a.Kind == l.Kind && string.CompareOrdinal(a.From, l.Day) <= 0);
        if (adopted.Kind is null) return (l.Kind == "personnel_mis_a_disposition" ? "invoiced" : l.Kind == "achat_groupe" ? "indicator" : "no_rate", null, 0, null, null);
        var basis = adopted.Base ?? SmicOfTheDay.Last(s => string.CompareOrdinal(s.From, l.Day) <= 0).Cents;
        var rate = HalfUp((BigInteger)basis * adopted.Coefficient * (10_000 + adopted.Charge), 10_000_000);
        return (null, rate, HalfUp((BigInteger)l.Minutes * rate, 60), adopted.Debit, adopted.Credit);
    }

    private static long HalfUp(BigInteger dividend, long divisor) =>
        dividend.Sign * (long)((2 * BigInteger.Abs(dividend) + divisor) / (2 * divisor));

    private static long? Number(JsonElement line, string name) => line.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetInt64() : null;

    private static List<Given> Ledger()
    {
        var random = new Random(5029);
        string[] kinds = ["benevolat_usager", "benevolat_usager", "benevolat_politique", "temps_salarie", "mecenat_competences", "personnel_mis_a_disposition", "locaux", "materiel", "vehicule", "denrees", "service", "competence", "connaissance", "personnel", "achat_groupe"];
        string[] states = ["validated", "validated", "validated", "validated", "validated", "draft", "submitted", "confirmed", "contested", "cancelled"];
        return [.. Enumerable.Range(1, Many).Select(i =>
        {
            var kind = kinds[random.Next(kinds.Length)];
            var time = Rates.Kinds.Contains(kind);
            return new Given($"g{i:000000}", new DateOnly(2024, 1, 1).AddDays(random.Next(1035)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), kind,
                time ? random.Next(1, 1441) : 0, time ? null : random.Next(1, 200_000), time || random.Next(10) == 0 ? null : random.Next(0, 50_000), states[random.Next(states.Length)]);
        })];
    }

    private Task Write(List<Given> ledger) => Db.Write(Cast.Pole.Id, tx => tx.AddRows("contributions",
        ["id", "pole_id", "person_id", "organisation_id", "kind", "day", "minutes", "quantity_milli", "unit_value_cents", "channel", "state", "logged_at"],
        ledger.Select(l => (object?[])[l.Id, Cast.Pole.Id, Rates.Kinds.Contains(l.Kind) ? Cast.Bruno.PersonId : null, Cast.Organisation("Elips"), l.Kind, l.Day, l.Minutes, l.QuantityMilli, l.UnitCents, "import", l.State, 0L])));
}

public sealed class SecondHandOnSqlite() : SecondHandTests(On.Sqlite);

public sealed class SecondHandOnPostgres() : SecondHandTests(On.Postgres);
