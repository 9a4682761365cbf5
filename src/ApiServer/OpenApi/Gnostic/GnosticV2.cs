namespace CloudletK8s.ApiServer.OpenApi.Gnostic;

/// <summary>The messages of openapi.v2, as far as the documents here use them. The numbers are those of OpenAPIv2.proto.</summary>
internal static class GnosticV2
{
    private static readonly RepeatedField Texts = new(GnosticType.Text);

    private static readonly GnosticMessage Schema = MakeSchema();

    private static readonly GnosticMessage Reference = new() { { "$ref", 1 }, { "description", 2 } };

    private static readonly GnosticMessage BodyParameter = new()
    {
        { "description", 1 }, { "name", 2 }, { "in", 3 }, { "required", 4, GnosticType.Flag }, { "schema", 5, Schema },
    };

    private static readonly GnosticMessage QueryParameter = new()
    {
        { "required", 1, GnosticType.Flag }, { "in", 2 }, { "description", 3 }, { "name", 4 }, { "type", 6 }, { "format", 7 },
        { "uniqueItems", 20, GnosticType.Flag },
    };

    private static readonly GnosticMessage PathParameter = new()
    {
        { "required", 1, GnosticType.Flag }, { "in", 2 }, { "description", 3 }, { "name", 4 }, { "type", 5 }, { "format", 6 },
        { "uniqueItems", 19, GnosticType.Flag },
    };

    private static readonly GnosticType NonBodyParameter = GnosticType.OneOf(value =>
        value.GetProperty("in").ValueEquals("path") ? (4, PathParameter) : (3, QueryParameter));

    private static readonly GnosticType Parameter = GnosticType.OneOf(value =>
        value.GetProperty("in").ValueEquals("body") ? (1, BodyParameter) : (2, NonBodyParameter));

    private static readonly RepeatedField Parameters = new(GnosticType.OneOf(value =>
        value.TryGetProperty("$ref", out _) ? (2, Reference) : (1, Parameter)));

    private static readonly GnosticMessage Response = new() { { "description", 1 }, { "schema", 2, GnosticType.OneOf(_ => (1, Schema)) } };

    private static readonly GnosticMessage Responses = new() { Map = (1, GnosticType.OneOf(_ => (1, Response))) };

    private static readonly GnosticMessage Operation = MakeOperation();

    private static readonly GnosticMessage PathItem = MakePathItem();

    private static readonly GnosticMessage ApiKey = new() { { "type", 1 }, { "name", 2 }, { "in", 3 }, { "description", 4 } };

    public static GnosticMessage Document { get; } = new()
    {
        { "swagger", 1 },
        { "info", 2, new GnosticMessage { { "title", 1 }, { "version", 2 } } },
        { "paths", 8, new GnosticMessage { Map = (2, PathItem) } },
        { "definitions", 9, new GnosticMessage { Map = (1, Schema) } },
        { "parameters", 10, new GnosticMessage { Map = (1, Parameter) } },
        { "security", 12, new RepeatedField(new GnosticMessage { Map = (1, GnosticType.Repeated(GnosticType.Text)) }) },
        { "securityDefinitions", 13, new GnosticMessage { Map = (1, GnosticType.OneOf(_ => (2, ApiKey))) } },
    };

    private static GnosticMessage MakeOperation()
    {
        var operation = new GnosticMessage { Extensions = 13 };
        operation.Add("tags", 1, Texts);
        operation.Add("description", 3);
        operation.Add("operationId", 5);
        operation.Add("produces", 6, Texts);
        operation.Add("consumes", 7, Texts);
        operation.Add("parameters", 8, Parameters);
        operation.Add("responses", 9, Responses);
        operation.Add("schemes", 10, Texts);
        return operation;
    }

    private static GnosticMessage MakePathItem()
    {
        var item = new GnosticMessage { Extensions = 10 };
        string[] methods = ["get", "put", "post", "delete", "options", "head", "patch"];
        for (var i = 0; i < methods.Length; i++)
            item.Add(methods[i], i + 2, Operation);
        item.Add("parameters", 9, Parameters);
        return item;
    }

    private static GnosticMessage MakeSchema()
    {
        var schema = new GnosticMessage { Extensions = 31 };
        schema.Add("$ref", 1);
        schema.Add("format", 2);
        schema.Add("title", 3);
        schema.Add("description", 4);
        schema.Add("default", 5, GnosticType.Any);
        schema.Add("multipleOf", 6, GnosticType.Number);
        schema.Add("maximum", 7, GnosticType.Number);
        schema.Add("exclusiveMaximum", 8, GnosticType.Flag);
        schema.Add("minimum", 9, GnosticType.Number);
        schema.Add("exclusiveMinimum", 10, GnosticType.Flag);
        schema.Add("maxLength", 11, GnosticType.Whole);
        schema.Add("minLength", 12, GnosticType.Whole);
        schema.Add("pattern", 13);
        schema.Add("maxItems", 14, GnosticType.Whole);
        schema.Add("minItems", 15, GnosticType.Whole);
        schema.Add("uniqueItems", 16, GnosticType.Flag);
        schema.Add("maxProperties", 17, GnosticType.Whole);
        schema.Add("minProperties", 18, GnosticType.Whole);
        schema.Add("required", 19, Texts);
        schema.Add("enum", 20, new RepeatedField(GnosticType.Any));
        schema.Add("additionalProperties", 21, GnosticType.OneOf(value =>
            value.ValueKind == System.Text.Json.JsonValueKind.Object ? (1, schema) : (2, GnosticType.Flag)));
        schema.Add("type", 22, GnosticType.Repeated(GnosticType.Text));
        schema.Add("items", 23, GnosticType.Repeated(schema));
        schema.Add("allOf", 24, new RepeatedField(schema));
        schema.Add("properties", 25, new GnosticMessage { Map = (1, schema) });
        return schema;
    }
}
