namespace Ptce.Workspace.Tests;

public sealed class DurationTests
{
    [Theory]
    [InlineData(45, "45 min")]
    [InlineData(60, "1 h")]
    [InlineData(150, "2 h 30")]
    [InlineData(-65, "-1 h 05")]
    public void A_duration_stays_on_one_line_on_a_page_and_is_plain_wherever_it_is_compared(long minutes, string said)
    {
        Assert.Equal(said, new Say("fr").Duration(minutes));
        var shown = new SayOnPages("fr").Duration(minutes);
        Assert.DoesNotContain(' ', shown);
        Assert.Equal(said, shown.Plain());
    }
}
