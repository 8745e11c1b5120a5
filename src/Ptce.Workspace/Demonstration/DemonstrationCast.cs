namespace Ptce.Workspace;

/// <summary>The invented people of the demonstration pole: an eco-renovation and reuse cluster that spans three countries.</summary>
/// <remarks>Its shape (a public core, enterprises around it, a six-weekly workshop, lent staff and rooms) follows the two cases of the field; no name is real.</remarks>
public static class DemonstrationCast
{
    public const string Pole = "Pôle des Trois Vallées";
    public const string Coordinator = "Camille Aubry", Treasurer = "Odile Perrin", Member = "Julien Marchetti", Elector = "Naïma Lefèvre", Administrator = "Gilles Arnoux";
    public const string SecondPole = "Pôle du Haut-Pays";

    /// <summary>organisation, type, circles.</summary>
    public static readonly (string Name, string Type, string[] Circles)[] Organisations =
    [
        ("La Ressourcerie du Val", "insertion", ["membre", "noyau_dur"]),
        ("Terre et Chaux", "cooperative", ["membre", "noyau_dur"]),
        ("La Fabrique Partagée", "cooperative", ["membre", "noyau_dur", "signataire"]),
        ("Groupement des artisans de l'éco-rénovation des Trois Vallées", "entreprise", ["membre"]),
        ("Communauté de communes des Trois Vallées", "collectivite", ["membre", "signataire"]),
        ("Commune de Saint-Aubin-des-Prés", "collectivite", ["membre"]),
        ("Maraîchers du Plateau", "association", ["membre"]),
        ("Mobil'Emploi", "association", ["membre", "projet"]),
        ("Pépinières de la Semence", "cooperative", ["membre", "projet"]),
        ("Commune de Rommelange", "collectivite", ["partenaire"]),
        ("Institut des matériaux biosourcés", "recherche", ["projet"]),
        ("Centre de formation L'Envol", "formation", ["membre"]),
        ("Conseil Architecture et Paysages", "association", ["partenaire", "projet"]),
        ("Les Halles solidaires", "association", ["membre", "resident"]),
    ];

    /// <summary>person, organisation by its place in the list, roles, engagement.</summary>
    public static readonly (string Name, int Organisation, string Roles, string Engagement)[] People =
    [
        ("Camille Aubry", 2, "member,coordinator", "salarie"),
        ("Naïma Lefèvre", 0, "member,committee", "benevole"),
        ("Julien Marchetti", 0, "member", "salarie"),
        ("Odile Perrin", 1, "member,treasurer", "benevole"),
        ("Thomas Keller", 1, "member,committee", "salarie"),
        ("Salomé Dubreuil", 2, "member", "salarie"),
        ("Karim Haddad", 3, "member,committee", "salarie"),
        ("Bernard Schmitt", 3, "member", "salarie"),
        ("Hélène Vauclair", 4, "member,committee", "salarie"),
        ("Mathieu Rolland", 4, "member", "salarie"),
        ("Jeanne Colinet", 5, "member,committee", "benevole"),
        ("Luc Ferrand", 5, "member", "salarie"),
        ("Aïcha Benmoussa", 6, "member", "benevole"),
        ("Pierre-Yves Toussaint", 6, "member", "benevole"),
        ("Sofia Marques", 7, "member,committee", "salarie"),
        ("Denis Gaillard", 7, "member", "benevole"),
        ("Wim Claes", 8, "member,committee", "salarie"),
        ("Marie Delvaux", 8, "member", "benevole"),
        ("Pit Weber", 9, "member", "salarie"),
        ("Anne Thill", 9, "member", "salarie"),
        ("Étienne Roche", 10, "member", "salarie"),
        ("Yuki Tanaka", 10, "member", "salarie"),
        ("Farida Ouali", 11, "member", "salarie"),
        ("Paul Noël", 11, "member", "salarie"),
        ("Claire Bastien", 12, "member", "salarie"),
        ("Hugo Lambert", 12, "member", "benevole"),
        ("Rose-Marie Pinto", 13, "member", "benevole"),
        ("Gilles Arnoux", 13, "member,administrator", "benevole"),
        ("Ingrid Baumann", 8, "member", "benevole"),
        ("Valérie Court", 4, "observer", "salarie"),
    ];

    /// <summary>What is done at each kind of meeting or alone, with how often and how long (minutes).</summary>
    public static readonly (string? Activity, string Note, int Weight, long[] Minutes)[] Tasks =
    [
        ("copil", "Comité de pilotage", 5, [90, 120]),
        ("cotech", "Comité technique éco-matériaux", 6, [120, 150, 180]),
        ("cotech", "Comité technique emploi et insertion", 4, [90, 120]),
        ("atelier", "Atelier du pôle", 8, [180, 210]),
        ("groupe_travail", "Groupe mobilité", 4, [60, 90, 120]),
        ("ca", "Conseil d'administration", 2, [120, 150]),
        (null, "Diagnostic des gisements de réemploi", 5, [120, 210, 420]),
        (null, "Chantier pilote de l'école passive", 4, [210, 420]),
        (null, "Appui comptable", 3, [60, 120, 150]),
        (null, "Réponse commune à l'appel d'offres", 3, [90, 180, 240]),
        (null, "Lettre du pôle", 2, [60, 90]),
    ];

    public static string Email(string name) =>
        Poles.Slug(name).Replace('-', '.') + "@trois-vallees.example";
}
