namespace Ptce.Workspace;

/// <summary>What the invented pole offered, sought, agreed on and did together. Days are counted back from the day it is seeded, so that each state is there to see.</summary>
internal static partial class DemonstrationExchanges
{
    /// <param name="Key">"o…" for an offer, "n…" for a need.</param>
    /// <param name="Lasts">Days it stands, from the day it was posted; null: without end.</param>
    internal sealed record Post(
        string Key, int DaysAgo, string Person, string Kind, string Title, string? Text = null, decimal? Quantity = null, string? Unit = null, int? Lasts = null,
        long? Weekday = null, string? Place = null, string? Conditions = null, decimal? Price = null);

    /// <param name="End">How far it went: asked, refused, accepted, agreed, cancelled, delivered or valued.</param>
    /// <param name="DaysAgo">When it was asked; each further step takes four days.</param>
    internal sealed record Deal(string Key, int DaysAgo, string Asker, string Other, string? Offer, string? Need, string End, decimal? Quantity = null, decimal? UnitValue = null, string? Reason = null)
    {
        private static readonly string[] Path = ["asked", "accepted", "agreed", "delivered", "valued"];

        internal IEnumerable<(Deal Deal, string What, int DaysAgo)> Steps()
        {
            string[] steps = End switch
            {
                "refused" => ["asked", "refused"],
                "cancelled" => ["asked", "accepted", "agreed", "cancelled"],
                _ => Path[..(Array.IndexOf(Path, End) + 1)],
            };
            return steps.Select((s, i) => (this, s, Math.Max(0, DaysAgo - 4 * i)));
        }
    }

