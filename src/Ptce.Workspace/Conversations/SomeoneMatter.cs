using System.Text.RegularExpressions;

namespace Ptce.Workspace;

/// <summary>"Je veux parler à quelqu'un": who coordinates the pole, with their address for whoever may read it.</summary>
public sealed partial class SomeoneMatter(Members members) : Matter
{
    internal const string Name = "someone";

    public override string Code => Name;

    /// <summary>Whether a human being is asked for; "1 h hier pour parler à quelqu'un" is time.</summary>
    internal static bool IsAsked(Talk talk) =>
        talk.Heard is { Errand: null, Intent: Intents.None or Intents.PostNeed or Intents.Refuse } && talk.Heard.Amends.Minutes is null && Asked().IsMatch(Folding.Fold(talk.Text));

    public override async Task<Turned> Open(Talk talk, Pending heard)
    {
        var today = talk.Today;
        var acting = (await members.Mandates(talk.Actor)).Where(m => m.Lasts.On(today)).ToList();
        var found = acting.Where(m => m.Role == Roles.Coordinator.Name()).DistinctBy(m => m.PersonId).ToList();
        var rows = new List<CardRow>();
        foreach (var one in found)
            rows.Add(new(one.Name, string.Join(" · ", new[] { one.OrganisationName, (await members.Portray(talk.Actor, one.PersonId)).Email }.OfType<string>()), $"{talk.Home}/pole/{one.PersonId}"));
        return new(new(talk.Say[rows.Count > 0 ? "conversation.someone" : "conversation.nobody"], new("", [], [])
        {
            Rows = rows,
            Links = rows.Count > 0 ? [] : [new(talk.Say["shared.place.pole"], $"{talk.Home}/pole")],
        }));
    }

    [GeneratedRegex("""
        \b(parler|discuter|echanger|joindre|contacter|appeler)\b.{0,12}\b(quelqu.un|un[ ]humain|une[ ]humaine|une[ ]personne|une[ ]vraie[ ]personne|la[ ]coordination|la[ ]coordinatrice|le[ ]coordinateur|l.animatrice|l.animateur|la[ ]cellule)\b
        | ^\W*(un[ ]humain|une[ ]vraie[ ]personne|qui[ ](puis.je|je[ ]peux|dois.je|peut.on)[ ](contacter|appeler|joindre)|a[ ]qui[ ](puis.je[ ]|dois.je[ ]|je[ ]peux[ ])?(m.adresser|parler))\b
        | \b(talk|speak|chat|get[ ]through)\b.{0,8}\b(a[ ]human|a[ ]person|a[ ]real[ ]person|someone|somebody|the[ ]coordinator|the[ ]coordination)\b
        | ^\W*(a[ ]human|real[ ]person|whom?[ ](can|do|should)[ ]i[ ](contact|call|talk[ ]to|speak[ ]to))\b
        | \bmit\b.{0,6}\b(jemandem|jemand|einem[ ]menschen|der[ ]koordination|dem[ ]koordinator|der[ ]koordinatorin)\b.{0,12}\b(sprechen|reden|telefonieren)\b
        | ^\W*(ein[ ]mensch|ansprechpartner|wen[ ]kann[ ]ich[ ](anrufen|kontaktieren|fragen)|an[ ]wen[ ](kann|soll|darf)[ ]ich[ ]mich[ ]wenden)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
