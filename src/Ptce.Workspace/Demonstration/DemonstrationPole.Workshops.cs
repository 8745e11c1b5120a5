namespace Ptce.Workspace;

public sealed partial class DemonstrationPole
{
    private readonly Random _whoComes = new(19890401); // apart from the lines' own chance: neither changes the other

    /// <summary>The pole's meetings from its first month on: the six-weekly workshop that goes round, and the quarterly committee.</summary>
    private async Task PlanMeetings(DateOnly first)
    {
        var coordinator = _actors[DemonstrationCast.Coordinator];
        var thursday = first.AddDays((DayOfWeek.Thursday - first.DayOfWeek + 7) % 7 + 7);
        var workshop = await Slice<Workshops>().Plan(coordinator, new("Atelier du pôle", "atelier", "pole", thursday, new(14, 0), 180, "6w", ["FR", "BE", "LU"],
            Capacity: 40, HostIds: [.. _organisations.Take(6).Select(o => o.Id)],
            Facilitators: [.. _organisations.Skip(4).Take(3).Select(o => new NewRotaPlace(o.Id, null, thursday)), new(coordinator.OrganisationId, coordinator.PersonId, thursday.AddMonths(9))]));
        await Slice<Workshops>().SetTemplate(coordinator, workshop.Id, "20 Tour de table\n30 @actions Suites de la séance précédente\n60 ? Un chantier en commun\n30 ! Décisions\n20 Prochain atelier et covoiturage");
        var committee = await Slice<Workshops>().Plan(coordinator, new("Comité de pilotage", "copil", "committee", thursday.AddDays(12), new(9, 30), 120, "3m", ["FR", "BE", "LU"],
            Place: "Maison du pôle", Link: "https://visio.example.org/copil"));
        await Slice<Workshops>().SetTemplate(coordinator, committee.Id, "10 Relevé de décisions\n45 ! Bilan du trimestre\n5 @bilan\n40 ? Orientations\n20 Questions diverses");
        await Slice<Workshops>().Propose(_actors[DemonstrationCast.Member], workshop.Id, reserve: true, "Un broyeur mobile pour trois communes", 30, "discuss");
    }

    /// <summary>The meetings of a run of days take place: people have answered, come, and confirm their hours.</summary>
    private async Task HoldMeetings(DateOnly from, DateOnly to)
    {
        var coordinator = _actors[DemonstrationCast.Coordinator];
        if (from.Day == 1)
        {
            _clock.Set(new DateTimeOffset(from.ToDateTime(new TimeOnly(2, 40)), TimeSpan.Zero));
            await Slice<Workshops>().PlanAhead();
        }
        await EndActions(new DateTimeOffset(from.ToDateTime(default), TimeSpan.Zero));
        foreach (var meeting in await Slice<Workshops>().Between(coordinator, from, to))
        {
            if (meeting is not { State: Occurrence.Planned, StartsAt: { } starts, EndsAt: { } ends } || ends > _now) continue;
            _clock.Set(starts.AddDays(-6));
            await Slice<Workshops>().PrepareAgenda(coordinator, meeting.Id);
            await AnswerSome(meeting);
            _clock.Set(starts.AddMinutes(5));
            var coming = (await Slice<Workshops>().TurnoutOf(coordinator, meeting.Id)).Replies.Where(r => r.Answer == Reply.Yes).Select(r => r.PersonId).ToHashSet();
            var there = _actors.Values.Where(a => coming.Contains(a.PersonId) && _whoComes.Next(10) > 0).ToList();
            await Task.WhenAll(there.Select(a => Slice<Workshops>().Attend(a, meeting.Id)));
            await Discuss(meeting, there, [.. (await Slice<Workshops>().AgendaOf(coordinator, meeting.Id)).Items.SkipLast(_whoComes.Next(4) == 0 ? 1 : 0)]);
            _clock.Set(ends.AddMinutes(5));
            await Slice<Workshops>().Close(coordinator, meeting.Id);
            if (ends.AddDays(5) < _now)
            {
                _clock.Set(ends.AddHours(3));
                await Slice<Proceedings>().Finish(coordinator, meeting.Id, finished: true);
            }
            await ConfirmHours(there, ends);
        }
    }

    /// <summary>Three of four people answer an invitation; most of them come.</summary>
    private async Task AnswerSome(Occurrence meeting)
    {
        var invited = (await Slice<Workshops>().TurnoutOf(_actors[DemonstrationCast.Coordinator], meeting.Id)).Invited.Select(i => i.PersonId).ToHashSet();
        var answers = _actors.Values.Where(a => invited.Contains(a.PersonId)).Select(a => (Actor: a, Chance: _whoComes.Next(20))).Where(a => a.Chance < 15).ToList();
        await Task.WhenAll(answers.Select(a => Slice<Workshops>().Answer(a.Actor, meeting.Id, new(a.Chance < 11 ? Reply.Yes : a.Chance < 13 ? Reply.Maybe : Reply.No))));
    }

    // The next morning nearly everyone has confirmed, and within the week the cell validates: only the last meeting still waits.
    private async Task ConfirmHours(List<Actor> there, DateTimeOffset ends)
    {
        if (ends.AddDays(5) > _now) return;
        _clock.Set(ends.AddHours(16));
        var confirmed = new List<Contribution>();
        foreach (var actor in there)
            foreach (var draft in await Slice<Contributions>().Drafts(actor))
            {
                if (_whoComes.Next(15) == 0) continue;
                await Slice<Contributions>().Submit(actor, draft.Id);
                confirmed.Add(draft);
            }
        _clock.Set(ends.AddDays(4));
        await Validate(confirmed);
    }

    /// <summary>Some have answered already for the next meetings.</summary>
    private async Task AnswerNext()
    {
        await EndActions(_now.AddHours(-4));
        _clock.Set(_now.AddHours(-3));
        await Slice<Workshops>().PlanAhead();
        foreach (var meeting in await Slice<Workshops>().Next(_actors[DemonstrationCast.Coordinator], 2))
            if (meeting.EndsAt > _now) await AnswerSome(meeting);
    }
}
