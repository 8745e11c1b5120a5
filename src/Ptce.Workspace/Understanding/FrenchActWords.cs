namespace Ptce.Workspace;

/// <summary>French words for what people do and speak about: bodies, things lent, kinds of time, and the turns of phrase that show an intent.</summary>
internal static class FrenchActWords
{
    internal const string Table = """
        activity copil: copil, copils, comité de pilotage, comite pilotage, com de pilotage, cpil, cop, réunion de pilotage, comité pilotage
        activity cotech: cotech, cotechs, comité technique, comités techniques, cotec, com technique, comite tech, comité tech, coteck
        activity ca: !ca, conseil d'administration, conseil d'admin, réunion de ca, conseil de gérance, conseil d'adm
        activity bureau: bureau, réunion de bureau, réunion du bureau, bureau de l'association, bureau de l'asso, bureau du pôle
        activity ag: !ag, assemblée générale, assemblée générale ordinaire, age, ago!, assemblée gé, assemblee
        activity atelier: atelier, ateliers
        activity groupe_travail: groupe de travail, groupes de travail, gt, groupe, sous-groupe, commission, groupe thématique, group de travail, grpe de travail
        meeting: réunion, réunions, réu, reu, rdv, rendez-vous, rencontre, visio, entretien, séminaire, plénière, point, formation, conférence, call, appel, déplacement, permanence, séance, journée d'étude, webinaire, table ronde, comité, forum, salon, visite
        thing locaux: place de bureau, places de bureau, stockage, bureaux vides, salle, salles, la salle, local, locaux, bureau fermé, bureaux, bureau, salle de réunion, espace, hangar, entrepôt, atelier bois, cuisine, lieu, lieux, hébergés, hébergé, héberge, place de parking, terrain, espace de coworking, box, garage, salle polyvalente, open space, poste de travail, m2, m²
        thing vehicule: camion, camions, camionnette, fourgon, fourgonnette, voiture, voitures, véhicule, véhicules, utilitaire, minibus, vélo cargo, vélo, vélos, remorque, van, camion benne, tracteur, kangoo, 9 places, trafic, scooter
        thing materiel: vidéoproj, vidéo-proj, matériel, matériels, vidéoprojecteur, vidéo-projecteur, vidéo projecteur, projo, projecteur, sono, ordinateur, ordinateurs, ordi, ordis, outil, outils, outillage, machine, machines, broyeur, barnum, tente, chapiteau, tables, chaises, imprimante, perceuse, tronçonneuse, transpalette, échafaudage, grilles, équipement, équipements, rétroprojecteur, bétonnière, balance, appareil photo, caméra, micro, micros, scie, gobelets, vaisselle, percolateur, frigo, bancs, groupe électrogène, groupe electrogene, écran, palettes, étagères, traceur, imprimante 3d, presse, nettoyeur, matos
        thing denrees: denrées, légumes, fruits, repas, pain, pommes, invendus, surplus alimentaire, nourriture, produits frais, panier, paniers, lait, conserves, aliments, viande, oeufs, yaourts, patates, pommes de terre, colis alimentaires, dons alimentaires
        thing achat_groupe: achat groupé, achats groupés, commande groupée, commandes groupées, achat mutualisé, achat en commun, acheter ensemble, grouper nos achats, grouper les achats, commande commune, achat collectif, groupement d'achat, groupement d'achats, achats mutualisés, commander ensemble
        thing connaissance: retour d'expérience, retours d'expérience, rex, retex, connaissance, connaissances, savoir, savoirs, savoir-faire, documentation, doc, modèle de, modèles de, modèle, guide, étude, veille, témoignage, partage d'expérience, nos statuts, méthode, méthodes, expérience, données, trame, exemples de, exemple de, fiche pratique, contacts, carnet d'adresses, bonnes pratiques, outils méthodologiques, infos sur, informations sur, tutoriel, enseignements
        thing competence: aider, m'aider, nous aider, traduire, relire, rédiger, tableur, excel, facturation, facture, quelqu'un, qqn, qq1, quelqu'un qui, compétence, compétences, compta, comptable, comptabilité, graphiste, juriste, expert, experte, expertise, coup de main, aide, appui, conseil, conseils, accompagnement, formateur, formatrice, traducteur, traductrice, relecture, relecteur, traduction, informaticien, développeur, webmaster, développement, développement web, s'y connaît, s'y connaissant, graphisme, communication, community manager, paie, informatique, photographe, animateur, animatrice, facilitateur, facilitatrice, avocat, architecte, rédaction, rédacteur, juridique, rh, gestion, marchés publics, animation, marketing, formation, soutien, regard extérieur, mentor, tuteur, interprète, électricien, soudeur, soudeuse, plombier, menuisier, cuisinier, conseiller
        thing personnel: chargé de com, chargée de com, chargé de mission, chargée de mission, animatrice, salarié, salariée, salariés, personnel, renfort, main d'oeuvre, main-d'oeuvre, agent, employé, employée, bras, bénévoles, volontaires, mise à disposition, temps partagé, poste partagé, stagiaire, apprenti, saisonnier, intérimaire, remplaçant, remplaçante, remplacement, chauffeur, chauffeuse, saisonniers, etp, mi-temps
        thing service: service, services, prestation, prestations, transport, livraison, nettoyage, ménage, entretien, logistique, stockage, impression, restauration, traiteur, collecte, maintenance, hébergement, covoiturage, garde d'enfants, réparation, tournée, conditionnement, lavage, blanchisserie, espaces verts, broyage, évacuation, impressions
        timekind volunteer: bénévolat, bénévole, bénévoles, bénévolement, en bénévole, en tant que bénévole, à titre bénévole, bénévolat d'usager, bénév, béné, volontariat, sur mon temps libre, sur mon temps perso, temps bénévole, non payé, non payée, non rémunéré
        timekind political: bénévolat politique
        timekind user: bénévolat d'usager, bénévolat usager
        timekind temps_salarie: payées, temps salarié, temps de travail, mon temps salarié, en tant que salarié, en tant que salariée, comme salarié, comme salariée, payé par mon employeur, payée par mon employeur, payé par ma structure, sur mes heures de travail, sur mon temps de travail, pendant mes heures de travail, heures salariées, à titre salarié, temps payé, en salarié, en salariée, temps rémunéré, sur temps salarié
        timekind personnel_mis_a_disposition: mise à dispo, mis à dispo, mis à disposition, mise à disposition, mad, détaché, détachée, en détachement, en mise à disposition
        timekind mecenat_competences: mécénat de compétences, mécénat, mécénat de compétence, mécénat compétences, pro bono
        nature commerciale: co-traité, cotraité, co-traitance, cotraitance, sous-traitance, appel d'offres, appel d'offre, appels d'offres, ao, marché public, marché, devis, prestation, prestations, vente, ventes, client, clients, contrat, commande, chiffre d'affaires, sous-traitance, co-traitance, cotraitance, offre commune, commercial, commerciale, chantier, facturation, offre commerciale, réponse commune, consultation, groupement momentané, vendre, facturé
        nature strategique: une étude, dossier commun, étude, recherche, r&d, projet de recherche, r et d, prospective, stratégie, stratégique, innovation, expérimentation, étude commune, diagnostic partagé, plaidoyer, feuille de route, vision, long terme, recherche-action, recherche action, projet européen, laboratoire, doctorant, thèse, cifre, étude stratégique, schéma directeur, filière, expérimenter
        form r_et_d: r&d, recherche, projet de recherche, r et d, innovation, recherche-action, recherche action, laboratoire, thèse, cifre, recherche et développement, expérimentation, prototype
        form offre_du_pole: offre du pôle, offre du ptce, au nom du pôle, au nom du ptce, offre commune du pôle, offre collective
        form bilaterale: bilatérale, bilatéral, en bilatéral, à deux structures, entre nos deux structures
        institution commune: mairie, la mairie, municipalité, hôtel de ville, la ville, commune
        institution: région, conseil régional, département, conseil départemental, conseil général, préfecture, sous-préfecture, dreets, direccte, ddets, dreal, ademe, cress, ddt, caf, msa, urssaf, mission locale, france travail, banque des territoires, caisse des dépôts, chambre d'agriculture, chambre des métiers, cma, communauté de communes, comcom, com com, communauté d'agglomération, communauté d'agglo, agglo, agglomération, métropole, rectorat, académie, lycée, collège, état, l'état, ministère, syndicat mixte, pnr, parc naturel, fédération, banque, office de tourisme, centre social, hôpital, ehpad, crous, intercommunalité, interco, epci, pays, leader, commission européenne, cnrs, urscop, union régionale, labo de l'ess, dla, francas, secours populaire, croix rouge, restos du coeur
        institution ask: asso, association, l'association, entreprise, structure, société, coopérative, scop, fondation, partenaire institutionnel, la fac, collectivité
        peoplebefore: nous étions, on était, on étaient, on est, nous sommes, on sera, nous serons, on a été, nous avons été, on s'est mis à, à nous, nous, on viendra à, on vient à, nous viendrons à, nous venons à, on était à, à, on y était, nous y étions, on s'y est mis à, on a bossé à, on a travaillé à, on étais, nous sommes venus à, on était en tout, on été, venons à, viendrons à, serons, étions, inscris-nous à, comptez-nous à, comptez nous
        peopleafter: personnes, personne, pers, participants, participantes, bénévoles, membres, salariés, d'entre nous, administrateurs, administratrices, gars, têtes, places, couverts, adhérents
        peopleword 1: seul, seule, tout seul, toute seule
        peopleword 2: en binôme, en duo, tous les deux, toutes les deux, moi et un collègue, un collègue et moi, une collègue et moi, mon collègue et moi, ma collègue et moi, moi et ma collègue, moi et mon collègue, avec un collègue on, nous deux
        peopleword 3: tous les trois, toutes les trois, en trio
        peopleword 4: tous les quatre
        webare: on, nous, on a, nous avons
        typeword commune: mairie, commune, municipalité, ville de
        typeword universite: université, univ, fac, université de
        typeword ressourcerie: ressourcerie, recyclerie
        typeword pepinieres: pépinière, pépinières
        typeword regie: régie, régie de quartier
        typeword ferme: ferme
        typeword cci: chambre de commerce, chambre de commerce et d'industrie
        typeword cg: conseil général
        """;
}