    internal static readonly IReadOnlyList<Post> Posts =
    [
        new("o-salle", 520, "Salomé Dubreuil", "locaux", "Grande salle de la Fabrique, 40 places", "Vidéoprojecteur, cuisine, accès de plain-pied.", 200, "heures", Weekday: 2, Place: "La Fabrique Partagée", Conditions: "Rendre la salle rangée."),
        new("n-compta", 500, "Sofia Marques", "competence", "Aide à la clôture des comptes", "Un regard de comptable, deux jours avant l'assemblée.", 2, "jours", 60),
        new("o-compta", 490, "Thomas Keller", "competence", "Appui comptable pour la clôture des comptes", "Bilan, annexe, budget prévisionnel.", 20, "jours"),
        new("o-camion", 430, "Julien Marchetti", "vehicule", "Camion 20 m³ avec hayon", "Disponible hors tournées de collecte.", 60, "jours", Place: "Dépôt de la Ressourcerie", Conditions: "Plein fait au retour.", Price: 45),
        new("n-camion", 400, "Aïcha Benmoussa", "vehicule", "Un camion avec hayon pour livrer les paniers", null, 3, "jours", 45),
        new("o-chaux", 365, "Odile Perrin", "connaissance", "Matinée sur les enduits à la chaux", "Pour les équipes de chantier et les élus.", Place: "Atelier de Terre et Chaux"),
        new("n-formateur", 340, "Farida Ouali", "competence", "Un formateur aux enduits à la chaux", "Module de deux jours pour douze stagiaires.", 2, "jours", 90),
        new("o-personnel", 300, "Sofia Marques", "personnel", "Une conseillère en insertion, deux jours par mois", "Mise à disposition au coût réel, convention fournie.", 24, "jours", Price: 190),
        new("n-conseil", 290, "Karim Haddad", "personnel", "Une conseillère en insertion pour nos apprentis", null, 6, "jours", 120),
        new("o-paniers", 250, "Pierre-Yves Toussaint", "denrees", "Légumes de plein champ pour les repas du pôle", null, 300, "kg"),
        new("o-bois", 230, "Wim Claes", "materiel", "Broyeur mobile pour déchets verts", "Formation d'une heure avant le premier emploi.", 20, "jours", Conditions: "Deux personnes formées au moins."),
        new("n-broyeur", 220, "Luc Ferrand", "materiel", "Un broyeur pour les tailles de haies", null, 4, "jours", 60),
        new("o-papier", 200, "Rose-Marie Pinto", "achat_groupe", "Commande groupée de papier recyclé", "Prix à partir de vingt ramettes.", Lasts: 40),
        new("n-local", 180, "Denis Gaillard", "locaux", "Un local sec de 30 m² pour six vélos-cargos", "Accès de plain-pied, prise électrique.", 30, "m²·jours", 60),
        new("o-site", 160, "Hugo Lambert", "service", "Relecture de plans et conseil paysager", null, 10, "heures"),
        new("n-juriste", 150, "Jeanne Colinet", "connaissance", "Comprendre la commande publique réservée", "Clauses sociales, lots réservés, seuils.", Lasts: 45),
        new("o-marches", 140, "Karim Haddad", "connaissance", "Clauses sociales et lots réservés : notre pratique", "Commande publique, pièces types, retours d'expérience."),
        new("o-hangar", 120, "Mathieu Rolland", "locaux", "Hangar communautaire, travée est", "Stockage de matériaux réemployés.", 90, "jours", Place: "Zone des Prés-Hauts"),
        new("n-stockage", 110, "Naïma Lefèvre", "locaux", "Stockage de matériaux réemployés", "Avant la déconstruction de l'école.", 60, "jours", 150),
        new("o-etude", 95, "Étienne Roche", "competence", "Mesures de conductivité sur vos échantillons", "Laboratoire de l'institut, résultats sous trois semaines.", 15, "unités"),
        new("n-mesures", 90, "Thomas Keller", "competence", "Mesures de conductivité d'un mélange terre et chanvre", null, 4, "unités", 120),
        new("o-velos", 60, "Denis Gaillard", "vehicule", "Deux vélos-cargos en semaine", null, 40, "jours", Price: 8),
        new("o-chef", 50, "Gilles Arnoux", "service", "Repas de chantier pour groupes de 10 à 40", "Cuisine des Halles, produits du Plateau.", 12, "unités", Price: 11.50m),
        new("n-repas", 40, "Bernard Schmitt", "service", "Repas de chantier pour 20 personnes, trois jours", null, 3, "unités", 90),
        new("n-livreur", 32, "Aïcha Benmoussa", "vehicule", "Des vélos-cargos pour livrer les paniers du vendredi", null, 8, "jours", 100),
        new("n-paille", 28, "Claire Bastien", "connaissance", "Visiter un chantier en paille porteuse", null, Lasts: 80),
        new("n-accueil", 20, "Hélène Vauclair", "personnel", "Renfort d'accueil pour la fête du réemploi", "Samedi et dimanche, sous la halle.", 4, "jours", 60),
        new("o-soudure", 18, "Paul Noël", "competence", "Initiation à la soudure, groupes de six", "Atelier équipé, matériel de protection fourni.", 6, "demi_journee"),
        new("n-soudure", 16, "Julien Marchetti", "competence", "Une initiation à la soudure pour l'atelier vélo", null, 2, "demi_journee", 120),
        new("o-palettes", 14, "Naïma Lefèvre", "materiel", "Palettes et caisses triées", "À retirer le vendredi.", 200, "unités"),
        new("o-table", 12, "Julien Marchetti", "materiel", "Tables et bancs pour 80 personnes", "À retirer à la Ressourcerie.", 12, "jours"),
        new("n-palettes", 11, "Marie Delvaux", "materiel", "Des palettes pour livrer les plants", null, 40, "unités", 120),
        new("o-plants", 10, "Wim Claes", "service", "Plants de haie champêtre, conseil compris", "Essences du pays, de novembre à mars.", 300, "unités"),
        new("o-audit", 8, "Anne Thill", "connaissance", "Rénover l'école sans la fermer : retour de Rommelange", null),
        new("n-plants", 7, "Farida Ouali", "service", "Une haie champêtre autour du plateau technique", "Une centaine de plants.", 100, "unités", 150),
        new("n-tables", 5, "Gilles Arnoux", "materiel", "Tables et bancs pour le banquet des Halles", "80 couverts.", 2, "jours", 40),
    ];

