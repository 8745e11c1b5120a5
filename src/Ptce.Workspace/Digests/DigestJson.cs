using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary>A digest as one JSON object, written as it is read: console and API say the same.</summary>
/// <remarks>
/// <c>{pole, from, to, hash, totals: {minutes, value_cents, by_kind: {kind: {lines, minutes, value_cents}}, by_account: {"864": cents}},
/// lines: [{date, person, organisation, beneficiary, kind, minutes, quantity, unit_value_cents, rate_cents_per_hour, value_cents, debit, credit}],
/// excluded: [{date, person, kind, reason}]}</c>: names where the ledger has ids, a null beneficiary is the pole itself. What has no rate or no
/// unit value stands in both: its quantities count, with a null rate and no value, and it is named among what stays out of the euros.
/// </remarks>
public sealed class DigestJson(Db db, Digests digests, Members members)
{
    private const int FlushAt = 1 << 16; // bytes

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // accents stay legible; never put into a page

    /// <param name="sees">Whose names may be shown; null shows all.</param>
    public async Task Write(Digest digest, string pole, Stream to, Func<DigestLine, bool>? sees = null)
    {
        var names = await members.AllNames(digest.PoleId);
        var totals = await digests.Totals(digest);
        await using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("pole", pole);
        json.WriteString("from", digest.FromDay.Iso());
        json.WriteString("to", digest.ToDay.Iso());
        json.WriteString("hash", digest.Hash);
        WriteTotals(json, digest, totals);
        string? Person(DigestLine line) => sees?.Invoke(line) is false ? null : names.Person(line.PersonId);

        json.WriteStartArray("lines");
        await Each(digest, json, line => line.Reason is null, line =>
        {
            json.WriteStartObject();
            json.WriteString("date", line.Day.Iso());
            json.WriteString("person", Person(line));
            json.WriteString("organisation", names.Organisation(line.OrganisationId));
            json.WriteString("beneficiary", names.Organisation(line.BeneficiaryId));
            json.WriteString("kind", line.Kind);
            json.WriteNumber("minutes", line.Minutes);
            Number(json, "quantity", line.QuantityMilli / 1000m);
            Number(json, "unit_value_cents", line.UnitValueCents);
            Number(json, "rate_cents_per_hour", line.CentsPerHour);
            json.WriteNumber("value_cents", line.ValueCents);
            json.WriteString("debit", line.Debit);
            json.WriteString("credit", line.Credit);
            json.WriteEndObject();
        });
        json.WriteEndArray();

        json.WriteStartArray("excluded");
        await Each(digest, json, line => (line.Reason ?? line.Unvalued) is not null, line =>
        {
            json.WriteStartObject();
            json.WriteString("date", line.Day.Iso());
            json.WriteString("person", Person(line));
            json.WriteString("kind", line.Kind);
            json.WriteString("reason", line.Reason ?? line.Unvalued);
            json.WriteEndObject();
        });
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, Digest digest, IReadOnlyList<DigestTotal> totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("minutes", digest.Minutes);
        json.WriteNumber("value_cents", digest.ValueCents);
        json.WriteStartObject("by_kind");
        foreach (var kind in totals.Where(t => t.Facet == "kind").OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject(kind.Name);
            json.WriteNumber("lines", kind.Lines);
            json.WriteNumber("minutes", kind.Minutes);
            json.WriteNumber("value_cents", kind.ValueCents);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("by_account");
        foreach (var account in totals.Where(t => t.Facet == "account").OrderBy(t => t.Name, StringComparer.Ordinal)) json.WriteNumber(account.Name, account.ValueCents);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private Task<bool> Each(Digest digest, Utf8JsonWriter json, Func<DigestLine, bool> among, Action<DigestLine> write) => db.Snapshot(async tx =>
    {
        await foreach (var line in Digests.AllLines(tx, digest.Id))
        {
            if (!among(line)) continue;
            write(line);
            if (json.BytesPending > FlushAt) await json.FlushAsync();
        }
        return true;
    });

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } n) json.WriteNumber(name, n);
        else json.WriteNull(name);
    }
}
