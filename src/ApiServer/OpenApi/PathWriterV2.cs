using System.Text.Json;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>Paths in the form of OpenAPI 2.0. Common parameters stand once in the document and are referred to.</summary>
internal sealed class PathWriterV2(Utf8JsonWriter json, SchemaWriter schemas)
{
    private const string Namespace = "namespace";

    public void WriteCommonParameters()
    {
        json.WriteStartObject("parameters");
        foreach (var (name, parameter) in QueryParameters.All)
        {
            json.WriteStartObject(name);
            WriteParameter(name, "query", parameter.Type, parameter.Description);
            json.WriteEndObject();
        }

        json.WriteStartObject(Namespace);
        WriteParameter(Namespace, "path", "string", "The namespace of the object.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Write(ApiPath path)
    {
        json.WriteStartObject(path.Path);
        foreach (var operation in path.Operations)
            WriteOperation(operation);
        json.WriteStartArray("parameters");
        if (path.NameOf.Length > 0)
            WriteOwnParameter("name", $"name of the {path.NameOf}");
        if (path.Namespaced)
            WriteCommon(Namespace);
        if (path.HasRest)
            WriteOwnParameter("path", "The path of the resource.");
        WriteCommon("pretty");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteOperation(ApiOperation operation)
    {
        json.WriteStartObject(operation.Method);
        schemas.WriteStrings("consumes", operation.Consumes.Count == 0 ? ["*/*"] : operation.Consumes);
        json.WriteString("description", operation.Description);
        json.WriteString("operationId", operation.Id);
        WriteParameters(operation);
        schemas.WriteStrings("produces", operation.Produces.Count == 0 ? ["*/*"] : operation.Produces);
        WriteAnswers(operation);
        schemas.WriteStrings("schemes", ["https"]);
        schemas.WriteStrings("tags", [operation.Tag]);
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

    private void WriteParameters(ApiOperation operation)
    {
        if (operation.Query.Count == 0 && operation.Body is null)
            return;

        json.WriteStartArray("parameters");
        if (operation.Body is { } body)
        {
            json.WriteStartObject();
            json.WriteString("in", "body");
            json.WriteString("name", "body");
            if (operation.BodyRequired)
                json.WriteBoolean("required", true);
            json.WriteStartObject("schema");
            schemas.WriteReference(body);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        foreach (var name in operation.Query)
        {
            // kubectl looks for these two itself, and does not follow references.
            if (name is not ("dryRun" or "fieldValidation"))
            {
                WriteCommon(name);
                continue;
            }

            json.WriteStartObject();
            WriteParameter(name, "query", QueryParameters.All[name].Type, QueryParameters.All[name].Description);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteAnswers(ApiOperation operation)
    {
        json.WriteStartObject("responses");
        foreach (var code in operation.Codes)
        {
            json.WriteStartObject(AnswerTexts.Number(code));
            json.WriteString("description", AnswerTexts.Of(code));
            json.WriteStartObject("schema");
            if (operation.Answer.Length > 0)
                schemas.WriteReference(operation.Answer);
            else
                json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartObject("401");
        json.WriteString("description", AnswerTexts.Of(401));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCommon(string name)
    {
        json.WriteStartObject();
        json.WriteString("$ref", $"#/parameters/{name}");
        json.WriteEndObject();
    }

    private void WriteOwnParameter(string name, string description)
    {
        json.WriteStartObject();
        WriteParameter(name, "path", "string", description);
        json.WriteEndObject();
    }

    private void WriteParameter(string name, string place, string type, string description)
    {
        json.WriteString("description", description);
        json.WriteString("in", place);
        json.WriteString("name", name);
        if (place == "path")
            json.WriteBoolean("required", true);
        json.WriteString("type", type);
        json.WriteBoolean("uniqueItems", true);
    }
}
