using System.Text.Json.Nodes;

namespace Ptce.Workspace;

/// <summary>The exchange form of a reading: the keys that belong to its intent, an unknown value as null.</summary>
public static class ReadingJson
{
    public static JsonObject ToJson(this Reading r)
    {
        var json = new JsonObject { ["intent"] = r.Intent };
        switch (r.Intent)
        {
            case Intents.LogTime:
                json["kind"] = r.Kind;
                json["people"] = r.People;
                json["entries"] = Entries(r);
                json["total_minutes"] = r.TotalMinutes;
                json["activity"] = r.Activity;
                Bodies(json, r);
                break;
            case Intents.LogLoan:
                json["kind"] = r.Kind;
                json["entries"] = Entries(r);
                json["total_minutes"] = r.TotalMinutes;
                json["org_from"] = Name(r.OrgFrom);
                json["org_to"] = Name(r.OrgTo);
                if (r.OrgText is not null) json["org_text"] = r.OrgText;
                break;
            case Intents.PostOffer or Intents.PostNeed:
                json["kind"] = r.Kind;
                json["total_minutes"] = r.TotalMinutes;
                json["minutes_per_occurrence"] = r.MinutesPerOccurrence;
                json["surface_m2"] = Number(r.SurfaceM2);
                json["count"] = r.Count;
                Recurrence(json, r);
                json["deadline"] = r.Deadline?.Iso();
                json["amount_eur"] = Number(r.AmountEur);
                Bodies(json, r);
                break;
            case Intents.StaffLoanAgreement:
                json["kind"] = r.Kind;
                json["person"] = r.Person?.Name;
                json["org_from"] = Name(r.OrgFrom);
                json["org_to"] = Name(r.OrgTo);
                json["minutes_per_occurrence"] = r.MinutesPerOccurrence;
                json["total_minutes"] = r.TotalMinutes;
                Recurrence(json, r);
                break;
            case Intents.LogCooperation:
                json["nature"] = new JsonArray([.. r.Nature.Select(n => (JsonNode)n)]);
                json["form"] = r.Form;
                Bodies(json, r);
                json["third_party"] = r.ThirdParty;
                json["amount_eur"] = Number(r.AmountEur);
                json["date"] = r.Date?.Iso();
                break;
            case Intents.Rsvp:
                json["answer"] = r.Answer;
                json["count"] = r.Count;
                json["event"] = r.Event;
                json["event_date"] = r.EventDate?.Iso();
                json["late_minutes"] = r.LateMinutes;
                json["proxy_to"] = r.ProxyTo;
                if (r.Rest is not null) json["rest"] = r.Rest;
                break;
            case Intents.CorrectLast or Intents.CancelEntry:
                json["minutes"] = r.Minutes;
                json["date"] = r.Date?.Iso();
                json["people"] = r.People;
                json["activity"] = r.Activity;
                Bodies(json, r);
                break;
            case Intents.QueryTotal:
                json["date_from"] = r.DateFrom?.Iso();
                json["date_to"] = r.DateTo?.Iso();
                json["activity"] = r.Activity;
                Bodies(json, r);
                break;
            case Intents.QueryNextEvent:
                json["event"] = r.Event;
                json["date_from"] = r.DateFrom?.Iso();
                json["date_to"] = r.DateTo?.Iso();
                break;
        }
        if (r.SmallTalk is not null) json["small_talk"] = r.SmallTalk;
        json["ask"] = new JsonArray([.. r.Ask.Select(a => (JsonNode)a)]);
        return json;
    }

    private static void Bodies(JsonObject json, Reading r)
    {
        json["orgs"] = new JsonArray([.. r.Orgs.Select(o => (JsonNode)Name(o)!)]);
        json["org_text"] = r.OrgText;
    }

    private static void Recurrence(JsonObject json, Reading r)
    {
        json["recurrence"] = r.Recurrence;
        json["weekday"] = r.Weekday;
        json["date_from"] = r.DateFrom?.Iso();
        json["date_to"] = r.DateTo?.Iso();
    }

    private static JsonArray Entries(Reading r) => new([.. r.Entries.Select(Entry)]);

    private static JsonNode Entry(ReadEntry e)
    {
        var json = new JsonObject { ["date"] = e.Date?.Iso(), ["minutes"] = e.Minutes };
        if (e.Start is not null) json["start"] = e.Start;
        if (e.End is not null) json["end"] = e.End;
        if (e.EndsNextDay) json["ends_next_day"] = true;
        if (e.Part is not null) json["part"] = e.Part;
        if (e.Approx) json["approx"] = true;
        if (e.MinMinutes is not null) json["min_minutes"] = e.MinMinutes;
        if (e.MaxMinutes is not null) json["max_minutes"] = e.MaxMinutes;
        if (e.DateFrom is not null) json["date_from"] = e.DateFrom?.Iso();
        if (e.DateTo is not null) json["date_to"] = e.DateTo?.Iso();
        if (e.Days is not null) json["days"] = e.Days;
        if (e.Label is not null) json["label"] = e.Label;
        return json;
    }

    private static string? Name(ReadOrganisation? organisation) => organisation is null ? null : organisation.Self ? "self" : organisation.Name;

    private static JsonNode? Number(decimal? value) => value is null ? null : value == decimal.Truncate(value.Value) ? (long)value.Value : value.Value;
}
