namespace Ptce.Workspace;

/// <summary>German words for what people do and speak about, and the turns of phrase that show an intent.</summary>
internal static class GermanActWords
{
    internal const string Table = """
        activity copil: lenkungsausschuss, lenkungsausschusses, lenkungskreis, steuerungsausschuss, steuerungskreis, steuerungsgruppe, lenkungsgruppe, steuerungsgremium, lenkungsausschuß, lenkungsausschusssitzung, steuerungskomitee, lenkungskomitee
        activity cotech: fachausschuss, technischer ausschuss, technischen ausschuss, technikausschuss, fachausschusssitzung, technisches komitee, technischen komitee, technisches gremium, fachausschuß
        activity ca: vorstand, vorstandssitzung, verwaltungsrat, verwaltungsratssitzung, aufsichtsrat, verwaltungsrats, vorstands, aufsichtsratssitzung, beirat
        activity bureau: präsidium, geschäftsführender vorstand, geschäftsführenden vorstand, präsidiumssitzung, engerer vorstand, engeren vorstand, bürositzung
        activity ag: generalversammlung, mitgliederversammlung, hauptversammlung, jahreshauptversammlung, vollversammlung, jahresversammlung, mv!
        activity atelier: workshop, workshops, werkstatt, workshops zu, werkstatttreffen
        activity groupe_travail: arbeitsgruppe, arbeitsgruppen, arbeitskreis, ag!, ak!, projektgruppe, themengruppe, arbeitsgruppensitzung, untergruppe
        meeting: sitzung, treffen, termin, besprechung, telefonat, anruf, telefonkonferenz, videokonferenz, seminar, schulung, gespräch, konferenz, meeting, vorbesprechung, fortbildung, messe, besuch, videocall, plenum, jour fixe, beratung, veranstaltung
        thing locaux: saal, raum, räume, raumes, sitzungsraum, sitzungssaal, besprechungsraum, büro, büros, büroraum, halle, küche, lager, lagerraum, seminarraum, räumlichkeiten, arbeitsplatz, arbeitsplätze, parkplatz, schreibtisch, coworking, qm, quadratmeter, versammlungsraum, werkraum, schuppen, garage, lagerhalle, fläche
        thing vehicule: lieferwagen, lkw, laster, lastwagen, transporter, auto, fahrzeug, fahrzeuge, kleinbus, lastenrad, anhänger, bus, pkw, wagen, fahrrad, fahrräder, traktor, sprinter
        thing materiel: kopierer, scanner, rasenmäher, nähmaschine, hochdruckreiniger, bänke, bühne, regale, gerät, geräte, beamer, projektor, werkzeug, werkzeuge, material, zelt, tische, stühle, drucker, maschine, maschinen, computer, laptop, laptops, ausrüstung, musikanlage, leinwand, kamera, bohrmaschine, bierbänke, häcksler, generator, gabelstapler, mikrofon, mikrofone, technik, rechner, lautsprecher, gerüst, hubwagen, ausstattung, pavillon
        thing denrees: lebensmittel, gemüse, obst, mahlzeiten, brot, äpfel, essen, kartoffeln, milch, eier, konserven, lebensmittelspenden
        thing achat_groupe: sammelbestellung, sammelbestellungen, gemeinsamer einkauf, gemeinsamen einkauf, sammeleinkauf, gemeinschaftseinkauf, einkaufsgemeinschaft, gemeinsame bestellung, gemeinsame beschaffung, großbestellung, einkaufsgruppe, gruppeneinkauf
        thing connaissance: erfahrungsbericht, erfahrungsaustausch, wissen, know-how, vorlage, vorlagen, leitfaden, muster, dokumentation, unsere erfahrung, unsere erfahrungen, erfahrungen, kontakte, kenntnisse über, studie, mustersatzung, bewährte verfahren, tipps
        thing competence: förderanträgen, förderanträge, übersetzen, korrekturlesen, buchführung, schulung, nachhilfe, jemanden, jemand, kompetenz, kompetenzen, experte, experten, expertin, fachmann, fachfrau, buchhalter, buchhaltung, buchhalterin, jurist, juristin, grafiker, grafikerin, übersetzer, übersetzerin, übersetzung, hilfe, unterstützung, beratung, beraterin, berater, fachwissen, programmierer, it-hilfe, ausschreibungen, fotograf, fotografin, dolmetscher, moderator, moderatorin, moderation, marketing, kommunikation, lektorat, webdesigner, webentwicklung, entwicklung, schweißer, elektriker, tischler, koch, trainer, mentor, steuerberater, rechtsberatung
        thing personnel: mitarbeiter, mitarbeiterin, personal, fahrer, fahrerin, arbeitskraft, arbeitskräfte, aushilfe, helfer, helferin, helferinnen, vertretung, praktikant, praktikantin, angestellte, freiwillige, ehrenamtliche, verstärkung, saisonkraft
        thing service: dienstleistung, dienstleistungen, transport, lieferung, reinigung, catering, logistik, lagerung, druck, wartung, unterkunft, reparatur, reparaturen, kinderbetreuung, abholung, entsorgung, fahrgemeinschaft, gartenpflege
        timekind volunteer: ehrenamt, ehrenamtlich, ehrenamtliche, ehrenamtlicher, freiwillig, unbezahlt, freiwilligenarbeit, als freiwilliger, als freiwillige, ehrenamtliches, in meiner freizeit, ehrenamtlichen
        timekind temps_salarie: arbeitszeit, bezahlte arbeitszeit, als angestellter, als angestellte, während der arbeitszeit, bezahlt, bezahlte zeit, in der arbeitszeit, in meiner arbeitszeit, dienstlich, hauptamtlich, bezahlte stunden, meiner arbeitszeit, im dienst
        timekind personnel_mis_a_disposition: abgeordnet, überlassen, entsandt, abgestellt, im rahmen der personalüberlassung
        timekind mecenat_competences: pro bono, corporate volunteering, kompetenzspende, kompetenzsponsoring
        nature commerciale: ausschreibung, ausschreibungen, angebot, auftrag, aufträge, vertrag, kunde, kunden, verkauf, kommerziell, kommerzielle, kostenvoranschlag, bieterverfahren, öffentlicher auftrag, öffentlichen auftrag, bietergemeinschaft, verkauft, gewerbliche
        nature strategique: forschung, f&e, strategisch, strategische, strategie, innovation, forschungsprojekt, gemeinsame studie, pilotprojekt, zukunftsplanung, strategischer, strategischen, forschungsprojekts, entwicklungsprojekt, eu-projekt, europäisches projekt
        form r_et_d: f&e, forschung, forschungsprojekt, innovation, labor, forschung und entwicklung, prototyp, forschungsprojekts, doktorarbeit
        form offre_du_pole: angebot des clusters, im namen des clusters, angebot des pols, im namen des pols
        form bilaterale: bilateral, bilaterale
        institution commune: rathaus, gemeinde, stadtverwaltung, gemeindeverwaltung, bürgermeisteramt, stadt
        institution: region, regionalrat, landkreis, kreis, land, ministerium, präfektur, landratsamt, handwerkskammer, handelskammer, industrie- und handelskammer, ihk, arbeitsagentur, arbeitsamt, jobcenter, schule, krankenhaus, verband, bank, sparkasse, bezirk, eu-kommission, europäische kommission, kreisverwaltung, departement, departementrat
        institution ask: verein, firma, genossenschaft, stiftung, unternehmen
        peoplebefore: wir waren, wir sind, wir werden, es waren, waren wir, sind wir, wir kommen mit, kommen mit, wir wären, es kommen, wir kommen als, trage uns mit, melde uns mit, trag uns mit
        peopleafter: personen, leute, teilnehmer, freiwillige, ehrenamtliche, mann, mitglieder, kollegen, kolleginnen, von uns, menschen, mitarbeiter, plätze, helfer
        peopleword 1: allein, alleine, ganz allein
        peopleword 2: zu zweit, wir beide, wir zwei, zu zweien, ein kollege und ich, mein kollege und ich, meine kollegin und ich, eine kollegin und ich
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
