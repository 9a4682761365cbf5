using CloudletK8s.Api.Schemas;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>Definitions that are no objects with fields.</summary>
/// <param name="Type">Empty: anything.</param>
internal sealed record WellKnownValue(string Name, string Type, string Format, string Description, params string[] OneOf)
{
    private const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private const string Extensions = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.";

    public static WellKnownValue Quantity { get; } = new(
        "io.k8s.apimachinery.pkg.api.resource.Quantity", "string", "",
        "A fixed-point number with an optional suffix: binary (Ki, Mi, Gi, Ti, Pi, Ei), decimal (n, u, m, k, M, G, T, P, E) or a decimal exponent "
        + "(e3). It keeps the kind of suffix it was written with, and at most three decimal places.",
        "string", "number");

    public static WellKnownValue IntOrString { get; } = new(
        "io.k8s.apimachinery.pkg.util.intstr.IntOrString", "string", "int-or-string",
        "A whole number of 32 bits, or a text such as a name or percentage.", "integer", "string");

    public static WellKnownValue Time { get; } = new(Meta + "Time", "string", "date-time", "A point in time in whole seconds, as RFC 3339 writes it.");

    public static WellKnownValue MicroTime { get; } = new(
        Meta + "MicroTime", "string", "date-time", "A point in time in microseconds, as RFC 3339 writes it.");

    public static WellKnownValue Duration { get; } = new(Meta + "Duration", "string", "", "A length of time with units, such as 1h15m30s.");

    public static WellKnownValue FieldsV1 { get; } = new(
        Meta + "FieldsV1", "object", "",
        "A set of fields as a tree: f:<name> is a field, k:<keys> an item of a list by its keys, v:<value> an item of a set, and a dot the item itself.");

    public static WellKnownValue RawExtension { get; } = new(
        "io.k8s.apimachinery.pkg.runtime.RawExtension", "object", "", "Any object, kept as it was given.");

    public static WellKnownValue Patch { get; } = new(
        Meta + "Patch", "object", "", "The body of a patch; its content type says of which of the kinds of patches it is.");

    public static WellKnownValue Json { get; } = new(Extensions + "JSON", "", "", "Any JSON value.");

    private static readonly WellKnownValue SchemaOrArray = new(Extensions + "JSONSchemaPropsOrArray", "", "", "A schema, or a list of schemas.");
    private static readonly WellKnownValue SchemaOrBool = new(Extensions + "JSONSchemaPropsOrBool", "", "", "A schema, or true or false.");

    private static readonly WellKnownValue SchemaOrTexts =
        new(Extensions + "JSONSchemaPropsOrStringArray", "", "", "A schema, or a list of texts.");

    /// <summary>The definition that a field of a record refers to; null when it is described where it stands.</summary>
    public static WellKnownValue? Of(Schema schema, System.Reflection.PropertyInfo? property) => schema.Kind switch
    {
        SchemaKind.Quantity => Quantity,
        SchemaKind.IntOrString => IntOrString,
        SchemaKind.Time => Time,
        SchemaKind.MicroTime => MicroTime,
        SchemaKind.Duration => Duration,
        SchemaKind.Any when property?.Name == "FieldsV1" => FieldsV1,
        SchemaKind.Any when property?.DeclaringType!.Namespace!.Contains("ApiExtensions", StringComparison.Ordinal) == true => Json,
        SchemaKind.Any => RawExtension,
        SchemaKind.Either when schema.Other!.Kind == SchemaKind.Flag => SchemaOrBool,
        SchemaKind.Either when schema.Other!.Element?.Kind == SchemaKind.Text => SchemaOrTexts,
        SchemaKind.Either => SchemaOrArray,
        _ => null,
    };
}
