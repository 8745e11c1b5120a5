namespace Ptce.Workspace;

public sealed partial class DemonstrationPole
{
    private const int MembersShown = 7, OffersShown = 6;

    /// <summary>What began lately: a working group, a guest at the next workshop, and the page that everybody may read.</summary>
    private async Task OpenOutside()
    {
        _clock.Set(_now.AddHours(-2));
        var (coordinator, workshops) = (_actors[DemonstrationCast.Coordinator], Slice<Workshops>());
        var today = coordinator.Today(_clock);
        var above = (await workshops.Series(coordinator)).First(s => s.Kind == "atelier");
        var group = await workshops.Plan(coordinator, new("Groupe énergie", "groupe_travail", Audiences.Group, today.AddDays(19), new(9, 30), 90, "3w", ["FR", "BE", "LU"], Place: "Maison du pôle", ParentId: above.Id));
        var people = _actors.Values.DistinctBy(a => a.OrganisationId).Where(a => a.May(Act.WorkInGroup)).Take(5).ToList();
        foreach (var person in people) await workshops.JoinGroup(person, group.Id);
        var session = await workshops.Convene(people[0], group.Id, today.AddDays(5), new(9, 30));
        await workshops.Propose(people[1], session, reserve: false, "Chaufferie bois en commun : qui est intéressé", 40, "discuss");
        if ((await workshops.Between(coordinator, today.AddDays(1), today.AddDays(60), above.Id)).FirstOrDefault(m => m.State == Occurrence.Planned) is { } next)
            await Slice<Guests>().Invite(coordinator, next.Id, "Odile Charpentier", "Conseil départemental", quality: "elected");

        var buyers = _actors.Values.Where(a => a.May(Act.AskMatch) && a.OrganisationId is not null).DistinctBy(a => a.OrganisationId).Take(4).ToList();
        var pellets = await Slice<Offers>().Post(buyers[0], new(Kinds.AchatGroupe, "Granulés de bois pour l'hiver", "Livraison à la ressourcerie, chacun reprend sa part.", Unit: "tonne", ToDay: today.AddDays(30)), "web");
        await Slice<Purchases>().Tell(buyers[0], pellets.Id, new("tonne", 340, 285, 20, today.AddDays(25)));
        foreach (var (buyer, tonnes) in buyers.Skip(1).Zip([6m, 4m, 7m])) await Slice<Purchases>().Join(buyer, pellets.Id, tonnes);

        await Slice<Showcase>().Open(_actors[DemonstrationCast.Administrator], "Des organisations de trois vallées qui mettent en commun salles, camions, outils et savoir-faire.", indexed: false);
        foreach (var person in _actors.Values.Where(a => a.May(Act.PostOffer) && a.OrganisationId is not null).DistinctBy(a => a.OrganisationId).Take(MembersShown))
            await Slice<Showcase>().Show(person, person.OrganisationId!, shown: true);
        var shown = await Slice<Showcase>().Shown(coordinator);
        foreach (var offer in (await Slice<Offers>().List(coordinator, new(State: Stages.Open), most: 100)).Offers.Where(o => shown.Contains(o.OrganisationId)).Take(OffersShown))
            await Slice<Showcase>().ShowOffer(coordinator, offer.Id, shown: true);
    }
}
