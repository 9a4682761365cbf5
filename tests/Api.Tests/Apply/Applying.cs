using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apply;

/// <summary>An object over several applies and updates, a minute apart.</summary>
internal sealed class Applying(Schema schema, string apiVersion)
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public TreeObject? Live { get; set; }

    public ApplyResult Try(string manager, string config, bool force = false, FieldSet? reset = null, IObjectVersions? versions = null)
    {
        _now = _now.AddMinutes(1);
        var applied = Json.Object(config);
        if (!applied.Has("apiVersion"))
            applied.Prepend("apiVersion", new TreeText(apiVersion));
        var (liveBefore, configBefore) = (Json.Text(Live), Json.Text(applied));

        var result = ManagedFieldsTracker.Apply(Live, applied, schema, manager, apiVersion, "", force, _now, reset, versions);

        Assert.Equal(liveBefore, Json.Text(Live));
        Assert.Equal(configBefore, Json.Text(applied));
        return result;
    }

    public Applying Apply(string manager, string config, bool force = false, FieldSet? reset = null)
    {
        var result = Try(manager, config, force, reset);
        Assert.True(result.Object is not null, result.ConflictMessage + result.Error?.Message);
        Live = result.Object;
        if (!Live!.Object("metadata")!.Has("uid"))
            Live.Object("metadata")!.Prepend("uid", new TreeText("u1"));
        return this;
    }

    public Applying Update(string manager, Action<TreeObject> change)
    {
        _now = _now.AddMinutes(1);
        var next = Live?.CloneObject() ?? new TreeObject();
        change(next);
        ManagedFieldsTracker.OnCreateOrUpdate(Live, next, schema, manager, apiVersion, "", _now);
        Live = next;
        return this;
    }

    /// <summary>The object without managedFields and identity.</summary>
    public string Body()
    {
        var body = Live!.CloneObject();
        body.Remove("apiVersion");
        var metadata = body.Object("metadata")!;
        metadata.Remove("managedFields");
        metadata.Remove("uid");
        metadata.Remove("name");
        if (metadata.IsZero)
            body.Remove("metadata");
        return Json.Text(body);
    }

    public string Owned(string manager) => Json.Text(Entry(manager)?["fieldsV1"]);

    public TreeObject? Entry(string manager) => Live!.Object("metadata")!.List("managedFields")?.Objects()
        .SingleOrDefault(entry => entry.Text("manager") == manager);
}
