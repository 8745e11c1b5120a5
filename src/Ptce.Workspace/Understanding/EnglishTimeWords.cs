namespace Ptce.Workspace;

/// <summary>English words of time; same form as the French table.</summary>
internal static class EnglishTimeWords
{
    internal const string Table = """
        weekday 1: monday, mon!
        weekday 2: tuesday, tue!, tues
        weekday 3: wednesday, wed!, weds
        weekday 4: thursday, thu!, thur, thurs
        weekday 5: friday, fri!
        weekday 6: saturday, sat!
        weekday 7: sunday, sun!
        weekdays 1: mondays
        weekdays 2: tuesdays
        weekdays 3: wednesdays
        weekdays 4: thursdays
        weekdays 5: fridays
        weekdays 6: saturdays
        weekdays 7: sundays
        month 1: january, jan
        month 2: february, feb
        month 3: march!, mar!
        month 4: april, apr
        month 5: may!
        month 6: june, jun
        month 7: july, jul
        month 8: august, aug
        month 9: september, sept, sep!
        month 10: october, oct
        month 11: november, nov
        month 12: december, dec
        relday 0: today, 2day, just now, earlier today, tday, earlier on today
        relday 0 matin: this morning, this a.m.
        relday 0 apres_midi: this afternoon
        relday 0 soir: tonight, this evening, 2nite
        relday -1: y'day, yesterday, yest, yday, ystd, yesturday, yesterdays
        relday -1 soir: last night, last evening, yesterday evening
        relday -2: day before yesterday, the day before yesterday
        relday 1: tomorrow, tmrw, tmr, tomo, 2moro, tomorow
        relday 2: day after tomorrow, the day after tomorrow
        part matin: morning, in the morning, the morning, mornings
        part apres_midi: afternoon, in the afternoon, the afternoon
        part soir: evening, in the evening, the evening
        part nuit: at night, during the night
        period week 0: the week so far, my week, this week, the current week
        period week -1: last week, the past week, previous week, the previous week, past week, the last week
        period week 1: next week, the coming week, the following week
        period week -2: the week before last, two weeks ago
        period month 0: the month so far, month so far, this month, the current month
        period month -1: last month, the past month, the previous month, previous month
        period month 1: next month, the coming month
        period quarter 0: this quarter
        period quarter -1: last quarter, the previous quarter
        period year 0: the year so far, year so far, year to date, this year, the current year
        period year -1: last year, the previous year
        period year 1: next year
        period weekend 0: all weekend, the whole weekend, this weekend, at the weekend, the weekend, over the weekend, on the weekend
        period weekend -1: last weekend
        period weekend 1: next weekend
        edge start: the beginning of, beginning of, early, the start of, start of
        edge mid: mid, the middle of
        edge end: the end of, end of, late, end
        edge monthend: the end of the month, end of the month, month end, end of this month, the end of this month
        edge yearend: the end of the year, end of the year, year end
        edge weekend: the end of the week, end of the week
        feast 12-25: christmas, xmas, christmas day
        feast 12-24: christmas eve
        feast 01-01: new year, new year's day, new years day, the new year
        feast 12-31: new year's eve, new years eve
        feast easter: easter
        feast easter+1: easter monday
        feast easter+39: ascension day
        feast easter+49: pentecost
        feast easter+50: whit monday
        feast 11-01: all saints, all saints day
        last 2: before last
        last: last, past, previous
        next: next, coming, following, upcoming
        this: this
        weekafter 7: week!, in a week
        weekafter 14: fortnight, in a fortnight
        ofweek 0: of this week, this week
        ofweek -1: of last week, last week
        ofweek 1: of next week, next week
        agoafter: ago, before today, back
        ahead: in!
        aheadafter: from now, from today, later
        nightof: the night of, night of, the night from, night from
        every: every, each
        before: before!, ahead of, before the, prior to
        until: end!, ends!, deadline, deadline is, deadline on, closing date, closes on, until, till, til, until the, by!, by the, no later than, not later than, at the latest, up to, through, by end of
        starting: start!, starts!, starting, from!, as of, starting on, starting from, as from, from the, beginning, beginning on, since, since the, starting in
        number 0: zero
        number 2: two
        number 3: three
        number 4: four
        number 5: five
        number 6: six!
        number 7: seven
        number 8: eight
        number 9: nine
        number 10: ten
        number 11: eleven
        number 12: twelve, a dozen
        number 13: thirteen
        number 14: fourteen
        number 15: fifteen
        number 16: sixteen
        number 17: seventeen
        number 18: eighteen
        number 19: nineteen
        number 20: twenty
        number 30: thirty
        number 40: forty, fourty
        number 50: fifty
        number 60: sixty
        number 70: seventy
        number 80: eighty
        number 90: ninety
        number 100: hundred
        number 1000: thousand
        number 2: a couple of!, couple of, couple
        one: a!, an, one
        ordinal 1: first
        ordinal 2: second
        ordinal 3: third
        ordinal 4: fourth
        ordinal 5: fifth
        ordinal 6: sixth
        ordinal 7: seventh
        ordinal 8: eighth
        ordinal 9: ninth
        ordinal 10: tenth
        ordinal 11: eleventh
        ordinal 12: twelfth
        ordinal 13: thirteenth
        ordinal 14: fourteenth
        ordinal 15: fifteenth
        ordinal 16: sixteenth
        ordinal 17: seventeenth
        ordinal 18: eighteenth
        ordinal 19: nineteenth
        ordinal 20: twentieth
        ordinal 30: thirtieth
        unit 60: h, hr, hrs, hour, hours, hour's, hours', huor, huors
        unit 1: min, mins, minute, minutes, m!
        unit D: day, days, day's, days', working day, working days, full day, full days
        unit HD: half-day, half-days, half day, half a day, half of a day, half the day, halfday
        unit W: week, weeks
        unit FN: fortnight, fortnights
        unit 30: half an hour, half hour, half-hour, half an hr, half hours, 1/2 hour, halfhour
        unit 15: quarter of an hour, quarter hour, quarter-hour, quarter of hour
        unit 45: three quarters of an hour, three-quarters of an hour, three quarter hour, three quarters of hour, 3 quarters of an hour, 3/4 of an hour, three quarter of an hour, 3/4 hour
        halfafter: and a half, and half, and 1/2, an a half
        half: half, a half, half a
        quarter: quarter, and a quarter, a quarter, and quarter
        approx: the best part of, best part of, the better part of, a good!, a solid!, about, around!, roughly, approx, approximately, nearly, almost, some!, or so, give or take, ish, just over, just under, a bit over, a bit under, over!, under!, more or less, less than, more than
        adjective ~: good!, short!, solid, long!, little!, small!
        adjective =: full!, whole!, entire!, working!, complete!, extra, more!, additional, further, paid, unpaid, volunteer, volunteering, man!, person!, staff, billable, overtime, solid!
        whole: full, all!, all of!, the whole, the entire, whole!, the full, a full, a whole, an entire, the whole of, most of the!
        times: times, x
        times 2: twice
        times of: sessions of, meetings of, slots of, blocks of
        perday: a day!, per day, each day, every day, daily, /day, each time, a day each, every morning, each morning, every afternoon, each afternoon, every evening, each evening
        perperson: each!, apiece, per person, per head, each of us
        perweek: a week!, per week, each week, every week, weekly, /week
        permonth: a month!, per month, /month, each month, every month, monthly
        clockword 720: noon, midday, 12 noon
        clockword 1440: midnight
        oclock: o'clock, oclock, o clock, sharp!
        meridian am: am!, in the morning
        meridian pm: pm, in the afternoon, in the evening
        clockprep: at!, around!, from!, about!
        pastclock: past!, after!
        toclock: to!, before!, till!
        open: from!, between!, from the, between the
        to: to!, until, till, til, through, thru, and the
        or: or!
        and: and!, then, plus, and then, and also, &
        not: not!, and not, rather than
        insteadof: instead of, rather than, in place of, and not, make the!, make those!, make these!, make my!, turn the!, turn those!, turn these!, turn my!
        article: the, a!, an, my!, our!, this!
        """;
}
