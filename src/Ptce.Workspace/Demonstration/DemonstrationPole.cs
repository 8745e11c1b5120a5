namespace Ptce.Workspace;

/// <summary>The demonstration pole: eighteen months of a life told through the real commands, each at its own time.</summary>
public sealed partial class DemonstrationPole
{
    private const int Months = 18;
    private const int LinesPerMonth = 70;

    private readonly PastClock _clock;
    private readonly IServiceProvider _slices;
    private readonly DateTimeOffset _now;
    private readonly Random _chance = new(20140731); // the day of the law on the social economy: the same pole at every first run
    private readonly Dictionary<string, Actor> _actors = [];
    private IReadOnlyList<Organisation> _organisations = [];

    private DemonstrationPole(IServiceProvider slices, PastClock clock, DateTimeOffset now) => (_slices, _clock, _now) = (slices, clock, now);

    /// <summary>Fills an empty store, and leaves one that has a pole as it is.</summary>
    /// <returns>True if it seeded now.</returns>
    public static async Task<bool> Seed(IConfiguration configuration, TimeProvider clock)
    {
        var past = new PastClock(clock.GetUtcNow());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSlices(configuration);
        services.AddSingleton<TimeProvider>(past);
        await using var slices = services.BuildServiceProvider();
        if ((await slices.GetRequiredService<Poles>().All()).Count > 0) return false;
        Console.WriteLine(Words.Say(Desk.Language, "demonstration.seeding"));
        await new DemonstrationPole(slices, past, clock.GetUtcNow()).Live();
        return true;
    }

    private async Task Live()
    {
        var first = DateOnly.FromDateTime(_now.UtcDateTime).AddMonths(-Months);
        first = new DateOnly(first.Year, first.Month, 1);
        At(first.AddDays(-7), 9);
        await Found();
        await AdoptRates(first);
        await DescribeAll();
        await SetObjectives();
        await PlanMeetings(first);
        var last = DateOnly.FromDateTime(_now.UtcDateTime).AddDays(-1);
        for (var month = first; month <= last; month = month.AddMonths(1))
            await Month(month, last);
        await BookAhead(last);
        await AnswerNext();
        await ComeAndGo();
        await GiveUpAPurchase();
        await OpenOutside();
        await Slice<Observatory>().Measure(JobAccount.Unkept());
    }

    private async Task Found()
    {
        var pole = await Slice<Poles>().Create(DemonstrationCast.Pole, "Europe/Paris");
        await Slice<Members>().Import(pole, [.. Rows()]);
        var second = await Slice<Poles>().Create(DemonstrationCast.SecondPole, "Europe/Paris");
        await Slice<Members>().Import(second,
        [
            new(2, "La Fabrique Partagée du Haut-Pays", "cooperative", "membre", "Camille Aubry", DemonstrationCast.Email("Camille Aubry"), "coordinator", "salarie"),
            new(3, "Bois et Paille", "entreprise", "membre", "Lucie Ferrier", DemonstrationCast.Email("Lucie Ferrier"), "member", "benevole"),
        ]);
        var actors = Slice<Actors>();
        foreach (var (name, _, _, _) in DemonstrationCast.People)
            _actors[name] = (await actors.FindByEmail(DemonstrationCast.Email(name), pole.Slug))!;
        _organisations = await Slice<Members>().Organisations(_actors[DemonstrationCast.Coordinator]);
    }

    // What the assembly voted: volunteers at the SMIC (the default), paid time given to the pole at an agreed scale, charges shown apart.
    private async Task AdoptRates(DateOnly from) => await Slice<Rates>().Adopt(_actors[DemonstrationCast.Treasurer], new(
        "temps_salarie", "M4", Coefficient: 1, Charge: 0.42m, EurosPerHour: 15.20m, Level: "groupe 4", Accounts: null,
        from, "Barème convenu entre les membres", "Assemblée générale", from.AddDays(-10), "PV de l'assemblée générale, résolution 4"));

    private static IEnumerable<MemberRow> Rows()
    {
        var line = 2;
        foreach (var (name, type, circles) in DemonstrationCast.Organisations)
            foreach (var circle in circles) yield return new(line++, name, type, circle, "", "", "", "");
        foreach (var (name, organisation, roles, engagement) in DemonstrationCast.People)
            foreach (var role in roles.Split(','))
            {
                var (of, type, circles) = DemonstrationCast.Organisations[organisation];
                yield return new(line++, of, type, circles[0], name, DemonstrationCast.Email(name), role, engagement);
            }
    }

    private T Slice<T>() where T : notnull => _slices.GetRequiredService<T>();

    private void At(DateOnly day, int hour) => _clock.Set(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, _chance.Next(60))), TimeSpan.Zero));

    /// <summary>A clock that is set to the past, so that each command happens at its time.</summary>
    private sealed class PastClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset _now = now;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Set(DateTimeOffset at) => _now = at;
    }
}
