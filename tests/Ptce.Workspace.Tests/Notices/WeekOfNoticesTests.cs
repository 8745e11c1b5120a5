using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ptce.Workspace.Tests;

/// <summary>A week of the demonstration pole in seconds: the schedule runs at its hours, people do things, and the list below says who was written to.</summary>
public sealed class WeekOfNoticesTests() : StoreTest(On.Sqlite)
{
    private static readonly string[] Rows = ["meetings", "preparation", "invitations", "lines", "matches", "reviews", "offers", "daily", "expiry", "bookings", "found", "searches"];
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private readonly HashSet<string> _onTeams = [];
    private readonly List<(DateTimeOffset At, string Line, string Name)> _told = [];
    private readonly Dictionary<string, Actor> _folk = [];
    private Dispatcher _dispatcher = null!;

    protected override void Replace(IServiceCollection services) => TeamsOf.Instead(services, _onTeams);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await DemonstrationPole.Seed(Get<IConfiguration>(), Clock);
        foreach (var (name, _, _, _) in DemonstrationCast.People)
            _folk[name] = (await Get<Actors>().FindByEmail(DemonstrationCast.Email(name), Poles.Slug(DemonstrationCast.Pole)))!;
        _onTeams.Add(_folk[DemonstrationCast.Coordinator].PersonId);
        _onTeams.Add(_folk[DemonstrationCast.Elector].PersonId);
        _dispatcher = new(Db, Get<Deliveries>(), [new Teller("mail", this), new Teller("teams", this)], Clock, NullLogger<Dispatcher>.Instance);
        await _dispatcher.PayWhatIsDue(default); // what eighteen months left behind
        _told.Clear();
    }

    [Fact]
    public async Task A_week_brings_exactly_the_messages_one_would_want()
    {
        var (camille, julien, naima, odile, thomas) = (_folk[DemonstrationCast.Coordinator], _folk[DemonstrationCast.Member], _folk[DemonstrationCast.Elector], _folk[DemonstrationCast.Treasurer], _folk["Thomas Keller"]);
        var (workshops, lines) = (Get<Workshops>(), Get<Contributions>());
        await Get<Notices>().Prefer(julien.PersonId, "daily", Preference.Mail);

        string meeting = "";
        await Live(20, 10, async () =>
        {
            var series = await workshops.Plan(camille, new("Groupe réemploi", "groupe_travail", "pole", new(2026, 12, 4), new(10, 0), 90, "6w", ["FR"]));
            meeting = (await workshops.Between(camille, new(2026, 12, 4), new(2026, 12, 4), series.Id))[0].Id;
        });
        await Live(20, 22, async () => await lines.Log(naima, [new(Clock.Today, 90, "default", "cotech", [odile.OrganisationId!])], "web"));
        await Live(23, 10, async () => await workshops.Move(camille, meeting, new(2026, 12, 3), new(14, 0), "La salle est prise."));
        await Live(23, 15, async () => await new Answering(workshops, Clock).Take(new(Answering.ThePurpose, meeting, Reply.Yes), julien));
        await Live(24, 9, async () =>
        {
            foreach (var line in await lines.WaitingForMe(thomas)) await lines.Confirm(thomas, line.Id);
            await Get<Notices>().Prefer(odile.PersonId, "lines", Preference.None);
        });
        await Live(24, 16, async () => await lines.Log(julien, [new(Clock.Today, 60, "default", "atelier")], "web"));
        await Until(26, 23);

        Assert.Equal(Approved.Trim(), Told().Plain());
    }

    private const string Approved = """
        jeudi 19 novembre
          17 h 15 · Qu'avez-vous donné aujourd'hui ? (mail) → Julien Marchetti
        vendredi 20 novembre
          7 h 00 · 2 annonces pourraient aller avec les vôtres (mail) → Farida Ouali
          7 h 00 · Arrivé à terme : Commande groupée de papier recyclé (mail) → Rose-Marie Pinto
          7 h 00 · Arrivé à terme : Comprendre la commande publique réservée (mail) → Jeanne Colinet
          7 h 00 · Arrivé à terme : Un formateur aux enduits à la chaux (mail) → Farida Ouali
          7 h 00 · Arrivé à terme : Un local sec de 30 m² pour six vélos-cargos (mail) → Denis Gaillard
          7 h 00 · Cela pourrait aller ensemble : Des palettes pour livrer les plants (teams) → Naïma Lefèvre
          7 h 00 · Cela pourrait aller ensemble : Initiation à la soudure, groupes de six (mail) → Julien Marchetti
          7 h 00 · Cela pourrait aller ensemble : Matinée sur les enduits à la chaux (mail) → Claire Bastien
          7 h 00 · Cela pourrait aller ensemble : Palettes et caisses triées (mail) → Marie Delvaux
          7 h 00 · Cela pourrait aller ensemble : Une haie champêtre autour du plateau technique (mail) → Gilles Arnoux, Wim Claes
          7 h 00 · Cela pourrait aller ensemble : Une initiation à la soudure pour l'atelier vélo (mail) → Paul Noël
          7 h 00 · Cela pourrait aller ensemble : Visiter un chantier en paille porteuse (mail) → Odile Perrin
          8 h 30 · Invitation : Groupe énergie du 24 novembre 2026 (mail) → Hélène Vauclair, Karim Haddad, Odile Perrin
          8 h 30 · Invitation : Groupe énergie du 24 novembre 2026 (teams) → Camille Aubry, Naïma Lefèvre
          8 h 30 · À relire : l'ordre du jour, Groupe énergie du 24 novembre 2026 (teams) → Camille Aubry
          8 h 45 · 2 lignes attendent votre mot (mail) → Aïcha Benmoussa, Étienne Roche, Pierre-Yves Toussaint, Yuki Tanaka
          8 h 45 · 3 lignes attendent votre mot (mail) → Denis Gaillard, Ingrid Baumann, Marie Delvaux, Sofia Marques, Wim Claes
          8 h 45 · 77 lignes attendent votre mot (mail) → Odile Perrin
          8 h 45 · 79 lignes attendent votre mot (teams) → Camille Aubry
          8 h 45 · Une ligne attend votre mot (mail) → Claire Bastien, Hugo Lambert, Jeanne Colinet, Luc Ferrand
          17 h 15 · Qu'avez-vous donné aujourd'hui ? (mail) → Julien Marchetti
        lundi 23 novembre
          7 h 00 · A-t-il bien été prêté ? Grande salle de la Fabrique (mail) → Farida Ouali, Hélène Vauclair
          8 h 30 · Invitation : Groupe réemploi du 4 décembre 2026 (mail) → 27 personnes
          8 h 30 · Invitation : Groupe réemploi du 4 décembre 2026 (teams) → Camille Aubry, Naïma Lefèvre
          8 h 30 · Venez-vous ? Groupe énergie du 24 novembre 2026 (mail) → Hélène Vauclair, Karim Haddad, Odile Perrin
          8 h 30 · Venez-vous ? Groupe énergie du 24 novembre 2026 (teams) → Camille Aubry, Naïma Lefèvre
          8 h 30 · À relire : l'ordre du jour, Groupe réemploi du 4 décembre 2026 (teams) → Camille Aubry
          8 h 45 · 2 lignes attendent votre mot (mail) → Aïcha Benmoussa, Pierre-Yves Toussaint
          8 h 45 · 3 lignes attendent votre mot (mail) → Ingrid Baumann, Marie Delvaux, Wim Claes
          8 h 45 · 78 lignes attendent votre mot (mail) → Odile Perrin
          8 h 45 · 79 lignes attendent votre mot (teams) → Camille Aubry
          8 h 45 · Les Halles solidaires vous propose : Tables et bancs pour 80 personnes (mail) → Julien Marchetti
          8 h 45 · Les Halles solidaires vous propose : Tables et bancs pour 80 personnes (teams) → Naïma Lefèvre
          8 h 45 · Une ligne attend votre mot (mail) → Thomas Keller
          10 h 15 · Changement : Groupe réemploi du 3 décembre 2026 (mail) → 27 personnes
          10 h 15 · Changement : Groupe réemploi du 3 décembre 2026 (teams) → Camille Aubry, Naïma Lefèvre
          17 h 15 · Qu'avez-vous donné aujourd'hui ? (mail) → Julien Marchetti
        mercredi 25 novembre
          7 h 00 · A-t-il bien été prêté ? Camion 20 m³ avec hayon (mail) → Aïcha Benmoussa
          8 h 30 · Invitation : Groupe énergie du 8 décembre 2026 (mail) → Hélène Vauclair, Karim Haddad, Odile Perrin
          8 h 30 · Invitation : Groupe énergie du 8 décembre 2026 (teams) → Camille Aubry, Naïma Lefèvre
          8 h 30 · À relire : l'ordre du jour, Atelier du pôle du 17 décembre 2026 (teams) → Camille Aubry
          8 h 30 · À relire : l'ordre du jour, Groupe énergie du 8 décembre 2026 (teams) → Camille Aubry
          8 h 30 · À vous d'animer : Atelier du pôle du 17 décembre 2026 (teams) → Camille Aubry
          8 h 45 · 2 lignes attendent votre mot (mail) → Aïcha Benmoussa, Étienne Roche, Pierre-Yves Toussaint, Yuki Tanaka
          8 h 45 · 3 lignes attendent votre mot (mail) → Denis Gaillard, Ingrid Baumann, Marie Delvaux, Sofia Marques, Wim Claes
          8 h 45 · 82 lignes attendent votre mot (teams) → Camille Aubry
          8 h 45 · Une ligne attend votre mot (mail) → Julien Marchetti
          8 h 45 · Une ligne attend votre mot (teams) → Naïma Lefèvre
          17 h 15 · Qu'avez-vous donné aujourd'hui ? (mail) → Julien Marchetti
        jeudi 26 novembre
          8 h 30 · Invitation : Atelier du pôle du 17 décembre 2026 (mail) → Anne Thill, Denis Gaillard, Gilles Arnoux, Pit Weber, Salomé Dubreuil, Yuki Tanaka
          8 h 30 · Venez-vous ? Groupe réemploi du 3 décembre 2026 (mail) → 26 personnes
          8 h 30 · Venez-vous ? Groupe réemploi du 3 décembre 2026 (teams) → Camille Aubry, Naïma Lefèvre
          17 h 15 · Qu'avez-vous donné aujourd'hui ? (mail) → Julien Marchetti
        """;

    /// <summary>What happens then, between two turns of the schedule.</summary>
    private async Task Live(int day, int hour, Func<Task> happens)
    {
        await Until(day, hour);
        await happens();
        await _dispatcher.PayWhatIsDue(default);
    }

    /// <summary>Runs every row of the schedule at its times, and pays what is due every quarter of an hour.</summary>
    private async Task Until(int day, int hour)
    {
        var rows = Schedule.Clock.Where(r => Rows.Contains(r.Name)).ToList();
        for (var until = WallClock.Utc(Paris, new(2026, 11, day), new(hour, 0)); Clock.GetUtcNow() < until;)
        {
            var (from, to) = (Clock.GetUtcNow(), Clock.GetUtcNow().AddMinutes(15));
            foreach (var (row, at) in rows.Select(r => (Row: r, At: r.Next(from))).Where(r => r.At <= to).OrderBy(r => r.At).ToList())
            {
                Clock.AdvanceTo(at!.Value);
                await row.Call(Get<IServiceProvider>(), JobAccount.Unkept(), TestContext.Current.CancellationToken);
            }
            Clock.AdvanceTo(to);
            await _dispatcher.PayWhatIsDue(default);
        }
    }

    /// <summary>Who was told what, by day and message: one name after the other, or how many where they are many.</summary>
    private string Told()
    {
        var story = new StringBuilder();
        var say = new Say("fr");
        foreach (var day in _told.GroupBy(t => Zones.Day(t.At, "Europe/Paris")).OrderBy(d => d.Key))
        {
            story.Append(say.Day(day.Key, day.Key)).Append('\n');
            foreach (var one in day.GroupBy(t => t.Line).OrderBy(l => l.Min(t => t.At)).ThenBy(l => l.Key, StringComparer.Ordinal))
            {
                var names = one.Select(t => t.Name).Order(StringComparer.InvariantCulture).ToList();
                story.Append("  ").Append(say.Instant(one.Min(t => t.At), "Europe/Paris").Split(", ")[1]).Append(" · ").Append(one.Key).Append(" → ")
                    .Append(names.Count > 6 ? $"{names.Count} personnes" : string.Join(", ", names)).Append('\n');
                Assert.Equal(names.Distinct().Count(), names.Count); // nobody hears the same thing twice on one day
            }
        }
        return story.ToString().Trim();
    }

    private sealed class Teller(string channel, WeekOfNoticesTests week) : IPayDeliveries
    {
        public string Channel => channel;

        public async Task Pay(Delivery owed, CancellationToken stop)
        {
            if (await week.Get<NoticeDesk>().Write(owed) is not { } written) return;
            lock (week._told) week._told.Add((week.Clock.GetUtcNow(), $"{written.Notice.Title} ({channel})", written.Reader.Name));
        }
    }
}
