using Microsoft.AspNetCore.Mvc;

namespace Ptce.Workspace;

/// <summary>What an organisation says of itself, gives, seeks, and does with whom.</summary>
public sealed partial class MemberPage
{
    private const int MostShown = 8;

    public Members.Profile Profile { get; private set; } = Members.Profile.Unsaid;
    /// <summary>The college it votes in; null where the pole votes without, or it is in none.</summary>
    public string? College { get; private set; }
    public OfferList Gives { get; private set; } = new([], null);
    public OfferList Seeks { get; private set; } = new([], null);
    public CooperationList Together { get; private set; } = new([], null);
    public bool MayDescribe => Type is not null && Members.MayDescribe(actor, Id);
    public bool DescribeRefused => Request.HasFormContentType && Request.Form.ContainsKey("territory");

    /// <summary>The others it cooperates with, by name.</summary>
    public IReadOnlyList<Organisation> Partners { get; private set; } = [];

    public Task<IActionResult> OnPostDescribe(
        [FromForm(Name = "legal_form")] string? legalForm, string? sector, string? territory, string? fte, string? charter, string? website, string? about) =>
        Done(members.Describe(actor, Id, new(legalForm, sector, territory, null, Field.DayIfAny(charter, "charter"), website, about), Field.NumberIfAny(fte, "fte")), say["members.described"]);

    /// <summary>People who act for it today, each once: one of them may hand over.</summary>
    public IReadOnlyList<Members.Mandate> Leaving => [.. Mandates.Where(m => m.Lasts.On(Today)).DistinctBy(m => m.PersonId)];
    public bool HandOverRefused => Request.HasFormContentType && Request.Form.ContainsKey("from");

    public Task<IActionResult> OnPostHandOver(string? from, string? name, string? email, string? engagement, string? lastDay) =>
        Done(members.HandOver(actor, new(from ?? "", Id, name ?? "", email, engagement ?? "", Field.DayIfAny(lastDay, "lastDay"))), say["members.handed_over"]);

    private async Task LoadDoing()
    {
        Profile = await members.ProfileOf(actor, Id);
        if ((await voting.CollegeOf(actor)).TryGetValue(Id, out var college)) College = (await voting.Rules(actor)).Colleges.FirstOrDefault(c => c.Id == college)?.Name;
        Gives = await offers.List(actor, new(Sides.Offer, State: Stages.Open, OrganisationId: Id), most: MostShown);
        Seeks = await offers.List(actor, new(Sides.Need, State: Stages.Open, OrganisationId: Id), most: MostShown);
        Together = await cooperations.List(actor, new(OrganisationId: Id), most: MostShown);
        Partners = await cooperations.PartnersOf(actor, Id);
    }
}
