namespace Ptce.Workspace.Tests;

/// <summary>Two people's words put together: whatever either added stands in the result.</summary>
public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("Un\nDeux\nTrois", "Un\nDeux bis\nTrois", "Un\nDeux\nTrois\nQuatre", "Un\nDeux bis\nTrois\nQuatre")] // other paragraphs
    [InlineData("Un\nDeux", "Un\nDeux", "Un\nDeux et demi", "Un\nDeux et demi")]                                    // only I wrote
    [InlineData("Un", "Un\nElle", "Un\nMoi", "Un\nElle\nMoi")]                                                      // both added at the end
    [InlineData("", "Elle", "Moi", "Elle\nMoi")]                                                                    // both began
    [InlineData("", "Elle", "Elle", "Elle")]                                                                        // the same words are said once
    [InlineData("Un\nDeux\nTrois", "Deux\nTrois", "Un\nDeux\nTrois !", "Deux\nTrois !")]
    [InlineData("Le broyeur coûte cher.", "Le broyeur mobile coûte cher.", "Le broyeur coûte trop cher.", "Le broyeur mobile coûte trop cher.")] // the same paragraph, other words
    [InlineData("A hel", "A hel monde", "A hello", "A hello monde")]                                                // I finish my word while she adds behind it
    [InlineData("Un\nDeux", "Un", "Un\nDeux changé", "Un\nDeux changé")]                                            // a deletion yields to a change
    [InlineData("Un\nDeux", "Un\nDeux changé", "Un", "Un\nDeux changé")]
    public void Words_in_other_places_stand_together(string known, string theirs, string mine, string together)
    {
        var merge = ThreeWay.Of(known, theirs, mine);
        Assert.Equal(together, merge.Text);
        Assert.Empty(merge.Clashes);
    }

    [Fact]
    public void The_same_words_changed_by_both_stand_twice_and_are_shown()
    {
        var merge = ThreeWay.Of("Intro\nOn achète en mars.\nFin", "Intro\nOn achète en avril.\nFin", "Intro\nOn achète en mai.\nFin");
        Assert.Equal("Intro\nOn achète en avril.\nOn achète en mai.\nFin", merge.Text);
        Assert.Equal(new MergeClash("On achète en avril.", "On achète en mai.", 1), Assert.Single(merge.Clashes));
        Assert.Equal([0, 1, null, 2], merge.Paragraphs.Select(p => p.From));
        Assert.Equal([false, false, true, false], merge.Paragraphs.Select(p => p.Touched));
    }

    [Fact]
    public void Whatever_two_people_add_is_in_the_result_a_thousand_times()
    {
        var chance = new Random(20_260_319);
        for (var round = 0; round < 1000; round++)
        {
            var known = string.Join('\n', Enumerable.Range(0, chance.Next(6)).Select(n => $"p{n} a{n} b{n} c{n}"));
            var (theirs, hers) = Edited(known, "h", chance);
            var (mine, ours) = Edited(known, "m", chance);
            var text = ThreeWay.Of(known, theirs, mine).Text;
            foreach (var word in hers.Concat(ours)) Assert.Contains(word, text);
            Assert.Equal(mine, ThreeWay.Of(known, known, mine).Text);
            Assert.Equal(theirs, ThreeWay.Of(known, theirs, known).Text);
            Assert.Equal(text, ThreeWay.Of(mine, text, mine).Text);
        }
    }

    /// <summary>A long page typed by two people at once, letter by letter, saved at any moment, comes out whole.</summary>
    [Fact]
    public void Two_people_who_type_on_and_save_whenever_both_keep_every_word()
    {
        var chance = new Random(7);
        string[] hers = [.. Enumerable.Range(0, 60).Select(n => $"elle{n}")], ours = [.. Enumerable.Range(0, 60).Select(n => $"moi{n}")];
        var server = "Ouverture";
        var sheets = new[] { (Known: server, Text: server, Left: new Queue<char>(string.Join('\n', hers))), (Known: server, Text: server, Left: new Queue<char>(string.Join('\n', ours))) };
        for (var n = 0; n < 2; n++) sheets[n].Text += "\n";
        while (sheets.Any(s => s.Left.Count > 0 || s.Known != s.Text))
        {
            ref var one = ref sheets[chance.Next(2)];
            for (var k = chance.Next(5); k > 0 && one.Left.TryDequeue(out var letter); k--) one.Text = Type(one.Text, letter, ReferenceEquals(one.Left, sheets[0].Left) ? "elle" : "moi");
            if (chance.Next(3) > 0) continue;
            server = ThreeWay.Of(one.Known, server, one.Text).Text;
            // The answer arrives before or after more was typed: both ways the browser knows what it sent.
            if (chance.Next(2) == 0) (one.Known, one.Text) = (server, server);
            else one.Known = one.Text;
        }
        server = ThreeWay.Of(sheets[0].Known, server, sheets[0].Text).Text;
        Assert.All(hers.Concat(ours), word => Assert.Contains(word, server.Split('\n')));
    }

    // Each types at the end of their own last line, wherever the other's lines are.
    private static string Type(string text, char letter, string own)
    {
        var lines = text.Split('\n').ToList();
        var last = lines.FindLastIndex(l => l.StartsWith(own[..1], StringComparison.Ordinal) || l == "");
        if (last < 0 || letter == '\n')
        {
            lines.Insert(last < 0 ? lines.Count : last + 1, letter == '\n' ? "" : letter.ToString());
            return string.Join('\n', lines);
        }
        lines[last] += letter;
        return string.Join('\n', lines);
    }

    private static (string Text, List<string> Added) Edited(string text, string sign, Random chance)
    {
        var added = new List<string>();
        var lines = text.Split('\n').ToList();
        for (var k = chance.Next(4); k > 0; k--)
        {
            var word = $"{sign}{k}{chance.Next(1000, 9999)}";
            var line = chance.Next(lines.Count);
            switch (chance.Next(3))
            {
                case 0: lines.Insert(line, word); break;
                case 1: lines[line] += " " + word; break;
                default: lines[line] = word + " " + lines[line]; break;
            }
            added.Add(word);
        }
        return (string.Join('\n', lines), added);
    }
}
