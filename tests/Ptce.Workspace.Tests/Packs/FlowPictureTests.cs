namespace Ptce.Workspace.Tests;

/// <summary>Who gave to whom, drawn for a pole of the largest kind.</summary>
public sealed class FlowPictureTests
{
    private static readonly Say Fr = new("fr");

    private static FlowPicture Drawn(int organisations)
    {
        var flows = from giver in Enumerable.Range(0, organisations)
                    from receiver in Enumerable.Range(0, organisations)
                    where giver != receiver
                    select new FlowPicture.Flow($"{giver:00}", receiver == 0 ? "" : $"{receiver:00}", 30 + giver * 7 + receiver, "/lignes");
        return FlowPicture.Of(flows, id => id == "" ? "le pôle" : $"Groupement des artisans de l'éco-rénovation du canton {id}", n => Fr["packs.flow.others", n], Fr.Duration, (a, b, time) => $"{a} {b} {time}")!;
    }

    [Theory, InlineData(5), InlineData(22), InlineData(24)]
    public void Every_organisation_of_a_large_pole_has_its_name_and_its_amount(int organisations)
    {
        foreach (var drawing in new[] { Drawn(organisations).Narrow, Drawn(organisations).Wide })
        {
            Assert.Equal(2 * organisations, drawing.Nodes.Count);
            Assert.All(drawing.Nodes, n => Assert.Single(n.Lines, l => l.IsAmount));
            Assert.Equal(12, drawing.Ribbons.Count(r => r.Main));
        }
    }

    [Fact]
    public void No_two_names_lie_on_one_another_and_none_on_the_ribbons()
    {
        foreach (var drawing in new[] { Drawn(30).Narrow, Drawn(30).Wide })
            foreach (var side in drawing.Nodes.GroupBy(n => n.Gives))
            {
                var at = side.SelectMany(n => n.Lines.Where(l => drawing.Paper.Amount == 0 || !l.IsAmount)).Select(l => double.Parse(l.Y, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                Assert.All(at.Zip(at.Skip(1)), two => Assert.True(two.Second - two.First >= drawing.Paper.LineHeight - 0.2));
                Assert.All(side.SelectMany(n => n.Lines), l => Assert.True(side.Key ? l.X < drawing.Paper.Label : l.X > drawing.Paper.Right));
                Assert.All(side.SelectMany(n => n.Lines), l => Assert.True(l.IsAmount || l.Text.Length <= drawing.Paper.Characters));
                Assert.Equal(FlowPicture.MostOnASide, side.Count());
                Assert.Equal("7 autres", side.Last().Lines[0].Text);
            }
    }
}
