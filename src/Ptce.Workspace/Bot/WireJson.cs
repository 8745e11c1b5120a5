using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ptce.Workspace;

/// <summary>JSON as it travels between the channel and us: unknown fields kept, fields of the wrong kind read as absent, nulls left out.</summary>
public static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The channel counts characters: an accent must not weigh six. The body is JSON, never a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new TolerantText(), new TolerantFlag(), new TolerantInstant() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { BeTolerant } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void BeTolerant(JsonTypeInfo type)
    {
        if (!IsWire(type.Type)) return;
        foreach (var property in type.Properties)
        {
            if (property.IsExtensionData) continue;
            var kind = property.PropertyType;
            if (IsWire(kind)) property.CustomConverter = Converter(typeof(TolerantObject<>), kind);
            else if (kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) property.CustomConverter = Converter(typeof(TolerantList<>), kind.GetGenericArguments()[0]);
        }
    }

    private static bool IsWire(Type type) => typeof(WireObject).IsAssignableFrom(type);

    private static JsonConverter Converter(Type converter, Type item) => (JsonConverter)Activator.CreateInstance(converter.MakeGenericType(item))!;

    private sealed class TolerantText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String) return reader.GetString();
            if (reader.TokenType is JsonTokenType.Number) return JsonElement.ParseValue(ref reader).GetRawText();
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class TolerantFlag : JsonConverter<bool?>
    {
        public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) return reader.GetBoolean();
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
        {
            if (value is { } flag) writer.WriteBooleanValue(flag);
            else writer.WriteNullValue();
        }
    }

    private sealed class TolerantInstant : JsonConverter<DateTimeOffset?>
    {
        public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
                return reader.TryGetDateTimeOffset(out var exact) ? exact
                    : DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var near) ? near : null;
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
        {
            if (value is { } instant) writer.WriteStringValue(instant);
            else writer.WriteNullValue();
        }
    }

    private sealed class TolerantObject<T> : JsonConverter<T> where T : WireObject
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.StartObject) return JsonSerializer.Deserialize<T>(ref reader, options);
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
    }

    private sealed class TolerantList<T> : JsonConverter<IReadOnlyList<T>> where T : class
    {
        public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                reader.Skip();
                return null;
            }
            var items = new List<T>();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                var readable = typeof(T) == typeof(string) ? reader.TokenType is JsonTokenType.String : reader.TokenType is JsonTokenType.StartObject;
                if (readable && JsonSerializer.Deserialize<T>(ref reader, options) is { } item) items.Add(item);
                else if (!readable) reader.Skip();
            }
            return items;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value) JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}
