using System.CommandLine;

namespace Ptce.Workspace;

/// <summary><c>digest compile</c>, <c>verify</c>, <c>list</c>, <c>text</c>, <c>quorum</c>: a period's figures, and their proof, from the console alone.</summary>
public static class DigestVerbs
{
    private static readonly Option<string> From = Input.Needed("--from", shape: Input.Day);
    private static readonly Option<string> To = Input.Needed("--to", shape: Input.Day);
    private static readonly Option<string?> By = Input.Text("--by");
    private static readonly Option<string?> Id = Input.Text("--id", "digest");
    private static readonly Option<string?> Percent = Input.Needed<string?>("--percent");
    private static readonly Option<string> Which = Input.Needed("--id", "digest", "ID");

    public static IEnumerable<Command> All => [Desk.Family("digest", Compile, Verify, List, Text, Quorum)];

    private static Command Compile => Desk.Verb("digest compile", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var (from, to) = (Field.Day(asked.GetValue(From), "from"), Field.Day(asked.GetValue(To), "to"));
        var digests = desk.Get<Digests>();
        string id;
        if (asked.GetValue(By) is { } email)
        {
            id = await digests.Ask(await desk.Person("by", email, pole), from, to, byJob: false);
        }
        else id = await digests.Ask(pole, from, to);
        var digest = await digests.Compile(id);
        Refused.If(digest.Hash is null, "", "digests.being_compiled");
        if (asked.GetValue(Desk.Json)) await PrintJson(desk, digest, pole);
        else foreach (var line in await Summary(desk, digest)) Console.WriteLine(line);
        return 0;
    }, Desk.PoleName, From, To, By, Desk.Json);

    private static async Task PrintJson(Desk desk, Digest digest, Pole pole)
    {
        await using var output = Console.OpenStandardOutput();
        await desk.Get<DigestJson>().Write(digest, pole.Slug, output);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Hours first, euros after, what was left out and why, the hash.</summary>
    private static async Task<IEnumerable<string>> Summary(Desk desk, Digest digest)
    {
        var t = new Say(Desk.Language);
        var totals = (await desk.Get<Digests>().Totals(digest)).ToLookup(s => s.Facet);
        return
        [
            Digests.Title(digest, t),
            t["digests.summary.total", t.Duration(digest.Minutes), t.Money(digest.ValueCents), digest.Lines],
            .. totals["kind"].Select(k => $"  {t.Kind(k.Name),-36} {t.Duration(k.Minutes),12} {t.Money(k.ValueCents),16}"),
            .. totals["account"].Select(a => $"  {t["digests.account", a.Name],-36} {"",12} {t.Money(a.ValueCents),16}"),
            .. totals["unvalued"].Select(r => $"  {t["digests.unvalued_because", t.Reason(r.Name)],-36} {t.Duration(r.Minutes),12} {r.Lines,16}"),
            t["digests.summary.excluded", digest.Excluded],
            .. totals["reason"].Select(r => $"  {t["digests.reason." + r.Name],-36} {r.Lines,12} {t.Duration(r.Minutes),16}"),
            .. (await desk.Get<Digests>().RatesUsed(digest)).Select(r => "  " + t.Used(r)),
            t["digests.summary.hash", digest.Hash],
        ];
    }

    private static Command Verify => Desk.Verb("digest verify", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        var digests = desk.Get<Digests>();
        if (asked.GetValue(Id) is { } id)
        {
            var one = await digests.Verify(id);
            Console.WriteLine(t.Verdict(one));
            return one.Holds ? 0 : 1;
        }
        var pole = await desk.Pole(asked);
        var verdicts = await digests.VerifyAll(pole);
        foreach (var verdict in verdicts) Console.WriteLine(t.Verdict(verdict));
        if (verdicts.Count == 0) Console.WriteLine(t["digests.none_compiled"]);
        var abandoned = await digests.Abandoned(pole);
        if (abandoned is not null) Console.WriteLine(t["digests.verify.abandoned", abandoned]);
        return abandoned is null && verdicts.All(v => v.Holds) ? 0 : 1;
    }, Desk.PoleName, Id);

    private static Command List => Desk.Verb("digest list", async (asked, desk) =>
    {
        var t = new Say(Desk.Language);
        foreach (var digest in await desk.Get<Digests>().List(await desk.Pole(asked)))
            Console.WriteLine($"{digest.Id}  {digest.FromDay:yyyy-MM-dd} {digest.ToDay:yyyy-MM-dd}  v{digest.Version}  {t["digests.state." + digest.State]}  {t.Duration(digest.Minutes)}  {digest.Hash}");
        return 0;
    }, Desk.PoleName);

    private static Command Text => Desk.Verb("digest text", async (asked, desk) =>
    {
        var digest = await desk.Get<Digests>().Find(asked.GetValue(Which)!);
        if (digest?.Hash is null) throw new NotHere();
        await using var output = Console.OpenStandardOutput();
        await desk.Get<Digests>().WriteText(digest, output);
        return 0;
    }, Which);

    private static Command Quorum => Desk.Verb("digest quorum", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var percent = Input.Number(asked, Percent, 1, 100) ?? (int)Digests.UsualQuorumPercent;
        await desk.Get<Digests>().SetQuorum(pole, percent);
        Console.WriteLine(Words.Say(Desk.Language, "digests.quorum_set", percent, pole.Name));
        return 0;
    }, Desk.PoleName, Percent);
}
