using Microsoft.Extensions.DependencyInjection;

namespace Ptce.Workspace.Tests;

/// <summary>Two poles and the people of every test, made through the product's own commands and known by heart.</summary>
/// <remarks>
/// Pôle du Haut-Pays: Val Horizon (Amina member, Gaëlle member), Elips (Bruno member and committee), La Coursive (Chloé coordinator, Inès administrator),
/// Valoprest (David treasurer), Re-Sources (Élise committee), Université de Lorraine (Farid observer; a partner).
/// Pôle des Deux-Rives: Culture &amp; Coopération (Zora member and coordinator, Gaëlle member).
/// Amina, Chloé and David are paid staff, the others volunteers; Gaëlle reads German, Bruno English, everyone else French.
/// </remarks>
public sealed class Cast
{
    private const string People = """
        Val Horizon;asso;membre;Amina Belkacem;amina@val-horizon.test;membre;salarie
        Elips;scop;membre;Bruno Keller;bruno@elips.test;membre;
        Elips;scop;noyau dur;Bruno Keller;bruno@elips.test;copil;
        La Coursive;scic;membre;Chloé Perrin;chloe@la-coursive.test;coordinatrice;salarie
        La Coursive;scic;membre;Inès Roche;ines@la-coursive.test;administration;
        Valoprest;ei;membre;David Meyer;david@valoprest.test;trésorier;salarie
        Re-Sources;asso;membre;Élise Fournier;elise@re-sources.test;copil;
        Université de Lorraine;recherche;partenaire;Farid Saïdi;farid@univ-lorraine.test;observateur;
        Val Horizon;asso;membre;Gaëlle Weber;gaelle@val-horizon.test;membre;
        Elips;scop;membre;Gaëlle Weber;gaelle@val-horizon.test;membre;
        """;

    private const string Elsewhere = """
        Culture & Coopération;asso;membre;Zora Lenoir;zora@culture-cooperation.test;membre;
        Culture & Coopération;asso;membre;Zora Lenoir;zora@culture-cooperation.test;coordinatrice;
        Culture & Coopération;asso;membre;Gaëlle Weber;gaelle@val-horizon.test;membre;
        """;

    private readonly Dictionary<string, Actor> _actors = [];

    private Cast(Pole pole, Pole other) => (Pole, Other) = (pole, other);

    /// <summary>Pôle du Haut-Pays, where nearly everyone is.</summary>
    public Pole Pole { get; }

    /// <summary>Pôle des Deux-Rives, where Zora is and Gaëlle too.</summary>
    public Pole Other { get; }

    /// <summary>Member, paid staff of Val Horizon.</summary>
    public Actor Amina => _actors["amina"];

    /// <summary>Member and steering committee, volunteer of Elips.</summary>
    public Actor Bruno => _actors["bruno"];

    /// <summary>Coordinator, paid staff of La Coursive.</summary>
    public Actor Chloe => _actors["chloe"];

    /// <summary>Treasurer, paid staff of Valoprest.</summary>
    public Actor David => _actors["david"];

    /// <summary>Steering committee, volunteer of Re-Sources.</summary>
    public Actor Elise => _actors["elise"];

    /// <summary>Observer, of the Université de Lorraine.</summary>
    public Actor Farid => _actors["farid"];

    /// <summary>Member of both poles; here for Val Horizon first, for Elips too.</summary>
    public Actor Gaelle => _actors["gaelle"];

    /// <summary>The same Gaëlle, speaking for Elips.</summary>
    public Actor GaelleOfElips => _actors["gaelle of elips"];

    /// <summary>The same Gaëlle in the other pole, for Culture &amp; Coopération.</summary>
    public Actor GaelleElsewhere => _actors["gaelle elsewhere"];

    /// <summary>Administrator of the pole, of La Coursive.</summary>
    public Actor Ines => _actors["ines"];

    /// <summary>Member and coordinator of the other pole only.</summary>
    public Actor Zora => _actors["zora"];

    /// <summary>Everyone, once per role worth trying: for tests that walk over rights.</summary>
    public IReadOnlyCollection<Actor> Everyone => _actors.Values;

    /// <summary>The id of an organisation, by the name the cast knows it under.</summary>
    public string Organisation(string name) => _organisations[name];

    private readonly Dictionary<string, string> _organisations = [];

    /// <param name="slices">The program's slices on an empty store.</param>
    public static async Task<Cast> Assemble(IServiceProvider slices)
    {
        var (poles, members, actors, db) = (slices.GetRequiredService<Poles>(), slices.GetRequiredService<Members>(), slices.GetRequiredService<Actors>(), slices.GetRequiredService<Db>());
        var cast = new Cast(await poles.Create("Pôle du Haut-Pays", "Europe/Paris"), await poles.Create("Pôle des Deux-Rives", "Europe/Paris"));
        await members.Import(cast.Pole, Rows(People));
        await members.Import(cast.Other, Rows(Elsewhere));
        await db.Write(null, tx => tx.Execute("update people set language = case name when 'Bruno Keller' then 'en' else 'de' end where name in ('Bruno Keller', 'Gaëlle Weber')"));

        foreach (var (id, email) in await db.Read<(string Id, string Email)>("select id, email from people"))
        {
            var name = email.Split('@')[0];
            if (await actors.Find(id, cast.Pole.Slug) is { } actor) cast._actors[name] = actor;
            else cast._actors[name] = (await actors.Find(id, cast.Other.Slug))!;
        }
        foreach (var (id, name) in await db.Read<(string Id, string Name)>("select id, name from organisations")) cast._organisations[name] = id;
        cast._actors["gaelle"] = (await actors.Find(cast.Gaelle.PersonId, cast.Pole.Slug, cast.Organisation("Val Horizon")))!;
        cast._actors["gaelle of elips"] = (await actors.Find(cast.Gaelle.PersonId, cast.Pole.Slug, cast.Organisation("Elips")))!;
        cast._actors["gaelle elsewhere"] = (await actors.Find(cast.Gaelle.PersonId, cast.Other.Slug))!;
        return cast;
    }

    private static List<MemberRow> Rows(string csv) =>
        [.. CsvFile.Parse("organisation;type;circle;person;email;role;engagement\n" + csv).Select(r => new MemberRow(
            r.Line, r["organisation"], r["type"], r["circle"], r["person"], r["email"], r["role"], r["engagement"]))];
}
