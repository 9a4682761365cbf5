using CloudletK8s.Api.Trees;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>What selectors ask of an object. Read from the bytes once, kept with them, shared by every watcher.</summary>
public sealed class ObjectFacts
{
    private readonly SelectableFields _fields;
    private readonly string[] _values;

    private ObjectFacts(TreeObject obj, SelectableFields fields)
    {
        _fields = fields;
        _values = fields.Read(obj);
        Labels = obj.Object("metadata")?.Object("labels");
    }

    public TreeObject? Labels { get; }

    public static ObjectFacts Of(StoredObject stored, SelectableFields fields)
    {
        var facts = stored.Decoded(fields, static (bytes, selectable) => new ObjectFacts(StoredTrees.Read(bytes), selectable));

        // Versions of a custom resource share the objects, but not what may be selected.
        return facts._fields == fields ? facts : new(StoredTrees.Read(stored), fields);
    }

    /// <summary>The value as text; empty when there is none.</summary>
    public string Field(string path)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (_fields.Paths[i] == path)
                return _values[i];
        }

        return "";
    }
}
