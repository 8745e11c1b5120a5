namespace Ptce.Workspace;

/// <summary>Chiffre saisi : what a report needs of a period and the ledger does not hold, with who wrote it and when.</summary>
/// <param name="Hundredths">Cents of euros, hundredths of a percent or of a full-time post; null where it was taken back.</param>
public sealed record DeclaredFigure(string Name, long? Hundredths, DateOnly FromDay, DateOnly ToDay, DateTimeOffset RecordedAt, string RecordedBy)
{
    /// <summary>As it was typed: euros, percent or posts.</summary>
    public decimal? Number => Hundredths / 100m;
}

public sealed record FiguresDeclared(string PoleId, DateOnly From, DateOnly To) : Event(PoleId, PoleId);

/// <summary>Forecasts of the CERFA forms, money and posts of a period, answers of the yearly questionnaire. Nothing is edited: a later figure takes over.</summary>
public sealed class DeclaredFigures(Db db)
{
    public const string Market = "resources.market", Public = "resources.public";
    private const string SurveyPrefix = "survey.", PostsPrefix = "posts.";

    /// <summary>Posts of the animation cell; who pays for them stands in <see cref="Funding"/>.</summary>
    public const string Cell = PostsPrefix + "cell";

    /// <summary>Budget prévisionnel, row by row of the form, both sides.</summary>
    public static readonly IReadOnlyList<string> Forecasts = [.. Cerfa.Charges.Select(row => Forecast("86", row)), .. Cerfa.Produits.Select(row => Forecast("87", row))];

    /// <summary>Ressources marchandes and non marchandes: the non-monetary ones are the ledger's.</summary>
    public static readonly IReadOnlyList<string> Resources = [Market, Public];

    /// <summary>What the survey of 2016 asked its poles and no daily entry can tell, in percent of the members who say so; the last of turnover.</summary>
    public static readonly IReadOnlyList<string> Survey =
        [.. new[] { "demand", "quality", "visibility", "sector", "closeness", "relations", "activities", "turnover" }.Select(answer => SurveyPrefix + answer)];

    /// <summary>Emplois of the period, in full-time posts: created, kept, and for people in insertion.</summary>
    public static readonly IReadOnlyList<string> Jobs = [PostsPrefix + "created", PostsPrefix + "kept", PostsPrefix + "insertion"];

    /// <summary>Who pays for the animation cell: fees, public aid, a share of turnover, others.</summary>
    public static readonly IReadOnlyList<string> Funding = ["cell.fees", "cell.aid", "cell.turnover", "cell.other"];

    /// <summary>What partner report and ceiling say beside the ledger: co-financing in money.</summary>
    public const string Cash = "interreg.cash";

    public static readonly IReadOnlyList<string> All = [.. Forecasts, .. Resources, .. Survey, Cell, .. Funding, .. Jobs, Cash];

    public static string Forecast(string side, string row) => $"cerfa.{side}.{row}";

    /// <summary>"€", "%" or "ETP".</summary>
    public static string UnitOf(string name) => name.StartsWith(SurveyPrefix, StringComparison.Ordinal) ? Percent : name.StartsWith(PostsPrefix, StringComparison.Ordinal) ? Posts : Euros;

    private const string Euros = "€", Percent = "%", Posts = "ETP";
    private const decimal MostPosts = 10_000; // full-time posts of one pole: beyond, it is a slip

    /// <summary>Writes the figures that changed; null takes one back.</summary>
    /// <param name="figures">Euros, percent or posts, by name; those not named stay.</param>
    /// <exception cref="Refused">A field that is none of them or out of range; forecasts whose two sides differ.</exception>
    public Task Declare(Actor actor, DateOnly from, DateOnly to, IReadOnlyDictionary<string, decimal?> figures)
    {
        actor.Must(Act.SetPacks);
        Refused.If(to < from, "to", "digests.period_reversed");
        foreach (var (name, number) in figures)
        {
            Refused.If(!All.Contains(name), name, "packs.refused.choice", name);
            var (most, words) = UnitOf(name) switch { Percent => (100m, "packs.refused.percent"), Posts => (MostPosts, "packs.refused.posts"), _ => (Packs.MostCents / 100m, "packs.refused.amount") };
            Refused.If(number is { } n && (n < 0 || n > most || decimal.Round(n, 2) != n), name, words);
        }
        return db.Write(actor.PoleId, async tx =>
        {
            var standing = Last(await tx.Read<DeclaredFigure>(OfPeriod, new { poleId = actor.PoleId, from, to }));
            long? Wanted(string name) => figures.TryGetValue(name, out var number) ? (long?)(number * 100) : standing.GetValueOrDefault(name)?.Hundredths;
            var (charges, produits) = (Total("86", Cerfa.Charges, Wanted), Total("87", Cerfa.Produits, Wanted));
            Refused.If(charges != produits, "", "packs.refused.unequal", charges / 100m, produits / 100m);
            var changed = figures.Keys.Where(name => Wanted(name) != standing.GetValueOrDefault(name)?.Hundredths).ToList();
            if (changed.Count == 0) return;
            await tx.AddRows("declared_figures", ["id", "pole_id", "from_day", "to_day", "name", "hundredths", "recorded_at", "recorded_by"],
                changed.Select(name => (object?[])[Ids.New(), actor.PoleId, from.Iso(), to.Iso(), name, Wanted(name), tx.Now.ToUnixTimeMilliseconds(), actor.PersonId]));
            await tx.Announce(actor, new FiguresDeclared(actor.PoleId, from, to));
        });
    }

    private static long Total(string side, IEnumerable<string> rows, Func<string, long?> of) => rows.Sum(row => of(Forecast(side, row)) ?? 0);

    private const string Columns = "name, hundredths, from_day, to_day, recorded_at, recorded_by";

    private const string OfPeriod = $"""
        select {Columns} from declared_figures where pole_id = @poleId and from_day = @from and to_day = @to order by recorded_at, id
        """;

    /// <summary>The figures of exactly this period, by name.</summary>
    internal async Task<IReadOnlyDictionary<string, DeclaredFigure>> Of(string poleId, DateOnly from, DateOnly to) =>
        Last(await db.Read<DeclaredFigure>(OfPeriod, new { poleId, from, to }));

    /// <summary>The answers known at the end of a period: those of a period before are carried over until there are newer ones.</summary>
    internal async Task<IReadOnlyDictionary<string, DeclaredFigure>> AnswersBy(string poleId, DateOnly to) =>
        Last(await db.Read<DeclaredFigure>($"""
            select {Columns} from declared_figures where pole_id = @poleId and to_day <= @to and name in @survey order by to_day, from_day, recorded_at, id
            """, new { poleId, to, survey = Survey.ToArray() }));

    private static Dictionary<string, DeclaredFigure> Last(IEnumerable<DeclaredFigure> figures)
    {
        var last = new Dictionary<string, DeclaredFigure>();
        foreach (var figure in figures) last[figure.Name] = figure;
        return last.Where(f => f.Value.Hundredths is not null).ToDictionary();
    }
}
