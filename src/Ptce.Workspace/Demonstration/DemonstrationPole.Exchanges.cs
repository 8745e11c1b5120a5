namespace Ptce.Workspace;

public sealed partial class DemonstrationPole
{
    private readonly Dictionary<string, string> _posted = [];   // offers and needs, by their key in the script
    private readonly Dictionary<string, string> _agreements = []; // of deals, by the same key
    private readonly Dictionary<string, string> _together = [];   // cooperations, by their title
    private readonly HashSet<string> _running = [];               // titles of those that are not over

    /// <summary>What was posted, agreed, delivered and done together in a run of days, each at its own hour.</summary>
    private async Task Exchange(DateOnly from, DateOnly to, DateOnly last)
    {
        foreach (var post in DemonstrationExchanges.Posts.Where(p => Within(p.DaysAgo)))
        {
            SetHour(post.DaysAgo, last, 9);
            await Post(post, last);
        }
        foreach (var step in DemonstrationExchanges.Deals.SelectMany(d => d.Steps()).Where(s => Within(s.DaysAgo)).OrderByDescending(s => s.DaysAgo))
        {
            SetHour(step.DaysAgo, last, 14);
            await Take(step.Deal, step.What, last.AddDays(-step.DaysAgo));
        }
        foreach (var together in DemonstrationExchanges.Together.Where(c => Within(c.DaysAgo)))
        {
            SetHour(together.DaysAgo, last, 16);
            await Cooperate(together, last);
        }
        foreach (var over in DemonstrationExchanges.Together.Where(c => c.Outcome is not null && Within(c.DaysAgo - c.Lasts!.Value)))
        {
            SetHour(over.DaysAgo - over.Lasts!.Value, last, 17);
            await Slice<Cooperations>().Close(_actors[over.Person], _together[over.Title], last.AddDays(over.Lasts.Value - over.DaysAgo), over.Outcome);
            _running.Remove(over.Title);
        }

        bool Within(int daysAgo) => last.AddDays(-daysAgo) is var day && day >= from && day <= to;
    }

    private async Task Post(DemonstrationExchanges.Post post, DateOnly last)
    {
        var by = _actors[post.Person];
        var first = last.AddDays(-post.DaysAgo);
        var offer = new NewOffer(post.Kind, post.Title, post.Text, post.Quantity, post.Unit, post.Lasts is null ? null : first, post.Lasts is { } days ? first.AddDays(days) : null,
            post.Weekday is null ? null : "weekly", post.Weekday, post.Place, post.Conditions, post.Price);
        var made = post.Key[0] == 'n' ? await Slice<Offers>().PostNeed(by, offer, "web") : await Slice<Offers>().Post(by, offer, "web");
        _posted[post.Key] = made.Id;
    }

    /// <summary>One step of a deal: asked and accepted, signed, delivered and confirmed, validated; or refused, or given up.</summary>
    private async Task Take(DemonstrationExchanges.Deal deal, string step, DateOnly day)
    {
        var (asker, other) = (_actors[deal.Asker], _actors[deal.Other]);
        var slice = Slice<Agreements>();
        switch (step)
        {
            case "asked":
                _agreements[deal.Key] = (await slice.Ask(asker, deal.Offer is { } o ? _posted[o] : null, deal.Need is { } n ? _posted[n] : null, new(deal.Quantity))).Id;
                break;
            case "refused":
                await slice.Refuse(other, _agreements[deal.Key], deal.Reason!);
                break;
            case "accepted":
                _agreements[deal.Key] = (await slice.Accept(other, _agreements[deal.Key])).AgreementId!;
                break;
            case "agreed":
                await slice.Sign(asker, _agreements[deal.Key], 1);
                break;
            case "cancelled":
                await slice.Cancel(asker, _agreements[deal.Key], deal.Reason!);
                break;
            case "delivered":
                var agreement = await slice.One(asker, _agreements[deal.Key]);
                var giver = agreement.GiverId == asker.OrganisationId ? asker : other;
                var done = await slice.Deliver(giver, agreement.Id, day, deal.Quantity ?? agreement.Quantity ?? 1, deal.UnitValue);
                if (done.ContributionId is { } line) await Slice<Contributions>().Confirm(giver == asker ? other : asker, line);
                break;
            case "valued":
                foreach (var delivery in (await slice.Deliveries(asker, _agreements[deal.Key])).Where(d => d.ContributionId is not null))
                    await Slice<Contributions>().Validate(_actors[DemonstrationCast.Coordinator], delivery.ContributionId!);
                await slice.Settle(asker.PoleId);
                break;
        }
    }

