using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests;

/// <summary>
/// An object of a kind as a user writes it, and changes to it as merge patches. It is taken through decoding, defaults, the kind's
/// preparation and validation, as the server does.
/// </summary>
internal sealed class KindGiven<T>(string json)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly KindStrategy _strategy = KindStrategies.Of(typeof(T));

    public string ApiVersion { get; init; } = "";

    public IReadOnlyList<string> Families { get; init; } = ["IPv4"];

    /// <summary>Decoded and with defaults.</summary>
    public TreeObject Read(string patch = "{}") => Decode(Patched(Json.Object(json), patch));

    /// <summary>As it would be stored.</summary>
    public TreeObject Prepared(string patch = "{}")
    {
        var obj = Read(patch);
        _strategy.PrepareForCreate(obj, Context(""));
        return obj;
    }

    /// <summary>What creating it is answered with, a line each.</summary>
    public string CreateErrors(string patch = "{}")
    {
        var obj = Prepared(patch);
        var errors = new FieldErrors();
        MetadataRules.ValidateCreate(obj, _strategy.NameRule, BuiltInKinds.Of<T>().Namespaced, errors);
        _strategy.ValidateCreate(obj, Context(""), errors);
        return Lines(errors);
    }

    /// <summary>What an update of the stored object ends up as.</summary>
    public TreeObject Updated(string patch, string subresource = "", string stored = "{}")
    {
        var old = Stored(stored);
        var next = Decode(Patched(old, patch));
        _strategy.PrepareForUpdate(next, old, Context(subresource));
        return next;
    }

    public string UpdateErrors(string patch, string subresource = "", string stored = "{}")
    {
        var errors = new FieldErrors();
        var next = Updated(patch, subresource, stored);
        MetadataRules.ValidateUpdate(next, Stored(stored), errors);
        _strategy.ValidateUpdate(next, Stored(stored), Context(subresource), errors);
        return Lines(errors);
    }

    public string Warnings(string patch = "{}")
    {
        var context = Context("");
        _strategy.Warn(Read(patch), null, context);
        return string.Join('\n', context.Warnings);
    }

    /// <param name="patch">Changes to what is in the store, the status included.</param>
    private TreeObject Stored(string patch) =>
        Decode(Patched(Patched(Prepared(), "{'metadata':{'uid':'u1','resourceVersion':'7'}}"), patch));

    private RuleContext Context(string subresource) => new() { Now = Now, Subresource = subresource, ApiVersion = ApiVersion, IPFamilies = Families };

    private static TreeObject Patched(TreeObject obj, string patch) => MergePatch.Apply(obj.CloneObject(), Json.Tree(patch)).Object!;

    private static TreeObject Decode(TreeObject obj)
    {
        var schema = RecordSchemas.Of<T>();
        var result = JsonTreeReader.Read(JsonTreeWriter.ToUtf8(obj), schema, DecodeOptions.Default);
        Assert.Null(result.Error);
        Assert.Empty(result.Problems);
        ObjectDefaults.Apply(result.Tree!, schema);
        return result.Tree!;
    }

    private static string Lines(FieldErrors errors) => string.Join('\n', errors.All.Select(error => error.ToString()));
}
