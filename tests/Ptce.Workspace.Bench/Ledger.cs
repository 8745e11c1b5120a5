using System.Globalization;
using System.Text;

namespace Ptce.Workspace.Bench;

/// <summary>Poles with their people, and ledgers written straight into the store: years of lines in seconds.</summary>
public sealed class Ledger(IServiceProvider slices, int seed = 20140731)
{
    private const int Portion = 2_000; // lines at once

    private static readonly string[] Kinds =
        ["benevolat_usager", "benevolat_usager", "benevolat_usager", "benevolat_usager", "benevolat_politique", "benevolat_politique", "temps_salarie", "locaux", "denrees", "materiel"];

    private static readonly string[] Columns =
    [
        "id", "pole_id", "person_id", "organisation_id", "beneficiary_id", "kind", "activity", "day", "minutes", "quantity_milli", "unit", "unit_value_cents",
        "note", "channel", "logged_by", "state", "logged_at", "validated_at", "validated_by",
    ];

    private readonly Random _chance = new(seed);

    private Db Db => slices.GetRequiredService<Db>();

    private sealed record Giver(string PersonId, string OrganisationId);

    /// <summary>A pole with so many organisations and people; the first person coordinates it and keeps its accounts.</summary>
    public async Task<Pole> Found(string name, int organisations, int people)
    {
        var pole = await slices.GetRequiredService<Poles>().Create(name, "Europe/Paris");
        var rows = Enumerable.Range(0, people).SelectMany(i => (i == 0 ? new[] { "coordinatrice", "trésorier", "administration", "copil" } : ["membre"])
            .Select(role => new MemberRow(i + 2, $"Organisation {i % organisations} de {name}", "asso", "membre", $"Personne {i} de {name}", Email(pole, i), role, "benevole")));
        await slices.GetRequiredService<Members>().Import(pole, [.. rows]);
        return pole;
    }

    public static string Email(Pole pole, int person) => $"p{person}@{pole.Slug}.test";

    /// <summary>Writes lines spread evenly over the days; nineteen of twenty are validated, or in the state that is asked for.</summary>
    public async Task Write(Pole pole, DateOnly from, DateOnly to, int lines, string state = "validated")
    {
        foreach (var text in Portions(pole, await Givers(pole), from, to, lines, state)) await Db.Write(pole.Id, tx => tx.AddText("contributions", Columns, text));
    }

    /// <summary>The same for many poles at once: all in one transaction, and what guards and finds lines is set up when they are there.</summary>
    public async Task WriteAll(IReadOnlyList<Pole> poles, DateOnly from, DateOnly to, int linesEach)
    {
        var givers = new Dictionary<Pole, IReadOnlyList<Giver>>();
        foreach (var pole in poles) givers[pole] = await Givers(pole);
        await Db.Write(null, async tx =>
        {
            var after = await tx.Read<SetUp>("select type, name, sql from sqlite_master where tbl_name = 'contributions' and type in ('index', 'trigger') and sql is not null");
            foreach (var made in after) await tx.Execute($"drop {made.Type} {made.Name}");
            foreach (var pole in poles)
                foreach (var text in Portions(pole, givers[pole], from, to, linesEach, "validated")) await tx.AddText("contributions", Columns, text);
            foreach (var made in after) await tx.Execute(made.Sql);
        });
    }

    private sealed record SetUp(string Type, string Name, string Sql);

    private Task<IReadOnlyList<Giver>> Givers(Pole pole) =>
        Db.Read<Giver>("select person_id, organisation_id from mandates where pole_id = @Id and organisation_id is not null order by person_id", new { pole.Id });

    private IEnumerable<ReadOnlyMemory<byte>> Portions(Pole pole, IReadOnlyList<Giver> people, DateOnly from, DateOnly to, int lines, string state)
    {
        var organisations = people.Select(p => p.OrganisationId).Distinct().ToList();
        var days = to.DayNumber - from.DayNumber + 1;
        var rows = new StringBuilder();
        for (var i = 0; i < lines; i++)
        {
            var day = from.AddDays((int)((long)i * days / lines));
            Row(rows, pole, day, people[_chance.Next(people.Count)], _chance.Next(2) == 0 ? "-" : organisations[_chance.Next(organisations.Count)],
                Kinds[_chance.Next(Kinds.Length)], _chance.Next(20) == 0 ? "submitted" : state);
            if ((i + 1) % Portion != 0 && i != lines - 1) continue;
            yield return Encoding.UTF8.GetBytes(rows.ToString());
            rows.Clear();
        }
    }

    private void Row(StringBuilder rows, Pole pole, DateOnly day, Giver by, string beneficiary, string kind, string state)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero).AddMilliseconds(_chance.Next(36_000_000));
        var time = Workspace.Kinds.IsTime(kind);
        var logged = at.ToUnixTimeMilliseconds();
        rows.Append(CultureInfo.InvariantCulture, $"{Guid.CreateVersion7(at)}\t{pole.Id}\t{(time ? by.PersonId : "-")}\t{by.OrganisationId}\t{beneficiary}\t{kind}\t{(time ? "cotech" : "-")}\t");
        rows.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}\t{(time ? _chance.Next(1, 33) * 15 : 0)}\t");
        rows.Append(time ? "-\t-\t-\t" : string.Create(CultureInfo.InvariantCulture, $"{_chance.Next(1, 40) * 500}\theure\t{_chance.Next(100, 5000)}\t"));
        var validated = state == "validated";
        rows.Append(CultureInfo.InvariantCulture, $"réunion du groupe\tweb\t{by.PersonId}\t{state}\t{logged}\t{(validated ? logged : "-")}\t{(validated ? by.PersonId : "-")}\n");
    }
}