    private async Task Cooperate(DemonstrationExchanges.Common c, DateOnly last)
    {
        var by = _actors[c.Person];
        var first = last.AddDays(-c.DaysAgo);
        var members = c.Organisations.Select(Organisation).ToList();
        var made = await Slice<Cooperations>().Log(by, new(c.Title, members, first, c.Lasts is { } days ? first.AddDays(days) : null, c.Level, c.Form, c.Commercial, c.Strategic,
            c.Thirds is null ? null : [c.Thirds], c.Text, c.Project, c.Axis, c.Amount, c.Turnover, c.Jobs, c.Answers is { } key ? [_posted[key]] : null), "web");
        if (c.Client is not null)
            await Slice<Cooperations>().TellTender(by, made.Id, new(c.Client, null, first.AddDays(75), c.Amount, c.Lasts + 20 < c.DaysAgo ? "won" : "preparing",
                members.Select((m, i) => (Id: m, Share: (decimal?)(i == 0 ? 100 - (members.Count - 1) * (100 / members.Count) : 100 / members.Count))).ToDictionary(m => m.Id, m => m.Share)));
        if (c.Milestone is not null) await Slice<Cooperations>().SetMilestone(by, made.Id, first.AddDays(60), c.Milestone);
        _together[c.Title] = made.Id;
        _running.Add(c.Title);
    }

    /// <summary>What members gave one another while they did something together is of that cooperation: the one that began last.</summary>
    private async Task Credit(IEnumerable<Contribution> lines)
    {
        foreach (var line in lines.Where(l => l.BeneficiaryId is not null))
        {
            var both = DemonstrationExchanges.Together.LastOrDefault(c => _running.Contains(c.Title) && c.Organisations.Select(Organisation).ToHashSet().IsSupersetOf([line.OrganisationId, line.BeneficiaryId!]));
            if (both is not null) await Slice<Cooperations>().Link(_actors[both.Person], _together[both.Title], "line", line.Id);
        }
    }

    private void SetHour(int daysAgo, DateOnly last, int hour) => _clock.Set(new DateTimeOffset(last.AddDays(-daysAgo).ToDateTime(new TimeOnly(hour, daysAgo % 60)), TimeSpan.Zero));

    /// <summary>What is lent by the hour, and who holds it in the weeks to come.</summary>
    private async Task BookAhead(DateOnly last)
    {
        _clock.Set(_now);
        var bookings = Slice<Bookings>();
        var room = await bookings.Open(_actors["Salomé Dubreuil"], new("locaux", "Grande salle de la Fabrique", 40, Place: "La Fabrique Partagée", Conditions: "Rendre la salle rangée."));
        var van = await bookings.Open(_actors["Julien Marchetti"], new("vehicule", "Camion 20 m³ avec hayon", 1, Place: "Dépôt de la Ressourcerie"));
        await bookings.Book(_actors["Hélène Vauclair"], room.Id, new(last.AddDays(4), "09:00", "12:00", 25, "Comité des mobilités"));
        await bookings.Book(_actors["Farida Ouali"], room.Id, new(last.AddDays(4), "10:00", "16:00", 12, "Module enduits"));
        await bookings.Book(_actors["Aïcha Benmoussa"], van.Id, new(last.AddDays(6), "08:00", "13:00", 1, "Livraison des paniers"));
        await bookings.Book(_actors["Bernard Schmitt"], van.Id, new(last.AddDays(9), "08:00", "18:00", 1, "Chantier du gymnase"));
    }

    /// <summary>Each organisation has said where it is and what it does.</summary>
    private Task DescribeAll() => Task.WhenAll(DemonstrationExchanges.Profiles.Select((p, i) =>
        Slice<Members>().Describe(_actors[DemonstrationCast.Coordinator], Organisation(i),
            new(p.LegalForm, p.Sector, p.Territory, null, DemonstrationCast.Organisations[i].Circles.Contains("signataire") ? new(2019, 3, 14 + i) : null, null, p.About), p.Posts)));

    /// <summary>By its place in <see cref="DemonstrationCast.Organisations"/>.</summary>
    private string Organisation(int place) => _actors[DemonstrationCast.People.First(p => p.Organisation == place).Name].OrganisationId!;
}
