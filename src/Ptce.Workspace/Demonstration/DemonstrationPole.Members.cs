namespace Ptce.Workspace;

public sealed partial class DemonstrationPole
{
    /// <summary>Who is proposed for the pole, who was not admitted, and who has gone.</summary>
    private async Task ComeAndGo()
    {
        _clock.Set(_now.AddHours(-3));
        var (members, coordinator) = (Slice<Members>(), _actors[DemonstrationCast.Coordinator]);
        var declined = await members.Propose(_actors["Bernard Schmitt"], "Logis Plus", "entreprise", "partenaire", "Vend des logiciels de gestion de chantier.");
        await members.Decide(coordinator, declined, admitted: false, "Comité de pilotage : une offre commerciale, pas une coopération.");
        var wanted = await members.Propose(_actors["Sofia Marques"], "Régie de quartier des Tanneries", "insertion", "membre", "Entretient les espaces verts de la vallée basse et cherche des chantiers communs pour ses douze salariés.");
        foreach (var supporter in new[] { "Julien Marchetti", "Aïcha Benmoussa", "Hélène Vauclair" }) await members.Support(_actors[supporter], wanted);

        var today = coordinator.Today(_clock);
        var gone = await members.AddPerson(coordinator, new("Lucien Berthelot", null, Organisation(6), "member", "benevole", today.AddDays(-420)));
        await members.EndMandate(coordinator, (await members.Mandates(coordinator, gone))[0].Id, today.AddDays(-1));
    }

    /// <summary>A group purchase that found too few.</summary>
    private async Task GiveUpAPurchase()
    {
        var (by, other) = (_actors["Karim Haddad"], _actors["Wim Claes"]);
        var hemp = await Slice<Offers>().Post(by, new(Kinds.AchatGroupe, "Isolant en chanvre, camion complet", "Un seul transport pour tous les chantiers du printemps.", Unit: "m²", ToDay: by.Today(_clock).AddDays(20)), "web");
        await Slice<Purchases>().Tell(by, hemp.Id, new("m²", 19, 16.50m, 800, by.Today(_clock).AddDays(10)));
        await Slice<Purchases>().Join(other, hemp.Id, 120);
        await Slice<Purchases>().Drop(by, hemp.Id);
    }
}
