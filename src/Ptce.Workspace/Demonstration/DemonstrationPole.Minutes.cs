namespace Ptce.Workspace;

public sealed partial class DemonstrationPole
{
    /// <summary>What is said at a kind of point: two hands write it; then what is decided, and what someone takes on.</summary>
    private static readonly (string Word, string Notes, string Second, string? Decision, string? Action)[] Said =
    [
        ("Tour de table", "Chacun dit où il en est depuis la dernière fois.\n- La Ressourcerie du Val : le hangar est plein, il faut des bras en fin de mois.\n- Terre et Chaux : chantier école ouvert aux stagiaires.",
            "- Mobil'Emploi : deux véhicules de plus au garage solidaire.", null, null),
        ("Suites", "Le relevé de la dernière séance est relu point par point.", "Ce qui n'est pas fait reste dans la liste des actions, avec un nouveau jour.", null, "Relancer ceux qui n'ont pas répondu sur le covoiturage"),
        ("chantier", "Comment partager la grande salle de la Fabrique entre formations et permanences.\nLes horaires du soir conviennent mieux aux bénévoles.", "Il manque un plan d'occupation lisible par tous.",
            "Ouvrir la grande salle aux membres deux soirs par semaine, sans loyer, jusqu'à l'été", "Dessiner le plan d'occupation de la salle"),
        ("Décisions", "Trois devis pour l'achat groupé de chaux, écart de 18 %.", "Le moins cher livre aussi Rommelange.",
            "Retenir le devis qui livre les trois vallées et commander avant la fin du mois", "Passer la commande groupée de chaux"),
        ("covoiturage", "La prochaine fois chez l'organisation qui suit dans le tour.", "Départ commun de la gare à 13 h 15.", null, null),
        ("Bilan", "Les heures données tiennent le rythme de l'an dernier.\nLes mises à disposition de matériel sont mieux notées depuis le printemps.", "Le financeur demande le détail des heures d'ateliers.",
            "Valider le bilan du trimestre et l'envoyer au financeur", "Envoyer le bilan au financeur"),
        ("Orientations", "Deux pistes : la matériauthèque partagée, et un poste d'animation à mi-temps.", "Le poste dépend de la réponse attendue à l'automne.",
            "Préparer un dossier pour la matériauthèque, sans attendre le poste", "Écrire la première page du dossier matériauthèque"),
    ];

    /// <summary>The meeting goes through its points: the clock runs, two people write, something is decided and someone takes it on.</summary>
    private async Task Discuss(Occurrence meeting, List<Actor> there, IReadOnlyList<AgendaItem> items)
    {
        var coordinator = _actors[DemonstrationCast.Coordinator];
        var at = meeting.StartsAt!.Value.AddMinutes(8);
        foreach (var item in items)
        {
            _clock.Set(at);
            await Slice<Workshops>().Begin(coordinator, item.Id);
            if (there.Count > 1 && item.Brings != AgendaBrings.Digest && Said.FirstOrDefault(s => item.Title.Contains(s.Word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } said)
                await Write(meeting, there, item, said);
            at = at.AddMinutes(item.Minutes + _said.Next(9) - 3);
            _clock.Set(at);
            await Slice<Workshops>().Reach(coordinator, item.Id, reached: true);
        }
    }

    private async Task Write(Occurrence meeting, List<Actor> there, AgendaItem item, (string Word, string Notes, string Second, string? Decision, string? Action) said)
    {
        var (coordinator, second) = (_actors[DemonstrationCast.Coordinator], there[_said.Next(there.Count)]);
        await Slice<Proceedings>().Write(coordinator, item.Id, $"demo-{item.Id}-1", "", said.Notes);
        await Slice<Proceedings>().Write(second, item.Id, $"demo-{item.Id}-2", said.Notes, said.Notes + "\n" + said.Second);
        if (said.Decision is { } body)
        {
            var vote = _said.Next(3) == 0;
            var decision = await Slice<Decisions>().Propose(coordinator, item.Id, body, vote ? Decision.ByVote : Decision.ByConsent);
            if (vote) await Vote(decision, there);
            else await Slice<Decisions>().Agree(coordinator, decision);
        }
        if (said.Action is not { } what) return;
        var owner = there[_said.Next(there.Count)];
        var due = meeting.Day!.Value.AddDays(14 + _said.Next(30));
        var action = await Slice<Actions>().Agree(coordinator, item.Id, what, owner.PersonId, due);
        // What was agreed long ago is done, mostly; the last ones still wait, one of them late.
        var today = DateOnly.FromDateTime(_now.UtcDateTime);
        if (due.AddDays(-3) > today || (due > today.AddDays(-45) && _said.Next(2) == 0)) return;
        _done.Add((new DateTimeOffset(due.AddDays(-_said.Next(9)).ToDateTime(new TimeOnly(10, 20)), TimeSpan.Zero), owner, action));
    }

    private readonly Random _said = new(18440121); // apart from the others' chance: none changes another
    private readonly List<(DateTimeOffset At, Actor Owner, string Action)> _done = [];

    private async Task Vote(string decision, List<Actor> there)
    {
        var coordinator = _actors[DemonstrationCast.Coordinator];
        await Slice<Decisions>().Open(coordinator, decision);
        foreach (var actor in there)
            if ((await Slice<Decisions>().MyVoices(actor, decision)).Count > 0)
                await Slice<Decisions>().Say(actor, decision, null, _said.Next(6) switch { 0 => "no", 1 => "abstain", _ => "yes" });
        await Slice<Decisions>().Close(coordinator, decision);
    }

    /// <summary>What fell due by this instant was done, each at its time.</summary>
    private async Task EndActions(DateTimeOffset until)
    {
        foreach (var (at, owner, action) in _done.Where(d => d.At <= until).OrderBy(d => d.At).ToList())
        {
            _clock.Set(at);
            await Slice<Actions>().End(owner, action, ActionItem.Done);
        }
        _done.RemoveAll(d => d.At <= until);
    }
}
