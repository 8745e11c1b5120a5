namespace Ptce.Workspace;

/// <summary>German words for what people do and speak about, and the turns of phrase that show an intent.</summary>
internal static class GermanActWords
{
    internal const string Table = """
        activity copil: lenkungsausschuss, lenkungsausschusses, lenkungskreis, steuerungsausschuss, steuerungskreis, steuerungsgruppe, lenkungsgruppe, steuerungsgremium, lenkungsausschuß, lenkungsausschusssitzung, steuerungskomitee, lenkungskomitee
        activity cotech: fachausschuss, technischer ausschuss, technischen ausschuss, technikausschuss, fachausschusssitzung, technisches komitee, technischen komitee, technisches gremium, fachausschuß, technische ausschuss, technisches kommitee, technischer auschuss
        activity ca: vorstand, vorstandssitzung, verwaltungsrat, verwaltungsratssitzung, aufsichtsrat, verwaltungsrats, vorstands, aufsichtsratssitzung, beirat
        activity bureau: präsidium, geschäftsführender vorstand, geschäftsführenden vorstand, präsidiumssitzung, engerer vorstand, engeren vorstand, bürositzung
        activity ag: generalversammlung, mitgliederversammlung, hauptversammlung, jahreshauptversammlung, vollversammlung, jahresversammlung, mv!
        activity atelier: workshop, workshops, werkstatt, workshops zu, werkstatttreffen
        activity groupe_travail: arbeitsgruppe, arbeitsgruppen, arbeitskreis, ag!, ak!, projektgruppe, themengruppe, arbeitsgruppensitzung, untergruppe
        meeting: sitzung, treffen, termin, besprechung, telefonat, anruf, telefonkonferenz, videokonferenz, seminar, schulung, gespräch, konferenz, meeting, vorbesprechung, fortbildung, messe, besuch, videocall, plenum, jour fixe, beratung, veranstaltung
        thing locaux: werkstatt, hof!, saal, raum, räume, raumes, sitzungsraum, sitzungssaal, besprechungsraum, büro, büros, büroraum, halle, küche, lager, lagerraum, seminarraum, räumlichkeiten, arbeitsplatz, arbeitsplätze, parkplatz, schreibtisch, coworking, qm, quadratmeter, versammlungsraum, werkraum, schuppen, garage, lagerhalle, fläche, keller, dachboden, klassenzimmer, studio, atelierraum, zimmer, stellplatz, lagerfläche, lagerplatz, ladenlokal, turnhalle, probenraum, kursraum, schulungsraum, tagungsraum, konferenzraum, hörsaal, theater, scheune, bürofläche, stellfläche, schreibtische
        thing vehicule: hänger, lieferwagen, lkw, laster, lastwagen, transporter, auto, fahrzeug, fahrzeuge, kleinbus, lastenrad, anhänger, bus, pkw, wagen, fahrrad, fahrräder, traktor, sprinter, kastenwagen, kombi, pritsche, pritschenwagen, autoanhänger, e-bike, e-bikes, lastenräder, lastenfahrrad, lieferwägen, bulli, minibus, moped, roller, reisebus
        thing materiel: topf, töpfe, pfanne, pfannen, kochtopf, kochtöpfe, hubwagen, sackkarre, kopierer, scanner, rasenmäher, nähmaschine, hochdruckreiniger, bänke, bühne, regale, gerät, geräte, beamer, projektor, werkzeug, werkzeuge, material, zelt, tische, stühle, drucker, maschine, maschinen, computer, laptop, laptops, ausrüstung, musikanlage, leinwand, kamera, bohrmaschine, bierbänke, häcksler, generator, gabelstapler, mikrofon, mikrofone, technik, rechner, lautsprecher, gerüst, hubwagen, ausstattung, pavillon, hammer, bohrhammer, säge, kettensäge, heckenschere, schweißgerät, pumpe, heizlüfter, kühlschrank, gefriertruhe, ofen, kaffeemaschine, geschirr, flipchart, stellwand, stellwände, pinnwand, tablet, tablets, monitor, monitore, scheinwerfer, lautsprecherbox, stuhl, tisch, schubkarre, töpferofen, drehbank, fräse, lasercutter, plotter, laminiergerät, kabeltrommel, kisten, paletten, hebebühne, waage, kompressor, zelte, pavillons, schränke, schrank, regal, bildschirm, bildschirme, möbel, biertische, eine leiter, stehleiter, leitern, ausziehleiter, trittleiter
        thing denrees: pflaumen, zwetschgen, trauben, kirschen, lebensmittel, gemüse, obst, mahlzeiten, brot, äpfel, essen, kartoffeln, milch, eier, konserven, lebensmittelspenden, bananen, karotten, möhren, tomaten, zwiebeln, nudeln, reis, mehl, käse, joghurt, saft, birnen, kürbisse, lauch, brötchen, backwaren
        thing achat_groupe: sammelbestellung, sammelbestellungen, gemeinsamer einkauf, gemeinsamen einkauf, sammeleinkauf, gemeinschaftseinkauf, einkaufsgemeinschaft, gemeinsame bestellung, gemeinsame beschaffung, großbestellung, einkaufsgruppe, gruppeneinkauf
        thing connaissance: erfahrungsbericht, erfahrungsaustausch, wissen, know-how, vorlage, vorlagen, leitfaden, muster, dokumentation, unsere erfahrung, unsere erfahrungen, erfahrungen, kontakte, kenntnisse über, studie, mustersatzung, bewährte verfahren, tipps, wie wir, checkliste, checklisten, methode, methoden, vorgehen, anleitung, erfahrung, erfahrungen mit, fachwissen über, knowhow, satzungsmuster, mustervertrag, musterverträge
        thing competence: korrektur lesen, kurs, kurse, einführung, unterricht, förderanträgen, förderanträge, übersetzen, korrekturlesen, buchführung, schulung, nachhilfe, jemanden, jemand, kompetenz, kompetenzen, experte, experten, expertin, fachmann, fachfrau, buchhalter, buchhaltung, buchhalterin, jurist, juristin, grafiker, grafikerin, übersetzer, übersetzerin, übersetzung, hilfe, unterstützung, beratung, beraterin, berater, fachwissen, programmierer, it-hilfe, ausschreibungen, fotograf, fotografin, dolmetscher, moderator, moderatorin, moderation, marketing, kommunikation, lektorat, webdesigner, webentwicklung, entwicklung, schweißer, elektriker, tischler, koch, trainer, mentor, steuerberater, rechtsberatung, architekt, architektin, ingenieur, ingenieurin, notar, notarin, grafik, texter, texterin, journalist, videoschnitt, social media, dachdecker, maler, malerin, maurer, mechaniker, köchin, statistiker, statistikerin, gebärdensprache, mediation, mediator, mediatorin, steuerberaterin, anwalt, anwältin, rechtsanwalt, vergaberecht, fördermittel, excel, datenschutz, fundraising, coaching, coach, trainerin, programmiererin, entwickler, entwicklerin, it-kenntnisse, erste hilfe, evaluation, controlling, pressearbeit, lohnabrechnung, lohnbuchhaltung, abrechnung, abrechnungen, steuererklärung, steuern, antragstellung, anträgen
        thing personnel: kräftige leute, starke leute, helfende hände, mitarbeiter, mitarbeiterin, personal, fahrer, fahrerin, arbeitskraft, arbeitskräfte, aushilfe, helfer, helferin, helferinnen, vertretung, praktikant, praktikantin, angestellte, freiwillige, ehrenamtliche, verstärkung, saisonkraft, hausmeister, hausmeisterin, sekretärin, assistent, assistentin, azubi, azubis, helfende hände, hände, leute zum, unterstützer, aushilfen, fachkraft, fachkräfte, mitarbeitende, auszubildende, leute die, leute für, menschen die, personen die, leute um
        thing service: dienstleistung, dienstleistungen, transport, lieferung, reinigung, catering, logistik, lagerung, druck, wartung, unterkunft, reparatur, reparaturen, kinderbetreuung, abholung, entsorgung, fahrgemeinschaft, gartenpflege
        timekind volunteer: unentgeltlich, ohne bezahlung, ohne entgelt, nicht bezahlt, ehrenamt, ehrenamtlich, ehrenamtliche, ehrenamtlicher, freiwillig, unbezahlt, freiwilligenarbeit, als freiwilliger, als freiwillige, ehrenamtliches, in meiner freizeit, ehrenamtlichen
        timekind temps_salarie: arbeitszeit, bezahlte arbeitszeit, als angestellter, als angestellte, während der arbeitszeit, bezahlt, bezahlte zeit, in der arbeitszeit, in meiner arbeitszeit, dienstlich, hauptamtlich, bezahlte stunden, meiner arbeitszeit, im dienst
        timekind personnel_mis_a_disposition: abgeordnet, überlassen, entsandt, abgestellt, im rahmen der personalüberlassung
        timekind mecenat_competences: pro bono, corporate volunteering, kompetenzspende, kompetenzsponsoring
        nature commerciale: rechnung, ausschreibung, ausschreibungen, angebot, auftrag, aufträge, vertrag, kunde, kunden, verkauf, kommerziell, kommerzielle, kostenvoranschlag, bieterverfahren, öffentlicher auftrag, öffentlichen auftrag, bietergemeinschaft, verkauft, gewerbliche, verkaufen, gemeinsam verkaufen, vermarkten, vermarktung, vertreiben
        nature strategique: forschung, f&e, strategisch, strategische, strategie, innovation, forschungsprojekt, gemeinsame studie, pilotprojekt, zukunftsplanung, strategischer, strategischen, forschungsprojekts, entwicklungsprojekt, eu-projekt, europäisches projekt
        form r_et_d: f&e, forschung, forschungsprojekt, innovation, labor, forschung und entwicklung, prototyp, forschungsprojekts, doktorarbeit
        form offre_du_pole: angebot des clusters, im namen des clusters, angebot des pols, im namen des pols
        form bilaterale: bilateral, bilaterale
        institution commune: rathaus, gemeinde, stadtverwaltung, gemeindeverwaltung, bürgermeisteramt, stadt
        institution: region, regionalrat, landkreis, kreis, land, ministerium, präfektur, landratsamt, handwerkskammer, handelskammer, industrie- und handelskammer, ihk, arbeitsagentur, arbeitsamt, jobcenter, schule, krankenhaus, verband, bank, sparkasse, bezirk, eu-kommission, europäische kommission, kreisverwaltung, departement, departementrat
        institution ask: verein, firma, genossenschaft, stiftung, unternehmen
        peoplebefore: wir waren, wir sind, wir werden, es waren, waren wir, sind wir, wir kommen mit, kommen mit, wir wären, es kommen, wir kommen als, trage uns mit, melde uns mit, trag uns mit
        peopleafter: personen, leute, teilnehmer, freiwillige, ehrenamtliche, mann, mitglieder, kollegen, kolleginnen, von uns, menschen, mitarbeiter, plätze, helfer, leuten, helfern, teilnehmern, freiwilligen, ehrenamtlichen, mitgliedern, mitarbeitern, köpfe
        peopleword 1: allein, alleine, ganz allein
        peopleword 2: kommen beide, sind beide, wir beide, zu zweit, wir beide, wir zwei, zu zweien, ein kollege und ich, mein kollege und ich, meine kollegin und ich, eine kollegin und ich
        peopleword 3: zu dritt, wir drei
        peopleword 4: zu viert, wir vier
        peopleword 5: zu fünft, wir fünf
        peopleword 6: zu sechst, wir sechs
        peopleword 7: zu siebt, zu siebent
        peopleword 8: zu acht, zu acht!
        peopleword 9: zu neunt
        peopleword 10: zu zehnt
        peopleword 11: zu elft
        peopleword 12: zu zwölft
        webare: wir, man!
        typeword commune: gemeinde, rathaus, stadtverwaltung, gemeindeverwaltung, stadt
        typeword universite: universität, uni, hochschule
        typeword ressourcerie: recyclinghof, gebrauchtwarenhaus
        typeword pepinieres: baumschule, baumschulen
        typeword cci: handelskammer, ihk
        """;
}
