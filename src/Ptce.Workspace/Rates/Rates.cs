using System.Globalization;

namespace Ptce.Workspace;

public sealed record RateAdopted(string PoleId, string RateId) : Event(PoleId, RateId);

/// <summary>What an assembly or a board decided, as a person states it.</summary>
/// <param name="Charge">t: 0.42 for 42 %.</param>
/// <param name="EurosPerHour">For M4 and M5; the SMIC is the base of the others.</param>
/// <param name="Accounts">"864/875", "862/871", "none", or null for the usual pair of the kind.</param>
public sealed record RateDecision(
    string Kind, string Method, decimal Coefficient, decimal Charge, decimal? EurosPerHour, string? Level, string? Accounts,
    DateOnly From, string Source, string AdoptedBy, DateOnly AdoptedOn, string MinutesReference);

/// <summary>Taux: the SMIC table and each pole's dated decisions. Nothing here is ever edited; a later row takes over.</summary>
public sealed class Rates(Db db, TimeProvider clock)
{
    public const decimal HighestCoefficient = 10, HighestCharge = 1, HighestEuros = 1000; // €/h
    public const int LongestText = 200; // characters

    /// <summary>The kinds of time a rate can be adopted for.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. Workspace.Kinds.All.Where(k => k.IsTime).OrderByDescending(k => k.Code == Workspace.Kinds.BenevolatUsager).Select(k => k.Code)];

    private const string Columns =
        "id, kind, method, coefficient_milli, charge_basis_points, cents_per_hour, level, debit, credit, from_day, source, adopted_by, adopted_on, minutes_reference";

    /// <summary>Records a rate that a body adopted, and announces it. What was valued before keeps its value: digests are frozen.</summary>
    /// <exception cref="Refused">A field is missing, out of range, or does not go with the method.</exception>
    public Task<AdoptedRate> Adopt(Actor actor, RateDecision decision)
    {
        actor.Must(Act.AdoptRates);
        return Adopt(actor.PoleId, actor, decision, actor.Today(clock));
    }

    /// <summary>The same at the console, where whoever can write the store needs no further right.</summary>
    public Task<AdoptedRate> Adopt(Pole pole, RateDecision decision) =>
        Adopt(pole.Id, null, decision, Zones.Day(clock.GetUtcNow(), pole.Zone));

    private Task<AdoptedRate> Adopt(string poleId, Actor? actor, RateDecision decision, DateOnly today)
    {
        var rate = Rate("", Check(decision, today));
        return db.Write(poleId, async tx =>
        {
            var id = Ids.New();
            await tx.Execute("""
                insert into rates (id, pole_id, kind, method, coefficient_milli, charge_basis_points, cents_per_hour, level, debit, credit,
                    from_day, source, adopted_by, adopted_on, minutes_reference, recorded_by, recorded_at)
                values (@id, @poleId, @Kind, @Method, @CoefficientMilli, @ChargeBasisPoints, @CentsPerHour, @Level, @Debit, @Credit,
                    @FromDay, @Source, @AdoptedBy, @AdoptedOn, @MinutesReference, @recordedBy, @Now)
                """, new
            {
                id,
                poleId,
                rate.Kind,
                rate.Method,
                rate.CoefficientMilli,
                rate.ChargeBasisPoints,
                rate.CentsPerHour,
                rate.Level,
                rate.Debit,
                rate.Credit,
                rate.FromDay,
                rate.Source,
                rate.AdoptedBy,
                rate.AdoptedOn,
                rate.MinutesReference,
                recordedBy = actor?.PersonId,
                tx.Now,
            });
            await tx.Announce(actor, new RateAdopted(poleId, id));
            return await tx.One<AdoptedRate>($"select {Columns} from rates where id = @id", new { id });
        });
    }

    /// <summary>The pole's grid as it would be with a decision nobody has taken yet. Writes nothing.</summary>
    /// <exception cref="Refused">The decision itself would be refused.</exception>
    public async Task<RateGrid> Proposed(Actor actor, RateDecision decision)
    {
        actor.Must(Act.AdoptRates);
        var proposed = Rate("proposed", Check(decision, actor.Today(clock)));
        return new(await db.Read<Smic>(AllSmic), [.. (await db.Read<AdoptedRate>(AllAdopted, new { poleId = actor.PoleId })).Where(r => r.Kind != proposed.Kind || r.FromDay < proposed.FromDay), proposed]);
    }

    /// <summary>A checked decision in the units of the store. Lent staff is re-invoiced: it is booked under no pair.</summary>
    private static AdoptedRate Rate(string id, RateDecision d)
    {
        var accounts = d.Kind == "personnel_mis_a_disposition" ? null : AccountPair.ForTime(d.Accounts!);
        return new(id, d.Kind, d.Method, (long)(d.Coefficient * 1000), (long)(d.Charge * 10_000), (long?)(d.EurosPerHour * 100), d.Level,
            accounts?.Debit, accounts?.Credit, d.From, d.Source, d.AdoptedBy, d.AdoptedOn, d.MinutesReference);
    }

