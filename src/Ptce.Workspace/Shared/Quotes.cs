namespace Ptce.Workspace;

/// <summary>Guillemets of a CSV file. A quote that is opened and not closed would take the rows below for its own words.</summary>
internal static class Quotes
{
    /// <summary>The line of the first field that begins with a quote and does not end with one; null where all do.</summary>
    public static int? Loose(ReadOnlySpan<char> text, char separator)
    {
        var (line, begins) = (1, true); // begins: the next character is the first of a field
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && begins)
            {
                var opened = line;
                if (!Close(text, ref i, ref line) || !Ends(text, i + 1, separator)) return opened;
                begins = false;
                continue;
            }
            begins = text[i] == separator || text[i] is '\n' or '\uFEFF';
            if (text[i] == '\n') line++;
        }
        return null;
    }

    /// <summary>Goes from an opening quote to the one that closes it; two in a row are one that is meant.</summary>
    private static bool Close(ReadOnlySpan<char> text, ref int i, ref int line)
    {
        for (i++; i < text.Length; i++)
        {
            if (text[i] == '\n') line++;
            if (text[i] != '"') continue;
            if (i + 1 >= text.Length || text[i + 1] != '"') return true;
            i++;
        }
        return false;
    }

    /// <summary>Whether nothing but spaces stands before the next separator or the end of the line.</summary>
    private static bool Ends(ReadOnlySpan<char> text, int from, char separator)
    {
        while (from < text.Length && text[from] is ' ' or '\t' && text[from] != separator) from++;
        return from >= text.Length || text[from] == separator || text[from] is '\r' or '\n';
    }
}
