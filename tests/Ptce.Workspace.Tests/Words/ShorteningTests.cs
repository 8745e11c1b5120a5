namespace Ptce.Workspace.Tests;

public sealed class ShorteningTests
{
    [Theory]
    [InlineData("Broyeur", 7, "Broyeur")]
    [InlineData("Broyeur mobile", 9, "Broyeur…")] // no space before the mark
    [InlineData("Vélo 🚲 cargo", 7, "Vélo…")]     // the bicycle takes two places, of which one would fit
    [InlineData("Vélo 🚲 cargo", 8, "Vélo 🚲…")]
    public void A_text_fits_and_no_character_is_cut_in_half(string text, int longest, string shown) => Assert.Equal(shown, text.Within(longest));
}
