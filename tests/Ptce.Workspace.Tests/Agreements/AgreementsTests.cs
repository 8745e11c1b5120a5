namespace Ptce.Workspace.Tests;

public abstract class AgreementsTests(On on) : CastTest(on)
{
    private Offers Pooling => Get<Offers>();
    private Agreements Deals => Get<Agreements>();
    private Contributions Ledger => Get<Contributions>();

    private Task<Offer> Advice(decimal? days = 10) => Pooling.Post(Cast.Bruno, new("competence", "Conseil en marchés publics", "Nous rédigeons vos réponses", days, "jours", new(2026, 11, 1), new(2027, 6, 30)), "web");

    private Task<Offer> Wanted() => Pooling.PostNeed(Cast.Amina, new("competence", "Quelqu'un qui connaît les marchés publics", Quantity: 2, Unit: "jours", ToDay: new(2026, 12, 24)), "web");

    private async Task<Agreement> Signed(Offer offer, decimal? quantity = null)
    {
        var match = await Deals.Ask(Cast.Amina, offer.Id, null, new(quantity));
        var accepted = await Deals.Accept(Cast.Bruno, match.Id);
        return await Deals.Sign(Cast.Amina, accepted.AgreementId!, 1);
    }

    private async Task<IReadOnlyList<Match>> Asked(Actor actor) => (await Deals.Matches(actor, new(State: AgreementFilter.Mine))).Matches;

