using System.Globalization;
using System.Net.Http.Json;

namespace Ptce.Workspace.Bench;

/// <summary>A durable contribution that every open page is told to look again for, beside a bare hub that tells as many pages the same.</summary>
/// <remarks>The fan-out is timed from the first page that hears to the last, on both sides alike; the whole as well, which holds the product's command with its commit, and the bare hub's empty POST.</remarks>
public sealed class FanOutTrial : Trial
{
    private const int Pages = 1_000, Times = 25, Warm = 200;

    public override string Name => "fan-out";

    public override async IAsyncEnumerable<Ratio> Run(Workbench bench)
    {
        Pole pole;
        string person;
        long seq;
        await using (var slices = await bench.Slices(Name))
        {
            pole = await new Ledger(slices).Found("Pôle aux mille pages", 14, 30);
            person = await slices.GetRequiredService<Db>().One<string>("select min(person_id) from mandates where pole_id = @Id and organisation_id is not null", new { pole.Id });
            seq = (await slices.GetRequiredService<Poles>().BySlug(pole.Slug))!.Seq;
        }
        await using var product = await Served.Start(AppContext.BaseDirectory, bench.FolderOf(Name), "Development");
        await product.SignInAs(person, pole.Slug);
        await using var bare = await Served.StartBareHub();
        await using var ours = await Crowd.Gather(product.Address, product.Cookies, pole.Slug, Pages);
        await using var theirs = await Crowd.Gather(bare.Address, "", pole.Slug, Pages);

        var line = new { day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1), minutes = 1, kind = "benevolat_usager", activity = "cotech" };
        var door = new Uri($"/api/v1/poles/{pole.Slug}/contributions", UriKind.Relative);
        Task<double> Log() => ours.Hear(Math.Max(seq, ours.Latest) + 1, async () => (await product.Browser.PostAsJsonAsync(door, line)).EnsureSuccessStatusCode());
        Task<double> Say() => theirs.Hear(theirs.Latest + 1, async () =>
            (await bare.Browser.PostAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"{BareHub.Say}/{theirs.Latest + 1}"), UriKind.Relative), null)).EnsureSuccessStatusCode());
        for (var i = 0; i < Warm; i++) // until what runs often is compiled for good
        {
            await Log();
            await Say();
        }
        var (whole, itsWhole) = (new List<double>(), new List<double>());
        var (mine, its) = await Interleaved(Times, _ => Timed(Log, whole), _ => Timed(Say, itsWhole));
        yield return new("fan-out / bare hub", its / mine, 0.9, AtMost: false, string.Create(CultureInfo.InvariantCulture,
            $"{Pages:N0} pages: {mine * 1000:0} ms, {its * 1000:0} ms; with the durable command before it {Middle(whole) * 1000:0} ms, with an empty one {Middle(itsWhole) * 1000:0} ms"));
    }

    private static async Task<double> Timed(Func<Task<double>> act, List<double> whole)
    {
        double spread = 0;
        whole.Add(await Seconds(async () => spread = await act()));
        return spread;
    }
}
