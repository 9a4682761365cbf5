using System.Runtime.CompilerServices;
using System.Text;
using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.CustomResources.Conversion;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>
/// How one version of a custom resource shows what is stored. While a definition has a single version and has never changed,
/// every object is stored as it is shown; from then on objects are brought up to date when they are read, once each.
/// </summary>
/// <param name="webhook">Converts between versions; null: they differ in their names only.</param>
internal sealed class CustomVersion(KindInfo shown, KindInfo stored, bool isFixed, ConversionWebhook? webhook)
{
    private readonly ConditionalWeakTable<StoredObject, byte[]> _bytes = [];

    /// <summary>What objects start with that are stored in the version that is shown.</summary>
    private readonly byte[] _shownPrefix = Encoding.UTF8.GetBytes($"{{\"kind\":\"{shown.Kind}\",\"apiVersion\":\"{shown.ApiVersion}\",");

    /// <summary>Objects of other versions must be prepared before they are shown.</summary>
    public bool HasWebhook => webhook is not null && !isFixed;

    public ReadOnlyMemory<byte> Bytes(StoredObject stored)
    {
        if (isFixed)
            return stored.Json;
        if (_bytes.TryGetValue(stored, out var known))
            return known;

        // Only what a watcher is told of an object that left its selection comes here unprepared.
        return IsForeign(stored)
            ? Task.Run(() => Foreign(stored)).GetAwaiter().GetResult()
            : _bytes.GetValue(stored, one => JsonTreeWriter.ToUtf8(UpToDate(Named(StoredTrees.Read(one), shown), shown)));
    }

    public TreeObject Shown(StoredObject stored) => JsonTreeReader.ReadTrusted(Bytes(stored).Span);

    /// <summary>Has the webhook convert what it must, many objects at a time, and keeps the result with each object.</summary>
    public async ValueTask Prepare(IReadOnlyList<StoredObject> objects, CancellationToken cancellationToken)
    {
        if (!HasWebhook)
            return;

        var foreign = objects.Where(one => IsForeign(one) && !_bytes.TryGetValue(one, out _)).Distinct().ToList();
        if (foreign.Count == 0)
            return;

        var converted = await webhook!.Convert(foreign.ConvertAll(StoredTrees.Read), shown.ApiVersion, cancellationToken);
        for (var i = 0; i < foreign.Count; i++)
            _bytes.AddOrUpdate(foreign[i], JsonTreeWriter.ToUtf8(UpToDate(converted[i], shown)));
    }

    /// <summary>What a verb answers, ready to be shown.</summary>
    public async ValueTask<VerbResult> Prepared(VerbResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case VerbResult.Stored one:
                await Prepare([one.Object], cancellationToken);
                return result;
            case VerbResult.List list:
                await Prepare(list.Page.Objects, cancellationToken);
                return result;
            case VerbResult.Watch { Plan: { Cursor: { } cursor } plan } watch:
                await Prepare(plan.Initial, cancellationToken);
                var converting = new ConvertingCursor(cursor, this);
                return watch with { Plan = plan with { Cursor = converting, CatchUp = ended => converting.CatchUp(plan.CatchUp, ended) } };
            default:
                return result;
        }
    }

    /// <summary>In the version that is stored now, whatever version and schema it was stored in.</summary>
    /// <param name="tree">The caller's own.</param>
    public ValueTask<TreeObject> Current(TreeObject tree, CancellationToken cancellationToken) => isFixed ? new(tree) : To(tree, stored, cancellationToken);

    /// <summary>The given tree stays as it is.</summary>
    public ValueTask<TreeObject> Convert(TreeObject tree, KindInfo version, CancellationToken cancellationToken) =>
        tree.Text("apiVersion") == version.ApiVersion ? new(tree) : To(tree.CloneObject(), version, cancellationToken);

    private ValueTask<TreeObject> To(TreeObject tree, KindInfo version, CancellationToken cancellationToken) =>
        webhook is null || tree.Text("apiVersion") == version.ApiVersion
            ? new(UpToDate(Named(tree, version), version))
            : Called(tree, version, cancellationToken);

    private async ValueTask<TreeObject> Called(TreeObject tree, KindInfo version, CancellationToken cancellationToken) =>
        UpToDate((await webhook!.Convert([tree], version.ApiVersion, cancellationToken))[0], version);

    private async Task<byte[]> Foreign(StoredObject one)
    {
        await Prepare([one], CancellationToken.None);
        return _bytes.TryGetValue(one, out var made) ? made : throw new InvalidOperationException($"{one.Key} was not converted");
    }

    private bool IsForeign(StoredObject one) => HasWebhook
        && !one.Json.Span.StartsWith(_shownPrefix)
        && StoredTrees.Read(one).Text("apiVersion") != shown.ApiVersion;

    private static TreeObject Named(TreeObject tree, KindInfo version)
    {
        if (tree.Text("apiVersion") != version.ApiVersion)
            tree.Set("apiVersion", version.ApiVersion);
        return tree;
    }

    private static TreeObject UpToDate(TreeObject tree, KindInfo version)
    {
        SchemaPruning.Prune(tree, version.Schema);
        ObjectDefaults.Apply(tree, version.Schema);
        return tree;
    }
}