    private async Task<string> StateOf(Offer offer) => (await Pooling.One(Cast.Chloe, offer.Id)).State;

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAnyAsync<Refused>(act)).Key;

    [Fact]
    public async Task A_need_becomes_a_validated_line_and_each_step_knows_the_one_before_and_after()
    {
        var (offer, need) = (await Advice(2), await Wanted());
        var fit = (await Deals.Suggestions(Cast.Amina, need.Id)).Single();
        Assert.Equal((offer.Id, "kind dates words"), (fit.Other.Id, string.Join(' ', fit.Why.Select(w => w.Key))));
        Assert.Equal("les mêmes mots : marchés, publics", fit.Why[^1].In(new Say("fr")).Plain());

        var match = await Deals.Ask(Cast.Amina, offer.Id, need.Id, new(Note: "Avant Noël si possible"));
        Assert.Equal(match.Id, (await Deals.Ask(Cast.Amina, offer.Id, need.Id)).Id);
        Assert.Equal([match.Id], (await Asked(Cast.Bruno)).Select(m => m.Id));
        Assert.Empty(await Asked(Cast.Amina));
        Assert.Equal((1, match.Id), (await Get<Waiting>().Count(Cast.Bruno), Assert.Single((await Get<Waiting>().Of(Cast.Bruno)).ToAnswer).Id));

        match = await Deals.Accept(Cast.Bruno, match.Id);
        Assert.Equal(("reserved", "reserved"), (await StateOf(offer), await StateOf(need)));
        var agreement = (await Deals.List(Cast.Amina, new(State: AgreementFilter.Mine))).Agreements.Single();
        Assert.Equal((match.AgreementId, match.Id, need.Id, offer.Id, 2m, "jour", new DateOnly(2026, 12, 24)), (agreement.Id, agreement.MatchId, agreement.NeedId, agreement.OfferId, agreement.Quantity, agreement.Unit, agreement.ToDay));
        Assert.Equal("agreements.not_signed", await Refusal(() => Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today)));

        agreement = await Deals.Sign(Cast.Amina, agreement.Id, 1);
        Assert.Equal(("agreed", "agreed", "agreed"), (agreement.State, await StateOf(offer), await StateOf(need)));

        var delivery = await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, unitValue: 350);
        Assert.Equal("agreements.already_delivered", await Refusal(() => Deals.Deliver(Cast.Amina, agreement.Id, Clock.Today)));
        var line = await Ledger.One(Cast.Amina, delivery.ContributionId!);
        Assert.Equal(("submitted", "competence", "Elips", "Val Horizon", 2m, "jour", 35000L), (line.State, line.Kind, line.OrganisationName, line.BeneficiaryName, line.Quantity, line.Unit, line.UnitValueCents));
        Assert.Equal("delivered", await StateOf(need));

        await Ledger.Confirm(Cast.Amina, line.Id);
        await Deals.Settle(Cast.Pole.Id);
        Assert.Equal("delivered", await StateOf(offer));
        await Ledger.Validate(Cast.Chloe, line.Id);
        await Deals.Settle(Cast.Pole.Id);
        await Deals.Settle(Cast.Pole.Id);
        Assert.Equal(("valued", "valued", "valued"), ((await Deals.One(Cast.Amina, agreement.Id)).State, await StateOf(offer), await StateOf(need)));
        Assert.Equal(["AgreementSigned", "AgreementDelivered", "AgreementValued"], await Db.Read<string>("select name from events where subject_id = @Id order by seq", new { agreement.Id }));

        var digest = await Get<Digests>().Compile(await Get<Digests>().Ask(Cast.Chloe, Clock.Today, Clock.Today));
        Assert.Equal((line.Id, 700_00L), Assert.Single(await Get<Digests>().Lines(digest)) is var counted ? (counted.ContributionId, counted.ValueCents) : default);
    }

    [Fact]
    public async Task Who_receives_may_note_it_too_and_then_who_gave_confirms()
    {
        var agreement = await Signed(await Advice());
        var delivery = await Deals.Deliver(Cast.Amina, agreement.Id, Clock.Today, 1, finished: false);
        Assert.Equal("agreed", (await Deals.One(Cast.Amina, agreement.Id)).State);
        Assert.Equal([delivery.ContributionId], (await Ledger.WaitingForMe(Cast.Bruno)).Select(l => l.Id));
        await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, 9);
        Assert.Equal(2, (await Deals.Deliveries(Cast.Chloe, agreement.Id)).Count);
        Assert.Equal("delivered", (await Deals.One(Cast.Amina, agreement.Id)).State);
    }

    [Fact]
    public async Task A_delivery_pressed_twice_is_noted_once()
    {
        var agreement = await Signed(await Advice());
        var first = await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, 1, finished: false, requestKey: "form");
        Assert.Equal(first, await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, 1, finished: false, requestKey: "form"));
        var last = await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, 9, requestKey: "other form");
        Assert.Equal(last, await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, 9, requestKey: "other form"));
        await Deals.Deliver(Cast.Amina, (await Signed(await Advice())).Id, Clock.Today, 1, requestKey: "form"); // another's key is another's
        Assert.Equal([first, last], await Deals.Deliveries(Cast.Amina, agreement.Id));
        Assert.Equal(3, (await Db.Read<string>("select id from contributions")).Count);
    }

    [Fact]
    public async Task What_was_withdrawn_or_has_ended_can_be_accepted_no_more_until_it_is_put_back()
    {
        var offer = await Advice();
        var match = await Deals.Ask(Cast.Amina, offer.Id, null, new(2));
        await Pooling.Close(Cast.Bruno, offer.Id);
        Assert.Equal("agreements.lost.withdrawn", await Refusal(() => Deals.Accept(Cast.Bruno, match.Id)));
        Assert.Empty(await Asked(Cast.Bruno));
        Assert.Equal((0, 0), await Deals.CountWaiting(Cast.Bruno));
        Assert.Equal("sans suite", (await Deals.Match(Cast.Amina, match.Id)).Standing(new Say("fr"), Cast.Amina.OrganisationId, Clock.Today).Words);
        await Pooling.Reopen(Cast.Bruno, offer.Id);
        Assert.Single(await Asked(Cast.Bruno));

        var need = await Wanted();
        var answered = await Deals.Ask(Cast.Bruno, null, need.Id);
        Clock.AdvanceTo(new(2026, 12, 25, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal("agreements.lost.expired", await Refusal(() => Deals.Accept(Cast.Amina, answered.Id)));
        Assert.Equal("accepted", (await Deals.Accept(Cast.Bruno, match.Id)).State);
        Assert.Null((await Deals.Match(Cast.Amina, match.Id)).LostOn(new(2030, 1, 1)));
    }

    [Fact]
    public async Task What_is_paid_at_cost_is_delivered_without_a_contribution()
    {
        var van = await Pooling.Post(Cast.Bruno, new("vehicule", "Camion", Quantity: 3, Unit: "jours", Price: 40), "web");
        var agreement = await Signed(van, 1);
        Assert.Null((await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today)).ContributionId);
        Assert.Empty(await Db.Read<string>("select id from contributions"));
        Assert.Equal((2m, "open"), ((await Pooling.One(Cast.Amina, van.Id)).Left, await StateOf(van)));
    }

    [Fact]
    public async Task A_refusal_keeps_its_reason_and_frees_nothing_that_was_not_held()
    {
        var offer = await Advice();
        var match = await Deals.Ask(Cast.Amina, offer.Id, null, new(3));
        Assert.Equal("agreements.reason_missing", await Refusal(() => Deals.Refuse(Cast.Bruno, match.Id, " ")));
        await Deals.Refuse(Cast.Bruno, match.Id, "Notre juriste est en congé");
        var now = await Deals.Match(Cast.Amina, match.Id);
        Assert.Equal(("refused", "Elips", "Bruno Keller", "Notre juriste est en congé"), (now.State, now.RefusedForName, now.RefusedByName, now.Refusal));
        Assert.Equal("agreements.already_refused", await Refusal(() => Deals.Accept(Cast.Bruno, match.Id)));
        Assert.Equal("open", await StateOf(offer));

        var agreement = await Signed(offer, 4);
        Assert.Equal(6m, (await Pooling.One(Cast.Amina, offer.Id)).Left);
        await Deals.Cancel(Cast.Bruno, agreement.Id, "Reporté à l'an prochain");
        Assert.Equal(10m, (await Pooling.One(Cast.Amina, offer.Id)).Left);
        Assert.Equal("agreements.is_cancelled", await Refusal(() => Deals.Sign(Cast.Amina, agreement.Id, 1)));
    }

    [Fact]
    public async Task New_terms_ask_the_other_party_to_sign_again_and_nobody_signs_what_they_have_not_read()
    {
        var agreement = await Signed(await Advice(), 2);
        var changed = await Deals.Change(Cast.Bruno, agreement.Id, new(3, "jours", Note: "Trois jours seront utiles"));
        Assert.Equal(("proposed", 2L, 3m), (changed.State, changed.Version, changed.Quantity));
        Assert.Equal("agreements.terms_changed", await Refusal(() => Deals.Sign(Cast.Amina, agreement.Id, 1)));
        Assert.Equal("agreed", (await Deals.Sign(Cast.Amina, agreement.Id, 2)).State);
        Assert.Equal("agreements.not_enough", await Refusal(() => Deals.Change(Cast.Bruno, agreement.Id, new(11))));
        Assert.Equal(3m, (await Deals.One(Cast.Amina, agreement.Id)).Quantity);
    }

    [Fact]
    public async Task Terms_that_change_nothing_cost_no_signature_and_none_change_once_something_was_delivered()
    {
        var agreement = await Signed(await Advice(), 4);
        var same = await Deals.Change(Cast.Bruno, agreement.Id, new(4, "jours", agreement.FromDay, agreement.ToDay, " "));
        Assert.Equal(("agreed", 1L), (same.State, same.Version));
        Assert.Empty(await Db.Read<string>("select id from events where name = 'AgreementChanged'"));

        await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today, 1, finished: false);
        Assert.Equal("agreements.too_late", await Refusal(() => Deals.Change(Cast.Bruno, agreement.Id, new(2, "jours"))));
        Assert.Equal(3m, (await Deals.Deliver(Cast.Bruno, agreement.Id, Clock.Today)).Quantity); // what was left
    }

    [Fact]
    public async Task What_is_put_back_after_a_withdrawal_stands_where_its_agreements_are()
    {
        var offer = await Advice(2);
        await Signed(offer, 2);
        await Pooling.Close(Cast.Bruno, offer.Id);
        await Pooling.Reopen(Cast.Bruno, offer.Id);
        Assert.Equal("agreed", await StateOf(offer)); // nothing is left of it
        await Pooling.Change(Cast.Bruno, offer.Id, new("competence", offer.Title, offer.Text, 5, "jours"));
        Assert.Equal(("open", 3m), (await StateOf(offer), (await Pooling.One(Cast.Amina, offer.Id)).Left));
    }

    [Fact]
    public async Task Only_the_two_organisations_speak_and_only_they_and_those_who_read_all_look()
    {
        var (offer, need) = (await Advice(), await Wanted());
        Assert.Equal("agreements.own", await Refusal(() => Deals.Ask(Cast.Bruno, offer.Id, null)));
        Assert.Equal("agreements.not_your_organisation", await Refusal(() => Deals.Ask(Cast.David, offer.Id, need.Id)));
        var match = await Deals.Ask(Cast.Chloe, offer.Id, need.Id); // the animation cell asks both, and says yes for neither
        Assert.Equal((1, 1), ((await Asked(Cast.Amina)).Count, (await Asked(Cast.Bruno)).Count));
        Assert.Equal("agreements.not_your_organisation", await Refusal(() => Deals.Accept(Cast.Chloe, match.Id)));
        await Deals.Accept(Cast.Amina, match.Id);
        Assert.Equal("asked", (await Deals.Match(Cast.Chloe, match.Id)).State);
        var agreement = (await Deals.Accept(Cast.Bruno, match.Id)).AgreementId!;

        var dora = Cast.Ines with { OrganisationId = Cast.Organisation("Re-Sources"), Roles = Roles.Member };
        foreach (var act in new Func<Actor, Task>[] { a => Deals.Match(a, match.Id), a => Deals.One(a, agreement), a => Deals.Deliveries(a, agreement), a => Deals.Sign(a, agreement, 1), a => Deals.Cancel(a, agreement, "non") })
        {
            await Assert.ThrowsAsync<NotHere>(() => act(dora));
            await Assert.ThrowsAsync<NotHere>(() => act(Cast.Zora));
            await Assert.ThrowsAsync<NotAllowed>(() => act(Cast.Farid));
        }
        Assert.Empty((await Deals.List(dora, new())).Agreements);
        Assert.Empty((await Deals.Matches(dora, new(OfferId: offer.Id))).Matches);
        Assert.Empty(await Deals.Titles(dora, [agreement, match.Id], new Say("fr")));
        Assert.Equal([agreement], (await Deals.List(Cast.David, new())).Agreements.Select(a => a.Id));
    }

    [Fact]
    public async Task Of_twenty_who_accept_the_last_day_at_once_one_gets_it()
    {
        var offer = await Pooling.Post(Cast.Bruno, new("competence", "Une journée de conseil", Quantity: 1, Unit: "jour"), "web");
        var asked = new List<string>();
        string[] others = ["Val Horizon", "La Coursive", "Valoprest", "Re-Sources"];
        for (var n = 0; n < 20; n++)
        {
            var asker = Cast.Amina with { OrganisationId = Cast.Organisation(others[n % 4]) };
            var need = await Pooling.PostNeed(asker, new("competence", $"Une journée {n}", Quantity: 1, Unit: "jour"), "web");
            asked.Add((await Deals.Ask(asker, offer.Id, need.Id)).Id);
        }
        var answers = await Task.WhenAll(asked.Select(id => Task.Run(async () =>
        {
            try { return (await Deals.Accept(Cast.Bruno, id)).State; }
            catch (Refused e) { return e.Key; }
        })));
        Assert.Equal(1, answers.Count(a => a == "accepted"));
        Assert.Equal(19, answers.Count(a => a == "agreements.not_enough"));
        Assert.Equal(0m, (await Pooling.One(Cast.Amina, offer.Id)).Left);
        Assert.Single(await Db.Read<string>("select id from agreements"));
    }
}

public sealed class AgreementsOnSqlite() : AgreementsTests(On.Sqlite);

public sealed class AgreementsOnPostgres() : AgreementsTests(On.Postgres);
