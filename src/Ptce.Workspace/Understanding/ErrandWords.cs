namespace Ptce.Workspace;

/// <summary>Turns of phrase that ask for what waits, what stands open, or a point of the agenda.</summary>
internal static class ErrandWords
{
    internal const string French = """
        errand to_confirm: à confirmer, lignes à confirmer, ligne à confirmer, dois-je confirmer, dois confirmer, ai à confirmer, reste à confirmer, qu'est-ce qui m'attend, ce qui m'attend, qui m'attend, mes confirmations, en attente de confirmation, quoi confirmer, mes lignes en attente
        errand to_approve: à approuver, bilan à approuver, le bilan, approuver le bilan, approuve le bilan, les bilans, bilan du trimestre, bilans à approuver, dois-je approuver, dois approuver, valider le bilan, voir le bilan, j'approuve
        errand week: ma semaine, ma semaine en heures, mes heures de la semaine, récap de la semaine, récap de ma semaine, bilan de ma semaine, ma semaine de travail
        errand point: ordre du jour, l'ordre du jour, à l'odj, odj, un point sur, ajoute un point, ajouter un point, propose un point, proposer un point, mets un point, inscrire un point, mettre un point
        errand search offer: quelles offres, quelle offre, les offres, liste des offres, voir les offres, montre les offres, offres disponibles, offres en cours, toutes les offres, y a-t-il des offres, y a des offres, que proposent, qu'est-ce qui est proposé, qu'est ce qui est proposé, qu'est-ce qui se propose
        errand search need: quels besoins, quel besoin, les besoins, liste des besoins, voir les besoins, montre les besoins, besoins en cours, tous les besoins, besoins ouverts, qui cherche quoi, qui a besoin, y a-t-il des besoins, qu'est-ce qui est recherché, qu'est-ce que les autres cherchent
        """;

    internal const string English = """
        errand to_confirm: to confirm, lines to confirm, waiting for me, waits for me, what's waiting, what is waiting, need to confirm, awaiting confirmation, my confirmations, pending confirmations
        errand to_approve: to approve, digest to approve, the digest, approve the digest, the digests, need to approve, i approve, digests to approve
        errand week: my week, my week in hours, my hours this week, this week's recap, recap of my week
        errand point: agenda point, agenda item, on the agenda, to the agenda, point to the agenda, add a point, propose a point, put on the agenda, an agenda point
        errand search offer: what offers, which offers, show offers, show the offers, show me the offers, list offers, list the offers, open offers, all offers, available offers, any offers, what is on offer, what's on offer
        errand search need: what needs, which needs, show needs, show the needs, show me the needs, list needs, list the needs, open needs, all needs, who needs what, who needs, any needs, what do others need
        """;

    internal const string German = """
        errand to_confirm: zu bestätigen, zum bestätigen, was wartet, wartet auf mich, muss ich bestätigen, offene bestätigungen, noch bestätigen, meine bestätigungen
        errand to_approve: zu genehmigen, zum genehmigen, die bilanz, bilanz genehmigen, muss ich genehmigen, die bilanzen, ich genehmige
        errand week: meine woche, meine woche in stunden, meine stunden diese woche, rückblick auf meine woche
        errand point: tagesordnung, tagesordnungspunkt, auf die tagesordnung, einen punkt, punkt auf die tagesordnung, zur tagesordnung
        errand search offer: welche angebote, die angebote, zeig die angebote, zeige die angebote, zeig mir die angebote, offene angebote, alle angebote, gibt es angebote, was wird angeboten
        errand search need: welche bedarfe, die bedarfe, zeig die bedarfe, offene bedarfe, alle bedarfe, wer sucht was, wer braucht was, wer braucht, gibt es bedarfe, was wird gesucht
        """;
}
