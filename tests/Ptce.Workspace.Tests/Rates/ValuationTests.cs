using System.Numerics;

namespace Ptce.Workspace.Tests;

public sealed class ValuationTests
{
    [Fact]
    public void The_worked_examples_of_the_field_come_out_to_the_cent()
    {
        Assert.Equal(120_20, Valuation.OfTime(10 * 60, 12_02));
        Assert.Equal(75_00, Valuation.InKind(3_000, 25_00));
        Assert.Equal(195_20, Valuation.OfTime(10 * 60, 12_02) + Valuation.InKind(3_000, 25_00));
        Assert.Equal(17_07, Valuation.HourlyRate(12_02, chargeBasisPoints: 4200));
        Assert.Equal(18_03, Valuation.HourlyRate(12_02, coefficientMilli: 1500));
    }

    [Theory]
    [InlineData(1, 30, 1)]      // half a cent goes up
    [InlineData(1, 29, 0)]
    [InlineData(-1, 30, -1)]    // and a reversal takes back the very same
    [InlineData(45, 12_02, 9_02)] // 9.015
    [InlineData(15, 12_02, 3_01)] // 3.005
    [InlineData(0, 12_02, 0)]
    public void A_line_is_rounded_once_half_a_cent_away_from_zero(long minutes, long rate, long cents) =>
        Assert.Equal(cents, Valuation.OfTime(minutes, rate));

    [Fact]
    public void Another_hand_counting_in_whole_numbers_agrees_on_ten_thousand_lines()
    {
        var random = new Random(20261119);
        for (var i = 0; i < 10_000; i++)
        {
            long minutes = random.Next(-1440, 1441), baseCents = random.Next(1, 100_000), coefficient = random.Next(1, 10_001), charge = random.Next(0, 10_001);
            long quantity = random.Next(-1_000_000, 1_000_001), unit = random.Next(0, 1_000_001);

            var rate = HalfUp((BigInteger)baseCents * coefficient * (10_000 + charge), 10_000_000);
            Assert.Equal(rate, Valuation.HourlyRate(baseCents, coefficient, charge));
            Assert.Equal(HalfUp((BigInteger)minutes * rate, 60), Valuation.OfTime(minutes, rate));
            Assert.Equal(HalfUp((BigInteger)quantity * unit, 1000), Valuation.InKind(quantity, unit));
        }
    }

    // Schoolbook: add half of the divisor to the size, cut, give the sign back.
    private static long HalfUp(BigInteger dividend, long divisor)
    {
        var size = (2 * BigInteger.Abs(dividend) + divisor) / (2 * divisor);
        return (long)(dividend.Sign * size);
    }

    [Fact]
    public void The_forms_and_the_accounting_plan_number_gifts_and_volunteers_the_other_way_round()
    {
        Assert.Equal(("875", "870"), (AccountPair.Volunteers.Credit, Cerfa.RowOf(Kinds.BenevolatUsager).Produits));
        Assert.Equal(("870", "875"), (AccountPair.Goods.Credit, Cerfa.RowOf("denrees").Produits));
        Assert.Equal(new CerfaRow("861", "871"), Cerfa.RowOf("locaux"));
        Assert.Null(AccountPair.InKind("achat_groupe"));
    }
}
