using System.Globalization;
using System.Text;

namespace Ptce.Workspace;

/// <summary>Pôle territorial de coopération économique: organisations of one territory that pool what they have.</summary>
/// <param name="Zone">IANA time zone name; it decides which day a line belongs to.</param>
/// <param name="HalfDayMinutes">What "une demi-journée" means here, in minutes.</param>
/// <param name="DayMinutes">What "une journée" means here, in minutes.</param>
public sealed record Pole(string Id, string Slug, string Name, string Zone, string Language, long HalfDayMinutes, long DayMinutes, long Seq);

public sealed record PoleCreated(string PoleId) : Event(PoleId, PoleId);

/// <summary>The poles of this instance.</summary>
public sealed class Poles(Db db)
{
    public const int LongestName = 120; // characters

    private const string Columns = "id, slug, name, zone, language, half_day_minutes, day_minutes, seq";

    /// <summary>Founds a pole. A console act: on a running instance nobody is entitled to it yet.</summary>
    /// <exception cref="Refused">«name» is empty, too long or taken; «zone» is no IANA name.</exception>
    public Task<Pole> Create(string name, string zone, string language = "fr")
    {
        name = name.Trim();
        Refused.If(name is "" or { Length: > LongestName }, "name", "poles.name_length", LongestName);
        Refused.If(!Zones.Knows(zone), "zone", "poles.unknown_zone", zone);

        return db.Write(null, async tx =>
        {
            var slug = Slug(name);
            Refused.If(await tx.MaybeOne<string>("select id from poles where slug = @slug", new { slug }) is not null, "name", "poles.name_taken", name);
            var id = Ids.New();
            await tx.Execute("""
                insert into poles (id, slug, name, zone, language, created_at)
                values (@id, @slug, @name, @zone, @language, @Now)
                """, new { id, slug, name, zone, language = Words.Nearest(language), tx.Now });
            await tx.Announce(null, new PoleCreated(id));
            return await tx.One<Pole>($"select {Columns} from poles where id = @id", new { id });
        });
    }

    public Task<Pole?> BySlug(string slug) => db.MaybeOne<Pole>($"select {Columns} from poles where slug = @slug", new { slug });

    public Task<Pole?> ById(string id) => db.MaybeOne<Pole>($"select {Columns} from poles where id = @id", new { id });

    public Task<IReadOnlyList<Pole>> All() => db.Read<Pole>($"select {Columns} from poles order by name, slug");

    /// <summary>The pole a console user means: by slug or name, or the only one there is.</summary>
    /// <exception cref="Refused">«pole» names none, or is missing while there are several (or none).</exception>
    public async Task<Pole> Meant(string? text)
    {
        var all = await All();
        var meant = string.IsNullOrWhiteSpace(text) ? all : [.. all.Where(p => p.Slug == text || p.Id == text || Slug(p.Name) == Slug(text))];
        return meant.Count == 1
            ? meant[0]
            : throw new Refused("pole", all.Count == 0 ? "poles.none_yet" : "poles.which", string.Join(", ", all.Select(p => p.Slug)));
    }

    /// <summary>"Pôle du Haut-Pays" → "pole-du-haut-pays".</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-') is { Length: > 0 } s ? s : "pole";
    }
}
