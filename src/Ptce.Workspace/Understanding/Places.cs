using System.Collections.Frozen;

namespace Ptce.Workspace;

/// <summary>A place in a row and nothing else: "the second one", "la deuxième", "das letzte", "number 2". The answer to a question that offers several.</summary>
public static class Places
{
    /// <summary>The place of the last one, however many there are.</summary>
    public const int Last = -1;

    private const string Table = """
        1: premier premiere first erste ersten erstes erster 1er 1ere 1st 1te
        2: deuxieme second seconde zweite zweiten zweites zweiter 2e 2eme 2nd 2nde 2te
        3: troisieme third dritte dritten drittes dritter 3e 3eme 3rd 3te
        4: quatrieme fourth vierte vierten viertes vierter 4e 4eme 4th 4te
        5: cinquieme fifth funfte funften funftes funfter fuenfte fuenften 5e 5eme 5th 5te
        -1: dernier derniere last letzte letzten letztes letzter
        """;

    private static readonly FrozenDictionary<string, int> Words = Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ")).SelectMany(line => line[1].Split(' '), (line, word) => (word, Place: int.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture))).ToFrozenDictionary(w => w.word, w => w.Place);

    private static readonly FrozenSet<string> Numbering = "numero number nummer nr no n option choix choice".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Around =
        ("le la les l the der die das den dem one celui celle ones oui yes ja ok alors then dann also bitte please merci thanks danke plutot lieber rather je prends nehme ich i take "
        + "ligne line zeile reunion meeting sitzung atelier workshop treffen proposition vorschlag , . !").Split(' ').ToFrozenSet();

    /// <returns>1 for the first, <see cref="Last"/> for the last; null when the text says anything else.</returns>
    public static int? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int? place = null;
        var tokens = Tokenizer.Cut(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].IsDigits && i + 1 < tokens.Count && tokens[i + 1] is { IsLetters: true, Glued: true } ? tokens[i].Norm + tokens[++i].Norm : tokens[i].Norm;
            if (Words.TryGetValue(word, out var said)) { if (place is not null) return null; place = said; }
            else if (Numbering.Contains(word))
            {
                while (i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Sign) i++;
                if (i + 1 < tokens.Count && tokens[i + 1].IsDigits && place is null && int.TryParse(tokens[i + 1].Norm, out var number) && number > 0) { place = number; i++; }
            }
            else if (!Around.Contains(word)) return null;
        }
        return place;
    }
}