    internal static readonly IReadOnlyList<Deal> Deals =
    [
        new("compta", 485, "Sofia Marques", "Thomas Keller", "o-compta", "n-compta", "valued", 2, 320),
        new("salle-cae", 470, "Hélène Vauclair", "Salomé Dubreuil", "o-salle", null, "valued", 12, 25),
        new("camion", 395, "Aïcha Benmoussa", "Julien Marchetti", "o-camion", "n-camion", "delivered", 3),
        new("chaux", 335, "Farida Ouali", "Thomas Keller", "o-chaux", null, "valued", 4, 60),
        new("salle-envol", 310, "Farida Ouali", "Salomé Dubreuil", "o-salle", null, "valued", 21, 25),
        new("conseil", 285, "Karim Haddad", "Sofia Marques", "o-personnel", "n-conseil", "delivered", 6),
        new("paniers", 240, "Rose-Marie Pinto", "Pierre-Yves Toussaint", "o-paniers", null, "valued", 80, 2.40m),
        new("broyeur", 215, "Luc Ferrand", "Wim Claes", "o-bois", "n-broyeur", "valued", 4, 130),
        new("local", 170, "Denis Gaillard", "Salomé Dubreuil", "o-salle", null, "refused", 30, Reason: "La salle n'est pas un lieu de stockage : voir plutôt le hangar communautaire."),
        new("marches", 132, "Jeanne Colinet", "Karim Haddad", "o-marches", "n-juriste", "valued", 3, 60),
        new("plans", 118, "Bernard Schmitt", "Claire Bastien", "o-site", null, "cancelled", 4, Reason: "Le permis a été repoussé d'un an."),
        new("hangar", 100, "Naïma Lefèvre", "Mathieu Rolland", "o-hangar", "n-stockage", "delivered", 60, 12),
        new("mesures", 80, "Thomas Keller", "Étienne Roche", "o-etude", "n-mesures", "agreed", 4),
        new("velos", 27, "Aïcha Benmoussa", "Sofia Marques", "o-velos", "n-livreur", "accepted", 8),
        new("repas", 22, "Bernard Schmitt", "Gilles Arnoux", "o-chef", "n-repas", "agreed", 3),
        new("tables", 3, "Gilles Arnoux", "Julien Marchetti", "o-table", "n-tables", "asked", 2),
    ];

    /// <summary>In the order of <see cref="DemonstrationCast.Organisations"/>.</summary>
    internal static readonly IReadOnlyList<(string LegalForm, string Sector, string Territory, decimal Posts, string About)> Profiles =
    [
        ("Association loi 1901, chantier d'insertion", "réemploi", "Vallée basse", 11.5m, "Collecte, répare et revend ; soixante tonnes détournées de la benne chaque année."),
        ("SCOP", "matériaux, bâtiment", "Vallée basse", 9, "Enduits, mortiers et formation aux terres crues, du chantier à l'atelier."),
        ("SCIC", "tiers-lieu", "Bourg-centre", 4.2m, "Un lieu partagé : salles, ateliers, accueil des porteurs de projet."),
        ("SARL", "bâtiment", "Plateau", 22, "Vingt artisans qui répondent ensemble aux chantiers de rénovation."),
        ("EPCI", "collectivité", "Bourg-centre", 41, "Porte le programme local de rénovation et met à disposition halle et hangar."),
        ("Commune", "collectivité", "Saint-Aubin", 12, "Maître d'ouvrage de l'école et de la salle des fêtes en éco-rénovation."),
        ("Association loi 1901", "alimentation", "Plateau", 6.5m, "Douze fermes qui livrent paniers et cantines."),
        ("Association loi 1901", "emploi, mobilité", "Bourg-centre", 8, "Accompagne vers l'emploi et prête vélos-cargos et véhicules."),
        ("Société coopérative", "pépinière, paysage", "Gaume", 14, "Plants, paysage et broyage, des deux côtés de la frontière."),
        ("Commune", "collectivité", "Luxembourg", 18, "Commune voisine, partenaire des chantiers transfrontaliers."),
        ("Établissement public", "recherche", "Bourg-centre", 16, "Mesure et qualifie les matériaux biosourcés des membres."),
        ("Association loi 1901", "formation", "Vallée basse", 10, "Forme aux métiers du bâti ancien et de l'éco-rénovation."),
        ("Association loi 1901", "architecture, paysage", "Saint-Aubin", 3.5m, "Conseille communes et habitants sur l'architecture et le paysage."),
        ("Association loi 1901", "alimentation, culture", "Bourg-centre", 5, "Halle de producteurs, cantine et programmation culturelle."),
    ];
}
