namespace Ptce.Workspace.Tests;

public abstract class EffectTests(On on) : DigestTest(on)
{
    private static readonly RateDecision AtFifteen = new(
        "benevolat_usager", "M5", 1, 0, 15m, null, null, new DateOnly(2027, 1, 1), "Devis", "AG", new DateOnly(2026, 11, 1), "PV 2026-11");

    private Rates Rates => Get<Rates>();

    [Fact]
    public async Task A_proposal_shows_what_it_would_have_made_of_the_last_digest_and_changes_nothing()
    {
        await Line("2026-03-02", minutes: 100); // 12.02 €/h: 20.03 €; at 15 €: 25.00 €
        await Line("2026-03-03", minutes: 10);  // 2.00 €; at 15 €: 2.50 €
        await Line("2026-03-04", minutes: 60, state: "draft");
        await Line("2026-03-05", kind: "benevolat_politique", minutes: 60); // 12.02 €, not concerned
        var march = await March();

        var effect = (await Digests.Effect(Cast.David, Rates, AtFifteen))!;

        Assert.Equal((march.Id, 2, 110, 2203, 2750), (effect.Digest.Id, effect.Lines, effect.Minutes, effect.BeforeCents, effect.AfterCents));
        Assert.Equal((3405, 3952), (effect.AllBeforeCents, effect.AllAfterCents));
        Assert.Empty(await Rates.History(Cast.David));
        Assert.Equal(march.Hash, (await Digests.One(Cast.David, march.Id)).Hash);
    }

    [Fact]
    public async Task What_could_not_be_adopted_has_no_effect_to_show()
    {
        Assert.Null(await Digests.Effect(Cast.David, Rates, AtFifteen));
        await Assert.ThrowsAsync<NotAllowed>(() => Digests.Effect(Cast.Amina, Rates, AtFifteen));
        Assert.Equal("euros", (await Assert.ThrowsAsync<Refused>(() => Digests.Effect(Cast.David, Rates, AtFifteen with { EurosPerHour = null }))).Field);
    }
}

public sealed class EffectOnSqlite() : EffectTests(On.Sqlite);

public sealed class EffectOnPostgres() : EffectTests(On.Postgres);
