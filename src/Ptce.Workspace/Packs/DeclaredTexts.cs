namespace Ptce.Workspace;

/// <summary>Texte saisi : what a report tells in words, with who wrote it and when.</summary>
/// <param name="Text">Null where it was taken back.</param>
public sealed record DeclaredText(string Name, string? Text, DateTimeOffset RecordedAt, string RecordedBy);

public sealed record TextsDeclared(string PoleId, DateOnly From, DateOnly To) : Event(PoleId, PoleId);

/// <summary>Outlook of the AMI report, narrative of the partner report by work package. Nothing is edited: a later text takes over.</summary>
public sealed class DeclaredTexts(Db db)
{
    public const string Outlook = "ami.perspectives";
    public const int MostWorkPackages = 10, LongestText = 4000, LongestTitle = 200; // characters

    /// <summary>What is told of a work package: its title, then what was done, delivered and put out, each with its evidence.</summary>
    public static readonly IReadOnlyList<string> OfWorkPackage = ["title", "activities", "deliverables", "outputs"];

    public static readonly IReadOnlyList<string> All = [Outlook, .. Enumerable.Range(1, MostWorkPackages).SelectMany(n => OfWorkPackage.Select(part => WorkPackage(n, part)))];

    /// <param name="number">From 1.</param>
    public static string WorkPackage(int number, string part) => $"wp.{number}.{part}";

    /// <summary>Writes the texts that changed; an empty one takes the text back.</summary>
    /// <exception cref="Refused">A name that is none of them, or a text too long.</exception>
    public Task Declare(Actor actor, DateOnly from, DateOnly to, IReadOnlyDictionary<string, string?> texts)
    {
        actor.Must(Act.ReportProgress);
        Refused.If(to < from, "to", "digests.period_reversed");
        var wanted = texts.ToDictionary(t => t.Key, t => string.IsNullOrWhiteSpace(t.Value) ? null : t.Value.Trim().ReplaceLineEndings("\n"));
        foreach (var (name, text) in wanted)
        {
            Refused.If(!All.Contains(name), name, "packs.refused.choice", name);
            var most = name.EndsWith(".title", StringComparison.Ordinal) ? LongestTitle : LongestText;
            Refused.If(text?.Length > most, name, "packs.refused.long", most);
        }
        return db.Write(actor.PoleId, async tx =>
        {
            var standing = Last(await tx.Read<DeclaredText>(OfPeriod, new { poleId = actor.PoleId, from, to }));
            var changed = wanted.Where(w => w.Value != standing.GetValueOrDefault(w.Key)?.Text).ToList();
            if (changed.Count == 0) return;
            foreach (var (name, text) in changed)
                await tx.Execute("""
                    insert into declared_texts (id, pole_id, from_day, to_day, name, text, recorded_at, recorded_by) values (@id, @PoleId, @from, @to, @name, @text, @Now, @PersonId)
                    """, new { id = Ids.New(), actor.PoleId, from, to, name, text, tx.Now, actor.PersonId });
            await tx.Announce(actor, new TextsDeclared(actor.PoleId, from, to));
        });
    }

    private const string OfPeriod = """
        select name, text, recorded_at, recorded_by from declared_texts where pole_id = @poleId and from_day = @from and to_day = @to order by recorded_at, id
        """;

    /// <summary>The texts of exactly this period, by name.</summary>
    internal async Task<IReadOnlyDictionary<string, DeclaredText>> Of(string poleId, DateOnly from, DateOnly to) =>
        Last(await db.Read<DeclaredText>(OfPeriod, new { poleId, from, to }));

    private static Dictionary<string, DeclaredText> Last(IEnumerable<DeclaredText> texts)
    {
        var last = new Dictionary<string, DeclaredText>();
        foreach (var text in texts) last[text.Name] = text;
        return last.Where(t => t.Value.Text is not null).ToDictionary();
    }
}
