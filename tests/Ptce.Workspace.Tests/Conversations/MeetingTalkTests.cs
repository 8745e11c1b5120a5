namespace Ptce.Workspace.Tests;

/// <summary>Invitations and agendas, said in words.</summary>
public abstract class MeetingTalkTests(On on) : ConversationTest(on)
{
    private static readonly DateOnly December8 = new(2026, 12, 8);

    private async Task<Reply?> ReplyTo(Occurrence one, Actor? actor = null) => (await Get<Workshops>().MyReplies(actor ?? Cast.Amina, [one])).GetValueOrDefault(one.Id);

    [Fact]
    public async Task Coming_is_said_with_how_many_after_it_was_shown()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);

        var shown = await Say("je viens à l'atelier du 8 décembre à 3");
        Assert.Null(await ReplyTo(workshop));
        Assert.Contains("Atelier du pôle", Fact(shown, "Réunion"));
        await Press(shown, "Répondre ainsi");

        Assert.Equal((Reply.Yes, 3L), await ReplyTo(workshop) is { } r ? (r.Answer, r.People) : default);
    }

    [Fact]
    public async Task Without_a_day_the_next_one_is_meant_and_late_is_read_from_its_hour()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "j'aurai 20 minutes de retard à l'atelier", "oui");
        Assert.Equal((Reply.Yes, 20L), await ReplyTo(workshop) is { } r ? (r.Answer, r.LateMinutes) : default);
    }

    [Theory]
    [InlineData("je viens le 8 décembre si Paul vient")]
    [InlineData("I'll come on 8 December if Paul comes")]
    [InlineData("ich komme am 8. Dezember, wenn Paul kommt")]
    public async Task A_yes_with_a_condition_is_a_maybe_and_says_so(string said)
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        Assert.StartsWith("Il y a une condition", (await Say(said)).Text);
        await Say("oui");
        Assert.Equal(Reply.Maybe, (await ReplyTo(workshop))!.Answer);
    }

    [Fact]
    public async Task A_proxy_goes_to_someone_of_the_pole_or_is_asked()
    {
        var workshop = await Meeting("Assemblée générale", "ag", December8);
        var asked = await Say("je ne viens pas à l'AG, je donne mon pouvoir à Marcel");
        Assert.StartsWith("À qui donnez-vous pouvoir", asked.Text);
        await Say("Bruno Keller");
        await Say("oui");
        Assert.Equal((Reply.No, "Bruno Keller"), await ReplyTo(workshop) is { } r ? (r.Answer, r.ProxyName) : default);
    }

    [Fact]
    public async Task Two_days_answered_in_one_sentence_are_answered_one_after_the_other()
    {
        var committee = await Meeting("Comité énergie", "cotech", new DateOnly(2026, 11, 24));
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);

        var shown = await Say("je viens le 24 novembre, mais pas le 8 décembre");
        Assert.Contains("Comité énergie", Fact(shown, "Réunion"));
        Assert.Contains("pas le 8 décembre", shown.Card!.Note);
        Assert.Contains("pas le 8 décembre", (await Say("oui")).Text);

        Assert.Equal(Reply.Yes, (await ReplyTo(committee))!.Answer);
        Assert.Null(await ReplyTo(workshop));
    }

    [Fact]
    public async Task A_second_thought_is_of_the_meeting_just_spoken_of_not_of_the_nearest()
    {
        await Meeting("Comité énergie", "cotech", new DateOnly(2026, 11, 24));
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "je viens à l'atelier du 8 décembre", "oui", "merci");
        Assert.Contains("Atelier du pôle", Fact(await Say("finalement je ne viens pas"), "Réunion"));
        await Say("oui");
        Assert.Equal(Reply.No, (await ReplyTo(workshop))!.Answer);
        Assert.Contains("Comité énergie", (await Say("c'est quand la prochaine réunion ?")).Text);
    }

    [Fact]
    public async Task The_next_meeting_is_told_with_its_three_answers_and_any_of_them_can_be_pressed_later()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        var told = await Say("c'est quand le prochain atelier ?");
        Assert.Contains("mardi 8 décembre", told.Text);

        await Say("2h hier au cotech");
        var answered = await Press(told, "Peut-être");
        Assert.Equal(Reply.Maybe, (await ReplyTo(workshop))!.Answer);
        Assert.Equal("Peut-être", Fact(answered, "Votre réponse"));
        await Press(told, "Je ne viens pas");
        Assert.Equal(Reply.No, (await ReplyTo(workshop))!.Answer);

        await Say("oui"); // what waited still waits
        Assert.Single(await Logged());
    }

    [Fact]
    public async Task Two_meetings_on_a_day_are_asked_about()
    {
        await Meeting("Atelier compost", "atelier", December8);
        await Meeting("Atelier mobilité", "atelier", December8);
        Assert.Equal("Laquelle de ces réunions ?", (await Say("je viens à l'atelier du 8 décembre")).Text);
        var shown = await Say("2");
        Assert.Contains("Atelier", Fact(shown, "Réunion"));
        Assert.Contains("mobilité", Fact(await Say("je viens à l'atelier mobilité du 8 décembre"), "Réunion"));
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_is_said_so() =>
        Assert.Equal("Je ne vois pas de réunion à venir qui corresponde.", (await Say("je viens au copil du 3 décembre")).Text);

    [Fact]
    public async Task A_point_is_proposed_once_its_length_and_aim_are_known()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await Say("mets le budget prévisionnel à l'ordre du jour de l'atelier");
        await Say("20 min");
        var shown = await Say("décider");
        Assert.Equal("Budget prévisionnel", Fact(shown, "Point"));
        await Press(shown, "Proposer le point");

        var item = Assert.Single((await Get<Workshops>().AgendaOf(Cast.Amina, workshop.Id)).Items);
        Assert.Equal(("Budget prévisionnel", 20L, "decide"), (item.Title, item.Minutes, item.Aim));
    }

    [Fact]
    public async Task What_is_said_right_after_a_point_was_proposed_changes_the_point_and_no_line()
    {
        var workshop = await Meeting("Atelier du pôle", "atelier", December8);
        await SayAll(Cast.Amina, "1h hier au cotech", "oui");
        await SayAll(Cast.Amina, "mets le local à l'ordre du jour de l'atelier", "20 min", "décider", "oui");
        Assert.Equal("30 min", Fact(await Say("plutôt 30 min"), "Durée"));
        Assert.StartsWith("Changé", (await Say("oui")).Text);

        Assert.Equal(30L, Assert.Single((await Get<Workshops>().AgendaOf(Cast.Amina, workshop.Id)).Items).Minutes);
        Assert.Contains("1 h", Fact(await Say("ma dernière saisie c'était 2h"), "La ligne"));
    }
}

public sealed class MeetingTalkOnSqlite() : MeetingTalkTests(On.Sqlite);

public sealed class MeetingTalkOnPostgres() : MeetingTalkTests(On.Postgres);
