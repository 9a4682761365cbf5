using System.Text;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Patches;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.TestKit.Rules;

/// <summary>
/// What becomes of an object of one kind on its way to the store, without a server: decoded, defaulted, prepared, checked.
/// Manifests are JSON, in which single quotes may stand for double ones.
/// </summary>
public sealed class RuledKind<TRecord>
{
    private readonly KindInfo _kind = BuiltInKinds.Of<TRecord>();
    private readonly KindStrategy _strategy = KindStrategies.Of(typeof(TRecord));
    private readonly List<string> _warnings = [];

    public DateTimeOffset Now { get; init; } = new(2024, 12, 11, 10, 9, 8, TimeSpan.Zero);

    public string UserName { get; init; } = "";

    /// <summary>The server gives no uid to what it does not store.</summary>
    public bool WithoutUid { get; init; }

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>As read from a request: pruned, normalised, with defaults.</summary>
    public TreeObject Read(string manifest)
    {
        var json = Encoding.UTF8.GetBytes(manifest.Contains('"', StringComparison.Ordinal) ? manifest : manifest.Replace('\'', '"'));
        var result = JsonTreeReader.Read(json, _kind.Schema, DecodeOptions.Default);
        Assert.Null(result.Error);
        Assert.Empty(result.Problems);
        ObjectDefaults.Apply(result.Tree!, _kind.Schema);
        return result.Tree!;
    }

    public TreeObject Read(string manifest, string change) => Read(Changed(manifest, change));

    /// <summary>The object as it would be stored, whether it is valid or not.</summary>
    public TreeObject Created(string manifest)
    {
        var obj = Read(manifest);
        var metadata = obj.ObjectOrNew("metadata");
        if (!WithoutUid && string.IsNullOrEmpty(metadata.Text("uid")))
            metadata.Set("uid", "11111111-2222-3333-4444-555555555555");
        _strategy.PrepareForCreate(obj, Context(""));
        return obj;
    }

    /// <summary>What is wrong with creating the manifest, changed by a merge patch.</summary>
    public string[] ErrorsOfCreating(string manifest, string change = "{}")
    {
        var obj = Created(Changed(manifest, change));
        var errors = new FieldErrors();
        _strategy.ValidateCreate(obj, Context(""), errors);
        _strategy.Warn(obj, null, Context(""));
        return [.. errors.All.Select(error => error.ToString())];
    }

    /// <summary>What is wrong with changing the stored object by a merge patch.</summary>
    public string[] ErrorsOfUpdating(TreeObject old, string change, string subresource = "") => Update(old, Changed(Json.Text(old), change), subresource).Errors;

    /// <summary>As <see cref="ErrorsOfUpdating"/>, from another object than the stored one.</summary>
    public string[] ErrorsOfReplacing(TreeObject old, TreeObject next, string change, string subresource = "") =>
        Update(old, Changed(Json.Text(next), change), subresource).Errors;

    public TreeObject Updated(TreeObject old, string change, string subresource = "") => Update(old, Changed(Json.Text(old), change), subresource).Object;

    public bool RaisesGeneration(TreeObject old, string change, string subresource = "") =>
        _strategy.RaisesGeneration(Updated(old, change, subresource), old, Context(subresource));

    private (TreeObject Object, string[] Errors) Update(TreeObject old, string manifest, string subresource)
    {
        var next = Read(manifest);
        var before = Json.Text(old);
        var errors = new FieldErrors();
        _strategy.PrepareForUpdate(next, old, Context(subresource));
        _strategy.ValidateUpdate(next, old, Context(subresource), errors);
        _strategy.Warn(next, old, Context(subresource));
        Assert.Equal(before, Json.Text(old));
        return (next, [.. errors.All.Select(error => error.ToString())]);
    }

    private RuleContext Context(string subresource) => new() { Now = Now, Subresource = subresource, UserName = UserName, Warnings = _warnings };

    private static string Changed(string manifest, string change) => Json.Text(MergePatch.Apply(Json.Object(manifest), Json.Tree(change)).Object);
}
