namespace Ptce.Workspace.Tests;

/// <summary>What was just made is spoken of without its name, and not taken for the last hours. Today is Thursday 19 November 2026.</summary>
public abstract class JustMadeTests(On on) : ConversationTest(on)
{
    private static readonly DateOnly December8 = new(2026, 12, 8);

    private async Task<AgendaItem> Point(Occurrence meeting) => (await Get<Workshops>().AgendaOf(Cast.Amina, meeting.Id)).Items.Single();

    [Theory]
    [InlineData("plutôt 30 min")]
    [InlineData("make it 30 min")]
    [InlineData("eher 30 Minuten")]
    public async Task Another_length_right_after_a_point_is_of_the_point_and_not_of_the_last_hours(string change)
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "mets le local à l'ordre du jour de l'atelier, 20 min", "décider", "oui");

        Assert.Equal("Local", Fact(await Say(change), "Point"));
        Assert.Equal("Changé : « Local », Atelier du pôle du 8 décembre 2026.", (await Say("oui")).Text);

        Assert.Equal((30, "decide"), await Point(workshop) is { } p ? (p.Minutes, p.Aim) : default);
        Assert.Equal(120, Assert.Single(await Logged()).Minutes);
    }

    [Fact]
    public async Task Undoing_right_after_a_point_withdraws_the_point_and_again_the_line_before_it()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "mets le local à l'ordre du jour de l'atelier, 20 min", "décider", "oui", "merci");
        Assert.Equal("« Local » n'est plus à l'ordre du jour.", (await Say("annule")).Text);
        Assert.Empty((await Get<Workshops>().AgendaOf(Cast.Amina, workshop.Id)).Items);
        Assert.Contains("cotech", Fact(await Say("annule"), "La ligne"));
    }

    [Fact]
    public async Task Hours_said_right_after_a_point_are_hours_and_then_a_change_is_of_them()
    {
        await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "mets le local à l'ordre du jour de l'atelier, 20 min", "décider", "oui", "2h hier", "oui");
        Assert.Contains("2 h", Fact(await Say("plutôt 30 min"), "La ligne"));
    }

    [Theory]
    [InlineData("à trois", Reply.Yes)]
    [InlineData("zu dritt", Reply.Yes)]
    public async Task How_many_come_is_added_to_the_answer_just_given(string said, string answer)
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "c'est quand le prochain atelier ?", "je viens", said, "oui");
        var reply = (await Get<Workshops>().MyReplies(Cast.Amina, [workshop]))[workshop.Id];
        Assert.Equal((answer, 3L), (reply.Answer, reply.People));
    }

    [Fact]
    public async Task The_next_meeting_is_asked_about_and_a_yes_answers_it()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        Assert.Equal("Atelier du pôle : mardi 8 décembre, 9 h 30 – 11 h 30. Venez-vous ?", (await Say("c'est quand le prochain atelier ?")).Text);
        await Say("oui");
        Assert.Equal(Reply.Yes, (await Get<Workshops>().MyReplies(Cast.Amina, [workshop]))[workshop.Id].Answer);
        Assert.DoesNotContain("Venez-vous", (await Say("c'est quand le prochain atelier ?")).Text);
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_leads_to_the_one_that_is()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        Assert.Equal("Je ne vois pas de réunion à venir qui corresponde. La prochaine est celle-ci : venez-vous ?", (await Say("je viens au copil du 3 décembre")).Text);
        await Say("oui");
        Assert.Equal(Reply.Yes, (await Get<Workshops>().MyReplies(Cast.Amina, [workshop]))[workshop.Id].Answer);
    }

    [Fact]
    public async Task The_aim_said_with_the_point_is_its_aim_and_not_its_title()
    {
        await Meeting("Atelier du pôle", "atelier", December8);
        var shown = await Say("mets le local à l'ordre du jour de l'atelier, 20 min, pour décider");
        Assert.Equal(("Local", "décider"), (Fact(shown, "Point"), Fact(shown, "But")));
    }

    [Theory]
    [InlineData("et le mois dernier ?", "Octobre 2026 : 1 h 30 notées par vous.")]
    [InlineData("and last month?", "Octobre 2026 : 1 h 30 notées par vous.")]
    [InlineData("und letzten Monat?", "Octobre 2026 : 1 h 30 notées par vous.")]
    [InlineData("et au copil ?", "Novembre 2026 : 2 h notées par vous.")]
    public async Task A_sum_is_asked_again_otherwise(string said, string told)
    {
        await SayAll(Cast.Amina, "1h30 le 20 octobre au cotech", "oui", "2h le 3 novembre au copil", "oui", "1h le 4 novembre au cotech", "oui");
        Assert.Equal("Novembre 2026 : 3 h notées par vous.", (await Say("combien d'heures ce mois-ci ?")).Text);
        Assert.Equal(told, (await Say(said)).Text);
    }

    [Fact]
    public async Task My_week_is_told_while_hours_wait_and_changes_nothing_of_them()
    {
        await Say("2h hier au cotech");
        Assert.Contains("rien n'est noté par vous", (await Say("ma semaine")).Text);
        await Say("oui");
        Assert.Single(await Logged());
    }

    [Theory]
    [InlineData("plutôt 4 h", "4 heures")]
    [InlineData("actually 90 minutes", "1,5 heure")]
    public async Task What_was_lent_is_corrected_in_its_own_measure(string said, string much)
    {
        await SayAll(Cast.Amina, "nous avons prêté la salle à Elips hier de 14h à 17h", "oui");
        var shown = await Say(said);
        Assert.Equal(much, Fact(shown, "Quantité"));
        await Press(shown, $"Corriger en {much}");
        var line = Assert.Single(await Logged());
        Assert.Equal((much, null), (line.Amount(new("fr")), line.Starts));
    }

    [Fact]
    public async Task A_weight_is_corrected_by_a_weight_and_asked_for_where_hours_are_said()
    {
        await SayAll(Cast.Amina, "nous avons donné 12 kg de légumes à Elips hier", "oui");
        Assert.StartsWith("Combien ?", (await Say("plutôt 2 h")).Text);
        Assert.Equal("15 kg", Fact(await Say("15"), "Quantité").Plain());
        await Say("oui");
        Assert.Equal("15 kg", Assert.Single(await Logged()).Amount(new("fr")).Plain());
    }

    [Theory]
    [InlineData("non, 3", 180)]
    [InlineData("nee 3", 180)]
    public async Task A_no_with_a_number_is_another_length_and_drops_nothing(string said, int minutes)
    {
        await SayAll(Cast.Amina, "2h hier au cotech", said, "oui");
        Assert.Equal(minutes, Assert.Single(await Logged()).Minutes);
    }

    [Fact]
    public async Task A_length_with_the_day_of_one_line_of_several_is_of_that_line()
    {
        await SayAll(Cast.Amina, "1h30 lundi et 45 min mardi au copil", "plutôt 1h mardi", "oui");
        Assert.Equal([(16, 90L), (17, 60L)], (await Logged()).OrderBy(l => l.Day).Select(l => (l.Day.Day, l.Minutes)));
    }

    [Fact]
    public async Task A_sentence_not_understood_leaves_what_waits_in_view_without_saying_that_it_was_understood()
    {
        await Say("2h hier au cotech");
        Assert.Equal("Cela, je ne l'ai pas compris. Ceci attend toujours votre réponse :", (await Say("patati zzz")).Text);
    }

    [Fact]
    public async Task A_withdrawal_that_was_put_aside_says_that_nothing_changes()
    {
        await SayAll(Cast.Amina, "2h hier au cotech", "oui", "annule ma dernière saisie");
        Assert.StartsWith("« annule ma dernière saisie » est mis de côté : rien ne change. ", (await Say("1h mardi au copil")).Text);
    }
}

public sealed class JustMadeOnSqlite() : JustMadeTests(On.Sqlite);

public sealed class JustMadeOnPostgres() : JustMadeTests(On.Postgres);
