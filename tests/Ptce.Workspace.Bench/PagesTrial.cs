using System.Globalization;

namespace Ptce.Workspace.Bench;

/// <summary>Each main page of the demonstration pole, alone in its store, beside the same page in a store of two hundred poles and a million and a half lines.</summary>
/// <remarks>In the national store the pole itself has five years of lines like all the others.</remarks>
public sealed class PagesTrial : Trial
{
    private const int Poles = 200, Organisations = 14, People = 30, Warm = 4, Times = 15;
    private static readonly DateOnly From = new(2021, 1, 1), To = new(2025, 12, 31);

    private static readonly string[] Pages =
    [
        "", "/contributions", "/contributions?state=validated", "/echanges", "/echanges/accords", "/echanges/cooperations", "/ateliers", "/actions", "/decisions", "/bilans", "/bilans/{digest}",
        "/bilans/{digest}/lignes", "/bilans/{digest}/dossiers", "/pole", "/pole/reseau", "/taux", "/mises-a-disposition", "/travaux", "/envois",
    ];

    public override string Name => "pages";

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        string pole;
        await using (var alone = await bench.Slices("demonstration"))
        {
            await DemonstrationPole.Seed(bench.Settings("demonstration"), TimeProvider.System);
            pole = (await alone.GetRequiredService<Poles>().All())[0].Slug;
        }
        await using (var national = await bench.Slices("national"))
        {
            await DemonstrationPole.Seed(bench.Settings("national"), TimeProvider.System);
            await Fill(national, bench.Lines(1_500_000) / Poles);
        }
        await using var small = await Open(bench, "demonstration", pole);
        await using var large = await Open(bench, "national", pole);
        foreach (var page in Pages)
        {
            var (ours, theirs) = (large.Url(page), small.Url(page));
            for (var i = 0; i < Warm; i++)
            {
                await large.Get(ours);
                await small.Get(theirs);
            }
            var (many, few) = await Interleaved(Times, _ => Seconds(() => large.Get(ours)), _ => Seconds(() => small.Get(theirs)));
            yield return new(page is "" ? "page /" : "page " + page, many / few, 2, AtMost: true, string.Create(CultureInfo.InvariantCulture, $"{many * 1000:0.0} ms, {few * 1000:0.0} ms"));
        }
    }

    private static async Task Fill(ServiceProvider national, int linesEach)
    {
        var ledger = new Ledger(national);
        var poles = new List<Pole> { (await national.GetRequiredService<Poles>().All())[0] };
        while (poles.Count < Poles) poles.Add(await ledger.Found(string.Create(CultureInfo.InvariantCulture, $"Pôle {poles.Count + 1}"), Organisations, People));
        await ledger.WriteAll(poles, From, To, linesEach);
    }

    private static async Task<Browsing> Open(Workbench bench, string name, string slug)
    {
        await using var slices = await bench.Slices(name);
        var db = slices.GetRequiredService<Db>();
        var pole = (await slices.GetRequiredService<Poles>().BySlug(slug))!;
        var coordinator = await slices.GetRequiredService<Actors>().FindByEmail(DemonstrationCast.Email(DemonstrationCast.Coordinator), pole.Slug);
        var digest = await db.One<string>("select id from digests where pole_id = @Id and state = 'approved' order by chain desc limit 1", new { pole.Id });
        var served = await Served.Start(AppContext.BaseDirectory, bench.FolderOf(name), "Development");
        await served.SignInAs(coordinator!.PersonId, pole.Slug);
        return new(served, pole.Slug, digest);
    }

    private sealed record Browsing(Served Served, string Slug, string Digest) : IAsyncDisposable
    {
        public Uri Url(string page) => new($"/p/{Slug}{page.Replace("{digest}", Digest)}", UriKind.Relative);

        public async Task Get(Uri page)
        {
            using var answer = await Served.Browser.GetAsync(page);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{page}: {answer.StatusCode}");
            await answer.Content.ReadAsByteArrayAsync();
        }

        public ValueTask DisposeAsync() => Served.DisposeAsync();
    }
}
