namespace Ptce.Workspace;

/// <summary>French words of time. A line is "sense value: phrase, phrase"; "!" keeps a phrase to sentences that are French.</summary>
internal static class FrenchTimeWords
{
    internal const string Table = """
        weekday 1: lundi, lun
        weekday 2: mardi, !mar
        weekday 3: mercredi, mercr, !mer
        weekday 4: jeudi, jeu
        weekday 5: vendredi, vendr, !vend, ven
        weekday 6: samedi, sam
        weekday 7: dimanche, dim
        weekdays 1: lundis
        weekdays 2: mardis
        weekdays 3: mercredis
        weekdays 4: jeudis
        weekdays 5: vendredis
        weekdays 6: samedis
        weekdays 7: dimanches
        month 1: !jan, janvier, janv
        month 2: février, fév, févr
        month 3: mars
        month 4: avril, avr
        month 5: !mai
        month 6: juin
        month 7: juillet, juil
        month 8: août, aout
        month 9: septembre, sept, !sep
        month 10: octobre, oct
        month 11: novembre, nov
        month 12: décembre, déc, dec
        relday 0: ojd, aujdh, ajrd, aujourd'hui, aujourdhui, ajd, auj, aujd, ce jour, ce midi, tout à l'heure, tt à l'heure, à l'instant
        relday 0 matin: ce matin, ce mat, cmatin, cette matinée
        relday 0 apres_midi: cet après-midi, cet aprèm, cette après-midi, cette aprèm, cet aprem, cet ap-midi, st'aprem, ct aprem
        relday 0 soir: ce soir, cette soirée
        relday -1: hier, hié, hyer, hiers, ier, yer
        relday -1 soir: hier au soir
        relday -1 nuit: la nuit dernière, hier dans la nuit
        relday -2: avant-hier, avanthier, avant hier
        relday 1: demain, dem1, 2main, dmain
        relday 2: après-demain, apres demain, aprèsdemain
        part matin: matinées, matin, matinée, le matin, la matinée, dans la matinée, mat, en matinée
        part apres_midi: après-midis, aprems, après-midi, aprèm, aprem, l'après-midi, l'aprem, dans l'après-midi, aprèsmidi
        part soir: soir, soirée, le soir, la soirée, au soir, en soirée
        part nuit: la nuit, dans la nuit, de nuit
        period week 0: de la semaine, ma semaine, cette semaine, la semaine en cours, cette sem
        period week -1: la semaine dernière, semaine dernière, la semaine passée, semaine passée, la sem dernière, sem dernière, la semaine d'avant, sem passée
        period week 1: la semaine prochaine, semaine prochaine, la sem prochaine, sem prochaine, la semaine qui vient, la semaine pro, semaine pro, la sem pro, sem pro
        period week -2: il y a deux semaines, l'autre semaine
        period month 0: ce mois-ci, ce mois, le mois en cours, du mois, au mois
        period month -1: le mois dernier, mois dernier, le mois passé, du mois dernier, mois passé
        period month 1: le mois prochain, mois prochain, le mois pro, mois pro
        period quarter 0: du trimestre, ce trimestre, le trimestre en cours
        period quarter -1: le trimestre dernier, trimestre dernier, le dernier trimestre
        period semester 0: du semestre, ce semestre
        period semester -1: le semestre dernier, semestre dernier, le dernier semestre
        period year 0: cette année, l'année en cours, de l'année
        period year -1: l'année dernière, l'an dernier, année dernière, l'an passé, l'année passée
        period year 1: l'année prochaine, l'an prochain
        period weekend 0: ce week-end, ce weekend, ce we, ce w-e, le w-e, ce wkd, le week-end, le weekend, le we
        period weekend -1: le week-end dernier, le weekend dernier, week-end dernier, weekend dernier, le we dernier
        period weekend 1: le week-end prochain, le weekend prochain, week-end prochain
        edge start: début, au début de, début de, au début du mois de, le début de
        edge mid: mi, à la mi, la mi, mi-, milieu
        edge end: fin, la fin, fin de, la fin de, à la fin de, la fin du mois de, fin du mois de, à fin
        edge monthend: la fin du mois, fin du mois, fin de mois, la fin de ce mois
        edge yearend: la fin de l'année, fin de l'année, fin d'année
        edge weekend: la fin de la semaine, fin de semaine, la fin de semaine
        feast 12-25: noël, noel, le jour de noël
        feast 12-24: le réveillon de noël, la veille de noël
        feast 01-01: jour de l'an, le jour de l'an, le nouvel an, nouvel an
        feast easter: pâques
        feast easter+1: le lundi de pâques, lundi de pâques
        feast easter+39: l'ascension, ascension, jeudi de l'ascension
        feast easter+49: la pentecôte, pentecôte
        feast easter+50: lundi de pentecôte, le lundi de pentecôte
        feast 11-01: la toussaint, toussaint
        feast 11-11: l'armistice, armistice
        feast 09-01: la rentrée
        feast 07-14: fête nationale
        feast 05-01: la fête du travail, fête du travail
        last 2: d'avant dernier
        last: dernier, dernière, derniers, dernières, passé, passée, d'avant, précédent, précédente
        next: prochain, prochaine, prochains, qui vient, suivant, suivante, proch
        this: ce, cette, cet
        weekafter 7: en huit, en 8
        weekafter 14: en quinze, en 15
        ofweek 0: de cette semaine
        ofweek -1: de la semaine dernière, de la semaine passée, semaine dernière, la semaine dernière, de semaine dernière
        ofweek 1: de la semaine prochaine, la semaine prochaine, semaine prochaine, de la semaine qui vient
        ago: il y a, ya, y a, il ya, voici, voilà, ça fait
        agoafter: plus tôt, auparavant
        ahead: dans, d'ici
        aheadafter: plus tard
        nightof: nuit du, la nuit du, dans la nuit du, nuit de, la nuit de, dans la nuit de
        every: tous les, toutes les, chaque, tlj, tout les, ts les
        before: avant, avant le, avant la, avant les, avant l'
        until: date limite le, date limite, dernier délai le, dernier délai, limite le, clôture le, clôture des inscriptions le, fin des inscriptions le, jusqu'au, jusqu'à, jusque, jusqu'en, jusqu'à la, jusqu'aux, au plus tard le, au plus tard, d'ici, d'ici au, d'ici le, d'ici à, d'ici la, d'ici en, pour le, jusqu'a, jusqau, jusquau, jusqua
        starting: à partir du, à partir de, à partir d', dès, dès le, à compter du, à compter de, depuis, depuis le, dès la, depuis la, àpd, à partir
        number 0: zéro
        number 2: deux
        number 3: trois
        number 4: quatre
        number 5: cinq
        number 6: !six
        number 7: sept
        number 8: huit
        number 9: neuf
        number 10: une dizaine, une dizaine de, dix
        number 11: onze
        number 12: douze, une douzaine, une douzaine de
        number 13: treize
        number 14: quatorze
        number 15: quinze, une quinzaine de
        number 16: seize
        number 17: dix-sept
        number 18: dix-huit
        number 19: dix-neuf
        number 20: une vingtaine, une vingtaine de, vingt, vingts
        number 30: une trentaine, une trentaine de, trente
        number 40: quarante
        number 50: cinquante
        number 60: soixante
        number 70: septante
        number 80: quatre-vingt, quatre-vingts
        number 90: nonante
        number 100: cent, cents
        number 1000: mille
        one: un, une
        ordinal 1: premier, première, 1er
        ordinal 2: deuxième, second
        ordinal 3: troisième
        unit 60: h, heure, heures, heur, heurs, hre, hres, hr, d'heure, d'heures
        unit 1: min, mins, mn, mns, minute, minutes, minut
        unit D: jour, jours, journée, journées, j, jrs, jr, journee, jours-homme, jour-homme, jh
        unit HD: la moitié de ma journée, la moitié de la journée, moitié de la journée, moitié de ma journée, demi-journée, demi-journées, demie-journée, demijournée, demi-jour, demi jour, demie journée, 1/2 journée, demi-j, demi-jours
        unit W: semaine, semaines, sem
        unit 30: demi-heure, demi heure, demie heure, demie-heure, demi-heures, demiheure, demi h, demi-h
        unit 15: quart d'heure, quart d'h, quarts d'heure, quart heure, 1/4 d'heure, 1/4 h, 1/4h
        unit 45: trois quarts d'heure, trois-quarts d'heure, trois quart d'heure, 3 quarts d'heure, 3/4 d'heure, 3/4 h, 3/4h, trois quarts d'h, 3 quart d'heure
        halfafter: et demi, et demie, et d'mi, et demis, et 1/2
        half: demi, demie, une demi, une demie, un demi
        quarter: quart, un quart, et quart, et un quart
        approx: et des poussières, et quelques minutes, genre, disons, on va dire, à peine, au moins, moins d', plus d', un peu plus d', un peu moins d', pas plus de, max, environ, à peu près, presque, grosso modo, env, quasi, dans les, quasiment, autour de, pas loin de, à la louche, ptet, approximativement, moins de, plus de, un peu plus de, un peu moins de, et quelques, à vue de nez
        adjective ~: petits, petite, petites, petit, bonne, bonnes, bon, grosse, grosses, gros, bons, grande, longue
        adjective =: pleine, pleines, entière, entières, entier, complète, complètes, belle, pleins, complets, complet, ouvrés, ouvrables
        whole: toute la, tout le, toute une, toute, tte la, toute l', ttes les
        times: fois, x
        times of: séances d', réunions d', sessions d', créneaux d', ateliers d', entretiens d', rendez-vous d', rdv d', appels de, appels d', visites de, visites d', permanences de, permanences d', visios de, visios d', coups de fil de, séances de, séance de, réunions de, sessions de, créneaux de, ateliers de, plages de, entretiens de, rendez-vous de, rdv de
        perday: ts les jours, tt les jours, tous les matins, tous les soirs, par jour, chaque jour, /jour, /j, par journée, /jours, tous les jours, à chaque fois, chaque fois, quotidiennement, p/j, par j, chaque matin, chaque soir, chaque après-midi, tous les après-midis
        perperson: chacun, chacune, par personne, /personne, /pers, par pers, par tête, chaqun
        perweek: par semaine, /semaine, /sem, chaque semaine, par sem, toutes les semaines, hebdo, hebdomadaire
        permonth: par mois, /mois, chaque mois, tous les mois, mensuel, mensuelle
        clockword 720: midi
        clockword 1440: minuit
        oclock: heures pile, h pile, heure pile
        meridian am: du matin, du mat
        meridian pm: de l'après-midi, de l'aprem, de l'aprèm, du soir, d'l'aprem
        meridian night: de la nuit, du mat'
        clockprep: avant, à, a, vers, dès, sur les, aux environs de, aux alentours de, vers les, a partir de, à partir de
        toclock: moins
        open: de, du, des, entre, depuis, d', entre le, entre les, entre la, du début
        to: à, a, au, jusqu'à, jusqu'au, jusque, et le, aux
        or: ou, ou bien, voire
        and: et, puis, plus, ensuite, et puis, et aussi, ainsi que, &
        not: pas, et non, et pas, non pas, non
        insteadof: au lieu de, au lieu d', à la place de, à la place du, à la place des, à la place d', plutôt que, et non, au lieu des
        article: le, la, les, l', un, une, des, du, mes, ma, mon, notre, nos, ce, cette, cet
        """;
}
