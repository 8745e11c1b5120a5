using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Ptce.Workspace;

/// <summary><c>cooperations summary</c>: a pole's year of cooperations. What each figure counts stands on <see cref="CooperationYear"/>.</summary>
public static class CooperationVerbs
{
    private static readonly Option<string?> Year = Input.Text("--year", "calendar_year");

    public static IEnumerable<Command> All => [Desk.Family("cooperations", Summary)];

    private static Command Summary => Desk.Verb("cooperations summary", async (asked, desk) =>
    {
        var pole = await desk.Pole(asked);
        var year = Input.Number(asked, Year, 1980, 2100) ?? Zones.Day(desk.Get<TimeProvider>().GetUtcNow(), pole.Zone).Year;
        var told = await desk.Get<Cooperations>().Year(pole, year);
        if (asked.GetValue(Desk.Json)) Console.WriteLine(JsonSerializer.Serialize(AsJson(told), Desk.Legible));
        else foreach (var line in InWords(told, new Say(Desk.Language))) Console.WriteLine(line);
        return 0;
    }, Desk.PoleName, Year, Desk.Json);

    private static object AsJson(CooperationYear y) => new
    {
        pole = y.Pole,
        year = y.Year,
        cooperations = y.Cooperations,
        member_count = y.Members,
        per_member = y.PerMember,
        by_level = y.ByLevel,
        by_form = y.ByForm,
        commercial = y.Commercial,
        strategic = y.Strategic,
        bilateral = y.Bilateral,
        collective = y.Collective,
        amount_cents = y.AmountCents,
        members = y.Each.Select(m => new { organisation = m.Name, cooperations = m.Cooperations, with = m.With }),
        alone = y.Alone,
    };

    private static IEnumerable<string> InWords(CooperationYear y, Say say)
    {
        yield return $"{y.Pole} {y.Year.ToString(CultureInfo.InvariantCulture)}";
        yield return $"{say["cooperations.count"]}  {y.Cooperations}";
        yield return $"{say["cooperations.per_member"]}  {say.Number(y.PerMember)}";
        foreach (var (level, count) in y.ByLevel) yield return $"{CooperationWords.Level(say, level == "unsaid" ? null : level)}  {count}";
        foreach (var (form, count) in y.ByForm) yield return $"{CooperationWords.Form(say, form == "unsaid" ? null : form)}  {count}";
        yield return $"{say["cooperations.nature.commerciale"]}  {y.Commercial}";
        yield return $"{say["cooperations.nature.strategique"]}  {y.Strategic}";
        yield return $"{say["cooperations.bilateral"]}  {y.Bilateral}";
        yield return $"{say["cooperations.collective"]}  {y.Collective}";
        yield return $"{say["cooperations.amount_sum"]}  {say.Money(y.AmountCents)}";
        foreach (var member in y.Each) yield return $"{member.Name}  {member.Cooperations}  {(member.With.Count == 0 ? say["cooperations.with_nobody"] : string.Join(", ", member.With))}";
    }
}
