namespace Ptce.Workspace;

/// <summary>German words of time; same form as the French table. Umlauts are also read as ae, oe, ue.</summary>
internal static class GermanTimeWords
{
    internal const string Table = """
        weekday 1: montag, mo!
        weekday 2: dienstag, di!
        weekday 3: mittwoch, mi!
        weekday 4: donnerstag, do!
        weekday 5: freitag, fr!
        weekday 6: samstag, sonnabend, sa!
        weekday 7: sonntag, so!
        weekdays 1: montags, montagabends, montagvormittags, montagnachmittags, montagmorgens
        weekdays 2: dienstags, dienstagabends, dienstagvormittags, dienstagnachmittags, dienstagmorgens
        weekdays 3: mittwochs, mittwochabends, mittwochvormittags, mittwochnachmittags, mittwochmorgens
        weekdays 4: donnerstags, donnerstagabends, donnerstagvormittags, donnerstagnachmittags, donnerstagmorgens
        weekdays 5: freitags, freitagabends, freitagvormittags, freitagnachmittags, freitagmorgens
        weekdays 6: samstags, sonnabends, samstagabends, samstagvormittags, samstagnachmittags, samstagmorgens
        weekdays 7: sonntags, sonntagabends, sonntagvormittags, sonntagnachmittags, sonntagmorgens
        month 1: januar, jänner, jan
        month 2: februar, feb
        month 3: märz, mrz
        month 4: april, apr
        month 5: mai!
        month 6: juni
        month 7: juli
        month 8: august, aug
        month 9: september, sept, sep!
        month 10: oktober, okt
        month 11: november, nov
        month 12: dezember, dez
        relday 0: heute, heut, vorhin, gerade eben, eben gerade, soeben, eben!
        relday 0 matin: heute morgen, heute früh, heute vormittag, heut morgen, heut früh, heute vorm
        relday 0 apres_midi: heute nachmittag, heut nachmittag
        relday 0 soir: heute abend, heut abend
        relday -1: gesten, gestren, gestern, gstern, gestrn
        relday -1 matin: gestern morgen, gestern früh, gestern vormittag
        relday -1 nuit: letzte nacht, gestern nacht, heute nacht
        relday -2: vorgestern
        relday 1: morgen!, morgn
        relday 1 matin: morgen früh, morgen vormittag
        relday 2: übermorgen
        part matin: vormittag, morgens, vormittags, am morgen, am vormittag, früh!
        part apres_midi: nachmittag, nachmittags, am nachmittag
        part soir: abend, abends, am abend
        part nuit: nachts, in der nacht
        period week 0: meine woche, meiner woche, diese woche, in dieser woche, dieser woche
        period week -1: letzte woche, vergangene woche, vorige woche, in der letzten woche, letzter woche, die letzte woche
        period week 1: nächste woche, kommende woche, in der nächsten woche, nächster woche
        period week -2: vorletzte woche
        period month 0: diesen monat, in diesem monat, dieser monat, dieses monats, im laufenden monat
        period month -1: letzten monat, im letzten monat, vergangenen monat, vorigen monat, letzter monat, im vergangenen monat
        period month 1: nächsten monat, im nächsten monat, kommenden monat
        period quarter 0: dieses quartal, in diesem quartal
        period quarter -1: letztes quartal, im letzten quartal
        period year 0: dieses jahr, in diesem jahr, heuer
        period year -1: letztes jahr, im letzten jahr, voriges jahr, vergangenes jahr
        period year 1: nächstes jahr, im nächsten jahr
        period weekend 0: dieses wochenende, am wochenende, das wochenende
        period weekend -1: letztes wochenende, am letzten wochenende, vergangenes wochenende
        period weekend 1: nächstes wochenende, kommendes wochenende, am nächsten wochenende
        edge start: anfang, beginn
        edge mid: mitte
        edge end: ende, ende des monats!
        edge monthend: monatsende, ende des monats, zum monatsende, ende monat
        edge yearend: jahresende, ende des jahres, zum jahresende
        edge weekend: ende der woche, ende dieser woche
        feast 12-25: weihnachten
        feast 12-24: heiligabend, heilig abend
        feast 12-31: silvester
        feast 01-01: neujahr
        feast easter: ostern, ostersonntag
        feast easter+1: ostermontag
        feast easter+39: christi himmelfahrt, himmelfahrt
        feast easter+49: pfingsten
        feast easter+50: pfingstmontag
        feast 11-01: allerheiligen
        last 2: vorletzten, vorletzter
        last: letzten, letzter, letztes, letzte, letztem, vergangenen, vergangener, vergangenes, vorigen, voriger, am letzten, am vergangenen
        next: nächsten, nächster, nächstes, nächste, kommenden, kommender, kommendes, nächstem, am nächsten, am kommenden
        this: diesen, dieser, dieses, diese, diesem
        weekafter 7: in acht tagen, in 8 tagen, in einer woche
        weekafter 14: in vierzehn tagen, in 14 tagen, in zwei wochen
        ofweek 0: dieser woche, diese woche
        ofweek -1: letzter woche, letzte woche, der letzten woche, vergangener woche, voriger woche
        ofweek 1: nächster woche, nächste woche, der nächsten woche, kommender woche
        ago: vor!
        agoafter: zuvor, her!
        ahead: in!
        aheadafter: später
        nightof: nacht vom, der nacht vom, in der nacht vom, nacht von, in der nacht von, nacht zum
        every: jeden, jede, jedes, jeweils, alle!
        before: vor!, vor dem, vor der, noch vor
        until: ende!, frist, anmeldeschluss, stichtag, einsendeschluss, bis, bis zum, bis zu, bis einschließlich, bis spätestens, spätestens, spätestens am, spätestens bis, bis spätestens zum, bis zur, bis inkl
        starting: beginn!, start!, ab, ab dem, seit, seit dem, ab sofort!, beginnend, beginnend am, ab anfang!
        unit 60: h, std, stunde, stunden, stdn, stunds, stündchen, stunden lang, stunde lang
        unit 1: min, minute, minuten, mins
        unit D: tag, tage, tagen, arbeitstag, arbeitstage, tage lang, arbeitstagen
        unit HD: halbtag, halbtage, halbtags, halber tag, halben tag, halbe tage, halbtagen, halben tage, halbtages
        unit W: woche, wochen
        unit 30: halbe stunde, halben stunde, halbstunde, halbe std, halbes stündchen, halbe h
        unit 15: viertelstunde, viertel stunde, viertelstd, viertelstündchen, viertel stunden, viertelstunden
        unit 45: dreiviertelstunde, dreiviertel stunde, drei viertel stunde, dreiviertelstd, drei viertelstunden
        halfafter: und eine halbe, und ne halbe, und halb, und einhalb, einhalb, und ein halber, und einen halben
        half: halb, halbe, halben, halber, halbes, einhalb
        quarter: viertel, und ein viertel, und eine viertel
        approx: ca!, circa, ungefähr, etwa, rund!, knapp, fast!, gut!, zirka, ungf, um die, gute!, guten!, knappe, mehr als, weniger als, über!, gut und gerne!
        adjective ~: gute, guten, knappe, knappen, kleine, kurze, gutes, knappes, lange, kleines
        adjective =: volle, vollen, ganze, ganzen, volles, ganzer, voller, ganzes, weitere, zusätzliche, ehrenamtliche, bezahlte, unbezahlte, freiwillige
        whole: den ganzen, der ganze, die ganze, ganzen, ganze, einen ganzen, den gesamten, die gesamte
        times: mal, x, malig
        times 2: zweimal
        times 3: dreimal
        times 4: viermal
        times 5: fünfmal
        times of: sitzungen von, sitzungen zu, treffen von, sitzungen à, termine von, termine à
        perday: pro tag, am tag, täglich, je tag, jeden tag, /tag, jeweils, je!, an jedem tag, tgl, jeden morgen, jeden vormittag, jeden nachmittag, jeden abend, jedes mal, jedesmal
        perperson: pro person, je person, pro kopf, jeder!, pro nase, jede!
        perweek: pro woche, in der woche, wöchentlich, jede woche, je woche, /woche, die woche!, wöchentl
        permonth: pro monat, /monat, im monat, monatlich, jeden monat, je monat, den monat!, pro mon
        clockword 720: mittag, mittags, am mittag
        clockword 1440: mitternacht
        oclock: uhr
        meridian am: morgens, vormittags, früh!, am morgen, am vormittag
        meridian pm: nachmittags, abends, am nachmittag, am abend
        meridian night: nachts
        clockprep: um, gegen!, ab, von!, ca!
        pastclock: nach!
        toclock: vor!
        open: von, vom, zwischen, zwischen dem, von der
        to: bis, bis zum, bis zu, bis zur, und dem
        or: oder
        and: und, u!, dann!, sowie, und dann, &
        not: nicht, und nicht, statt
        insteadof: statt, anstatt, anstelle von, und nicht, nicht um, mach aus, mache aus
        article: der, die!, das, den, dem, des, ein, eine, einen, am, im, mein!, meine!, meinen!, unsere!, unseren!, unser!
        """;
}
