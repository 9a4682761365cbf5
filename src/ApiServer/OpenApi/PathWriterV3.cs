using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>Paths in the form of OpenAPI 3.0.</summary>
internal sealed class PathWriterV3(Utf8JsonWriter json, SchemaWriter schemas)
{
    public void Write(ApiPath path)
    {
        json.WriteStartObject(path.Path);
        foreach (var operation in path.Operations)
            WriteOperation(operation);
        json.WriteStartArray("parameters");
        if (path.NameOf.Length > 0)
            WriteParameter("name", "path", "string", $"name of the {path.NameOf}");
        if (path.Namespaced)
            WriteParameter("namespace", "path", "string", "The namespace of the object.");
        if (path.HasRest)
            WriteParameter("path", "path", "string", "The path of the resource.");
        WriteQuery("pretty");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteOperation(ApiOperation operation)
    {
        json.WriteStartObject(operation.Method);
        json.WriteStartArray("tags");
        json.WriteStringValue(operation.Tag);
        json.WriteEndArray();
        json.WriteString("description", operation.Description);
        json.WriteString("operationId", operation.Id);
        if (operation.Query.Count > 0)
        {
            json.WriteStartArray("parameters");
            foreach (var name in operation.Query)
                WriteQuery(name);
            json.WriteEndArray();
        }

        if (operation.Body is { } body)
        {
            json.WriteStartObject("requestBody");
            WriteContent(operation.Consumes, body);
            if (operation.BodyRequired)
                json.WriteBoolean("required", true);
            json.WriteEndObject();
        }

        WriteAnswers(operation);
        if (operation.Action.Length > 0)
            json.WriteString("x-kubernetes-action", operation.Action);
        if (operation.Kind is { } kind)
        {
            json.WriteStartObject("x-kubernetes-group-version-kind");
            schemas.WriteKindMembers(kind);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteAnswers(ApiOperation operation)
    {
        json.WriteStartObject("responses");
        foreach (var code in operation.Codes)
        {
            json.WriteStartObject(AnswerTexts.Number(code));
            json.WriteString("description", AnswerTexts.Of(code));
            WriteContent(operation.Produces, operation.Answer);
            json.WriteEndObject();
        }

        json.WriteStartObject("401");
        json.WriteString("description", AnswerTexts.Of(401));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteContent(IReadOnlyList<string> medias, string definition)
    {
        json.WriteStartObject("content");
        foreach (var media in medias.Count == 0 ? ["*/*"] : medias)
        {
            json.WriteStartObject(media);
            json.WriteStartObject("schema");
            if (definition.Length > 0)
                schemas.WriteReference(definition);
            else
                json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteQuery(string name)
    {
        var (type, description) = QueryParameters.All[name];
        WriteParameter(name, "query", type, description);
    }

    private void WriteParameter(string name, string place, string type, string description)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("in", place);
        json.WriteString("description", description);
        if (place == "path")
            json.WriteBoolean("required", true);
        json.WriteStartObject("schema");
        json.WriteString("type", type);
        json.WriteBoolean("uniqueItems", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
