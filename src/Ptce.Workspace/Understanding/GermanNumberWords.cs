namespace Ptce.Workspace;

/// <summary>German numbers; those from 21 to 99 and those with halves and quarters are built by the lexicon.</summary>
internal static class GermanNumberWords
{
    internal const string Table = """
        number 0: null
        number 1: eins
        number 2: zwei, zwo
        number 3: drei
        number 4: vier
        number 5: fünf
        number 6: sechs
        number 7: sieben
        number 8: acht
        number 9: neun
        number 10: zehn
        number 11: elf
        number 12: zwölf, ein dutzend
        number 13: dreizehn
        number 14: vierzehn
        number 15: fünfzehn
        number 16: sechzehn
        number 17: siebzehn
        number 18: achtzehn
        number 19: neunzehn
        number 20: zwanzig
        number 30: dreißig
        number 40: vierzig
        number 50: fünfzig
        number 60: sechzig
        number 70: siebzig
        number 80: achtzig
        number 90: neunzig
        number 100: hundert, einhundert
        number 1000: tausend
        number 1.5: anderthalb, anderhalb, ein einhalb
        number 2.5: zwei einhalb
        number 3.5: drei einhalb
        one: ein, eine, einen, einem, einer, eines, ne!, nen!, nem!, ner!
        ordinal 1: ersten, erster, erste
        ordinal 2: zweiten, zweiter
        ordinal 3: dritten, dritter
        ordinal 4: vierten
        ordinal 5: fünften
        ordinal 6: sechsten
        ordinal 7: siebten, siebenten
        ordinal 8: achten
        ordinal 9: neunten
        ordinal 10: zehnten
        ordinal 11: elften
        ordinal 12: zwölften
        ordinal 13: dreizehnten
        ordinal 14: vierzehnten
        ordinal 15: fünfzehnten
        ordinal 16: sechzehnten
        ordinal 17: siebzehnten
        ordinal 18: achtzehnten
        ordinal 19: neunzehnten
        ordinal 20: zwanzigsten
        ordinal 21: einundzwanzigsten
        ordinal 22: zweiundzwanzigsten
        ordinal 23: dreiundzwanzigsten
        ordinal 24: vierundzwanzigsten
        ordinal 25: fünfundzwanzigsten
        ordinal 30: dreißigsten
        ordinal 31: einunddreißigsten
        """;
}