    private static RateDecision Check(RateDecision d, DateOnly today)
    {
        Refused.If(!Kinds.Contains(d.Kind), "kind", "rates.unknown_kind", d.Kind, string.Join(", ", Kinds));
        Refused.If(d.Method is not ("M1" or "M2" or "M3" or "M4" or "M5" or "none"), "method", "rates.unknown_method", d.Method);
        Refused.If(d.Coefficient <= 0 || d.Coefficient > HighestCoefficient || decimal.Round(d.Coefficient, 3) != d.Coefficient, "coefficient", "rates.coefficient_range", HighestCoefficient);
        Refused.If(d.Coefficient != 1 && d.Method != "M3", "coefficient", "rates.coefficient_only_m3");
        Refused.If(d.Charge < 0 || d.Charge > HighestCharge || decimal.Round(d.Charge, 4) != d.Charge, "charge", "rates.charge_range");
        Refused.If(d.Charge != 0 && d.Method is not ("M2" or "M3" or "M4"), "charge", "rates.charge_not_here", d.Method);
        var priced = d.Method is "M4" or "M5";
        Refused.If(priced && d.EurosPerHour is null, "euros", "rates.euros_missing", d.Method);
        Refused.If(!priced && d.EurosPerHour is not null, "euros", "rates.euros_not_here", d.Method);
        Refused.If(d.EurosPerHour is { } e && (e <= 0 || e > HighestEuros || decimal.Round(e, 2) != e), "euros", "rates.euros_range", HighestEuros);
        Refused.If(d.AdoptedOn > today, "adopted_on", "rates.adopted_later");
        return d with
        {
            Level = string.IsNullOrWhiteSpace(d.Level) ? null : Text("level", d.Level),
            Source = Text("source", d.Source),
            AdoptedBy = Text("adopted_by", d.AdoptedBy),
            MinutesReference = Text("minutes", d.MinutesReference),
            Accounts = string.IsNullOrWhiteSpace(d.Accounts) ? UsualAccounts(d.Kind) : d.Accounts.Trim(),
        };
    }

    /// <summary>The pair a kind of time is booked under unless the pole says otherwise; board time is logged and valued, not booked.</summary>
    public static string UsualAccounts(string kind) => kind switch
    {
        "benevolat_usager" => "864/875",
        "temps_salarie" or "mecenat_competences" => "862/871",
        _ => "none",
    };

    private static string Text(string field, string text)
    {
        text = text.Trim();
        Refused.If(text is "" or { Length: > LongestText }, field, $"rates.{field}_length", LongestText);
        return text;
    }

    /// <summary>Every decision of the pole, newest first; the default grid is not among them.</summary>
    public Task<IReadOnlyList<AdoptedRate>> History(Actor actor)
    {
        actor.Must(Act.ReadDigests);
        return db.Read<AdoptedRate>($"select {Columns} from rates where pole_id = @PoleId order by from_day desc, recorded_at desc, id desc", new { actor.PoleId });
    }

    private const string AllSmic = "select id, from_day, cents_per_hour, cents_per_month, source from smic order by from_day, recorded_at, id";
    private const string AllAdopted = $"select {Columns} from rates where pole_id = @poleId order by from_day, recorded_at, id";

    /// <summary>The pole's whole grid, for whoever values lines.</summary>
    public async Task<RateGrid> Grid(string poleId) => new(await db.Read<Smic>(AllSmic), await db.Read<AdoptedRate>(AllAdopted, new { poleId }));

    internal static async Task<RateGrid> Grid(Tx tx, string poleId) => new(await tx.Read<Smic>(AllSmic), await tx.Read<AdoptedRate>(AllAdopted, new { poleId }));

    /// <summary>Adds an amount of the SMIC to the table of the whole instance. A console act; it takes over from its day on.</summary>
    /// <exception cref="Refused">«euros» is out of range; «source» is missing.</exception>
    public Task AddSmic(DateOnly from, decimal eurosPerHour, string source)
    {
        Refused.If(eurosPerHour <= 0 || eurosPerHour > HighestEuros || decimal.Round(eurosPerHour, 2) != eurosPerHour, "euros", "rates.euros_range", HighestEuros);
        source = Text("source", source);
        return db.Write(null, tx => tx.Execute("""
            insert into smic (id, from_day, cents_per_hour, source, recorded_at) values (@id, @from, @cents, @source, @Now)
            """, new { id = string.Create(CultureInfo.InvariantCulture, $"smic-{from:yyyy-MM-dd}-{Ids.New()}"), from, cents = (long)(eurosPerHour * 100), source, tx.Now }));
    }
}
