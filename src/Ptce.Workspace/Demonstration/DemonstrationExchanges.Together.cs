namespace Ptce.Workspace;

internal static partial class DemonstrationExchanges
{
    /// <param name="Organisations">By their place in <see cref="DemonstrationCast.Organisations"/>.</param>
    /// <param name="Lasts">Days from the first; null while it lasts.</param>
    /// <param name="Outcome">Said when it is over.</param>
    /// <param name="Client">Where it answers a call for tenders.</param>
    internal sealed record Common(
        int DaysAgo, string Person, string Title, int[] Organisations, string Level, string Form, bool Commercial, bool Strategic, int? Lasts = null, string? Thirds = null, string? Text = null,
        string? Project = null, string? Axis = null, decimal? Amount = null, decimal? Turnover = null, decimal? Jobs = null, string? Outcome = null, string? Client = null, string? Milestone = null, string? Answers = null);

    private const string L1 = "mutualisation", L2 = "economique", L3 = "recherche", Two = "bilaterale", Ours = "offre_du_pole", Lab = "r_et_d";

    internal static readonly IReadOnlyList<Common> Together =
    [
        new(540, "Thomas Keller", "Fiche de chantier commune terre et chaux", [1, 3], L2, Two, true, true, 200, Project: "Éco-rénovation", Axis: "Développer la filière", Outcome: "La fiche sert sur tous les chantiers des deux maisons."),
        new(525, "Salomé Dubreuil", "Bureau partagé de la Fabrique", [2, 7, 13], L1, Ours, false, true, Text: "Trois postes de travail, une imprimante, une salle."),
        new(510, "Naïma Lefèvre", "Matériaux de réemploi pour les maraîchers", [0, 6], L2, Two, true, false, 160, Amount: 2_400, Outcome: "Deux serres montées avec des fenêtres sauvées."),
        new(480, "Karim Haddad", "Réponse commune à la rénovation de la mairie", [3, 1, 0], L2, Ours, true, true, 140, "Commune de Saint-Aubin-des-Prés", null, "Éco-rénovation", "Développer la filière", 86_000, 3.5m, 1.5m, "Marché gagné, livré avec deux semaines d'avance.", "Commune de Saint-Aubin-des-Prés", "Remise des plis"),
        new(455, "Étienne Roche", "Mélanges terre et chanvre : essais au laboratoire", [10, 1, 8], L3, Lab, false, true, Thirds: "Université voisine", Project: "Matériaux de pays", Axis: "Chercher et innover", Amount: 42_000, Jobs: 0.5m, Milestone: "Premiers résultats de résistance"),
        new(430, "Hélène Vauclair", "Clauses sociales dans les marchés de la communauté", [4, 7, 11], L3, Ours, false, true, Project: "Emploi", Axis: "Insérer par l'activité", Jobs: 4),
        new(410, "Wim Claes", "Haies et lisières : plants du pays", [8, 5], L2, Two, true, false, 120, Amount: 5_800, Turnover: 1.2m, Outcome: "1 200 plants en terre."),
        new(360, "Rose-Marie Pinto", "Comptoir des produits du Plateau aux Halles", [13, 6], L2, Two, true, false, Amount: 31_000, Turnover: 6.4m, Jobs: 1),
        new(332, "Farida Ouali", "Module de formation aux enduits", [11, 1, 3], L2, Ours, true, true, Project: "Éco-rénovation", Axis: "Former", Amount: 18_500, Turnover: 2.1m, Answers: "n-formateur"),
        new(330, "Sofia Marques", "Plate-forme de mobilité solidaire", [7, 4, 5], L2, Ours, true, true, null, "Caisse d'allocations familiales", "Vélos, covoiturage, garage solidaire.", "Mobilité", "Ancrer au territoire", 64_000, null, 2, Milestone: "Ouverture de la deuxième antenne"),
        new(315, "Karim Haddad", "École passive de Saint-Aubin : groupement", [3, 1, 12, 10], L2, Ours, true, true, 210, "Commune de Saint-Aubin-des-Prés", null, "Éco-rénovation", "Développer la filière", 412_000, 8.2m, 3, "Tranche ferme attribuée au groupement.", "Commune de Saint-Aubin-des-Prés", "Remise de l'offre"),
        new(280, "Julien Marchetti", "Collecte des chutes de chantier", [0, 3], L1, Two, true, false),
        new(260, "Claire Bastien", "Atlas des gisements de réemploi", [12, 0, 4], L3, Lab, false, true, 240, null, null, "Réemploi", "Chercher et innover", 15_000, Outcome: "Atlas publié, cent deux bâtiments décrits."),
        new(225, "Salomé Dubreuil", "Achats groupés d'énergie", [2, 13, 7, 11], L1, Ours, true, false, Amount: 27_600),
        new(205, "Naïma Lefèvre", "Stand commun à la foire d'automne", [0, 6, 13], L1, Ours, true, true, 30, Amount: 1_900, Outcome: "420 passages, quatre nouveaux adhérents."),
        new(175, "Thomas Keller", "Peintures à la chaux pour la ressourcerie", [1, 0], L2, Two, true, false, 90, Amount: 3_200),
        new(165, "Étienne Roche", "Guide des matériaux de pays", [10, 12, 1], L3, Lab, false, true, Project: "Matériaux de pays", Axis: "Chercher et innover", Amount: 22_000, Milestone: "Relecture par les artisans"),
        new(145, "Sofia Marques", "Parcours métiers verts", [7, 11, 0], L2, Ours, true, true, Project: "Emploi", Axis: "Insérer par l'activité", Amount: 38_000, Jobs: 6),
        new(125, "Jeanne Colinet", "Cantine de Saint-Aubin en produits du Plateau", [5, 6], L2, Two, true, true, Amount: 19_400, Turnover: 4.8m, Jobs: 0.5m),
        new(105, "Gilles Arnoux", "Cuisine mobile des chantiers", [13, 3, 6], L2, Ours, true, false, Amount: 9_800),
        new(85, "Hélène Vauclair", "Observatoire du réemploi", [4, 10, 0], L3, Lab, false, true, Project: "Réemploi", Axis: "Ancrer au territoire"),
        new(55, "Karim Haddad", "Réponse à la rénovation du gymnase", [3, 1, 8], L2, Ours, true, true, null, "Communauté de communes voisine", null, "Éco-rénovation", "Développer la filière", 148_000, Client: "Communauté de communes voisine", Milestone: "Visite du site"),
        new(35, "Wim Claes", "Paillage et broyat pour les jardins partagés", [8, 0], L1, Two, false, true),
        new(15, "Julien Marchetti", "Fête du réemploi", [0, 2, 4, 13], L1, Ours, false, true, 60, Text: "Ateliers de réparation, banquet, marché.", Milestone: "Affiche et programme"),
    ];
}
