using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>The messages of openapi.v3, as far as the documents here use them. The numbers are those of OpenAPIv3.proto.</summary>
internal static class GnosticV3
{
    private static readonly RepeatedField Texts = new(GnosticType.Text);

    private static readonly GnosticMessage Reference = new() { { "$ref", 1 } };

    private static readonly GnosticMessage Schema = new() { Extensions = 36 };

    private static readonly GnosticType SchemaOrReference = OrReference(Schema);

    private static readonly GnosticMessage Content = new() { Map = (1, new GnosticMessage { { "schema", 1, SchemaOrReference } }) };

    private static readonly RepeatedField Parameters = new(OrReference(new GnosticMessage
    {
        { "name", 1 }, { "in", 2 }, { "description", 3 }, { "required", 4, GnosticType.Flag }, { "schema", 10, SchemaOrReference },
    }));

    private static readonly GnosticMessage Responses = new()
    {
        Map = (2, OrReference(new GnosticMessage { { "description", 1 }, { "content", 3, Content } })),
    };

    private static readonly GnosticMessage RequestBody = new() { { "content", 2, Content }, { "required", 3, GnosticType.Flag } };

    private static readonly GnosticMessage SecurityScheme = new() { { "type", 1 }, { "description", 2 }, { "name", 3 }, { "in", 4 } };

    public static GnosticMessage Document { get; } = MakeDocument();

    private static GnosticType OrReference(GnosticMessage message) =>
        GnosticType.OneOf(value => value.TryGetProperty("$ref", out _) ? (2, Reference) : (1, message));

    private static GnosticMessage MakeDocument()
    {
        FillSchema();
        return new()
        {
            { "openapi", 1 },
            { "info", 2, new GnosticMessage { { "title", 1 }, { "version", 6 } } },
            { "paths", 4, new GnosticMessage { Map = (1, MakePathItem()) } },
            {
                "components", 5, new GnosticMessage
                {
                    { "schemas", 1, new GnosticMessage { Map = (1, SchemaOrReference) } },
                    { "securitySchemes", 7, new GnosticMessage { Map = (1, OrReference(SecurityScheme)) } },
                }
            },
            { "security", 6, new RepeatedField(new GnosticMessage { Map = (1, GnosticType.Repeated(GnosticType.Text)) }) },
        };
    }

    private static GnosticMessage MakePathItem()
    {
        var operation = new GnosticMessage { Extensions = 13 };
        operation.Add("tags", 1, Texts);
        operation.Add("description", 3);
        operation.Add("operationId", 5);
        operation.Add("parameters", 6, Parameters);
        operation.Add("requestBody", 7, OrReference(RequestBody));
        operation.Add("responses", 8, Responses);
        var item = new GnosticMessage { Extensions = 14 };
        string[] methods = ["get", "put", "post", "delete", "options", "head", "patch"];
        for (var i = 0; i < methods.Length; i++)
            item.Add(methods[i], i + 4, operation);
        item.Add("parameters", 13, Parameters);
        return item;
    }

    private static void FillSchema()
    {
        Schema.Add("nullable", 1, GnosticType.Flag);
        Schema.Add("title", 9);
        Schema.Add("multipleOf", 10, GnosticType.Number);
        Schema.Add("maximum", 11, GnosticType.Number);
        Schema.Add("exclusiveMaximum", 12, GnosticType.Flag);
        Schema.Add("minimum", 13, GnosticType.Number);
        Schema.Add("exclusiveMinimum", 14, GnosticType.Flag);
        Schema.Add("maxLength", 15, GnosticType.Whole);
        Schema.Add("minLength", 16, GnosticType.Whole);
        Schema.Add("pattern", 17);
        Schema.Add("maxItems", 18, GnosticType.Whole);
        Schema.Add("minItems", 19, GnosticType.Whole);
        Schema.Add("uniqueItems", 20, GnosticType.Flag);
        Schema.Add("maxProperties", 21, GnosticType.Whole);
        Schema.Add("minProperties", 22, GnosticType.Whole);
        Schema.Add("required", 23, Texts);
        Schema.Add("enum", 24, new RepeatedField(GnosticType.Any));
        Schema.Add("type", 25);
        Schema.Add("allOf", 26, new RepeatedField(SchemaOrReference));
        Schema.Add("oneOf", 27, new RepeatedField(SchemaOrReference));
        Schema.Add("anyOf", 28, new RepeatedField(SchemaOrReference));
        Schema.Add("not", 29, Schema);
        Schema.Add("items", 30, GnosticType.Repeated(SchemaOrReference));
        Schema.Add("properties", 31, new GnosticMessage { Map = (1, SchemaOrReference) });
        Schema.Add("additionalProperties", 32, GnosticType.OneOf(value =>
            value.ValueKind == JsonValueKind.Object ? (1, SchemaOrReference) : (2, GnosticType.Flag)));
        Schema.Add("default", 33, new DefaultType());
        Schema.Add("description", 34);
        Schema.Add("format", 35);
    }

    /// <summary>Only numbers, flags and texts have a place in the message.</summary>
    private sealed class DefaultType : GnosticType
    {
        public override void Write(ProtobufOutput output, int number, JsonElement value)
        {
            (int Number, GnosticType Type)? held = value.ValueKind switch
            {
                JsonValueKind.Number => (1, Number),
                JsonValueKind.True or JsonValueKind.False => (2, Flag),
                JsonValueKind.String => (3, Text),
                _ => null,
            };
            if (held is { } known)
                output.Message(number, () => known.Type.Write(output, known.Number, value));
        }
    }
}
