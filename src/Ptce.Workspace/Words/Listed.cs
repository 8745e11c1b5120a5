namespace Ptce.Workspace;

/// <summary>Things of a closed list in a sentence, by the keys of their words: said in the language of whoever reads it.</summary>
public sealed record Listed(IReadOnlyList<string> Keys) : IFormattable
{
    public string In(string language) => string.Join(", ", Keys.Select(key => Words.Say(language, key)));

    // A sentence is filled in its reader's culture.
    string IFormattable.ToString(string? format, IFormatProvider? reader) => In(reader is System.Globalization.CultureInfo culture ? culture.TwoLetterISOLanguageName : "fr");

    public override string ToString() => In("fr");
}
