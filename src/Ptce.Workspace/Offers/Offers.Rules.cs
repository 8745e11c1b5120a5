namespace Ptce.Workspace;

public sealed partial class Offers
{
    /// <summary>What has passed the rules, as it will be stored.</summary>
    private sealed record Ready(
        string Kind, string Title, string? Text, long? QuantityMilli, string? Unit, DateOnly? FromDay, DateOnly? ToDay,
        string? Recurrence, long? Weekday, string? Place, string? Conditions, long PriceCents)
    {
        /// <summary>What the search reads beside the title.</summary>
        public string Searched => $"{Text} {Place} {Conditions}";
    }

    private static Ready Check(NewOffer offer, DateOnly today)
    {
        var kind = Pooled.Read(offer.Kind) ?? throw new Refused("kind", "offers.unknown_kind", offer.Kind, string.Join(", ", Pooled.Kinds));
        var title = string.Join(' ', (offer.Title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)); // a title is one line
        Refused.If(title is "" or { Length: > LongestTitle }, "title", "offers.title_length", LongestTitle);
        Refused.If(offer.Quantity is { } q && (q <= 0 || q > MostQuantity || q * 1000 != decimal.Truncate(q * 1000)), "quantity", "offers.quantity_range");
        Refused.If(offer.Price is { } price && (price is < 0 or > MostPrice || price * 100 != decimal.Truncate(price * 100)), "price", "offers.price_range");
        CheckPeriod(offer.FromDay, offer.ToDay, today);
        Refused.If(offer.Recurrence is not (null or "" or "weekly" or "monthly"), "recurrence", "offers.unknown_recurrence", offer.Recurrence);
        var recurrence = offer.Recurrence is "" ? null : offer.Recurrence;
        Refused.If(offer.Weekday is < 1 or > 7, "weekday", "offers.unknown_weekday");
        return new(kind, title, Text(offer.Text, "text", LongestText),
            (long?)(offer.Quantity * 1000), offer.Quantity is null ? null : Text(OfferWords.UnitRead(offer.Unit), "unit", LongestUnit) ?? Kinds.Find(kind)?.Unit,
            offer.FromDay, offer.ToDay, recurrence, recurrence == "weekly" ? offer.Weekday : null,
            Text(offer.Place, "place", LongestPlace), Text(offer.Conditions, "conditions", LongestConditions), (long)(offer.Price.GetValueOrDefault() * 100));
    }

    private static void CheckPeriod(DateOnly? from, DateOnly? to, DateOnly today)
    {
        Refused.If(to < from, "to", "offers.ends_before_it_begins");
        Refused.If(to < today, "to", "offers.already_over");
        Refused.If(to > today.AddYears(FurthestYears) || from > today.AddYears(FurthestYears), "to", "offers.too_far", FurthestYears);
    }

    /// <summary>A text as it is stored: trimmed, null when empty.</summary>
    private static string? Text(string? text, string field, int longest)
    {
        text = text?.Trim();
        Refused.If(text is { } t && t.Length > longest, field, "offers.too_long", longest);
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
