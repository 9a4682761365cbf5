using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Patches;

/// <summary>The operations of one JSON patch on one document, which they change.</summary>
internal sealed class JsonPatchRun(Tree document)
{
    private const string Missing = "missing value";
    private long _copied;

    public Tree Root { get; private set; } = document;

    public void Do(TreeObject operation)
    {
        switch (operation.Text("op"))
        {
            case "add":
                Add(PathOf(operation, "add"), ValueOf(operation), "add");
                break;
            case "remove":
                Remove(operation);
                break;
            case "replace":
                Replace(operation);
                break;
            case "move":
                Move(operation);
                break;
            case "test":
                Test(operation);
                break;
            case "copy":
                Copy(operation);
                break;
            default:
                throw Failed($"Unexpected kind: {operation.Text("op") ?? "unknown"}");
        }
    }

    private void Add(string path, Tree value, string verb)
    {
        var place = Find(path) ?? throw Failed($"{verb} operation does not apply: doc is missing path: \"{path}\": {Missing}");
        if (!place.Add(value))
            throw Failed($"error in {verb} for path: '{path}': Unable to access invalid index: {place.Key}");
    }

    private void Remove(TreeObject operation)
    {
        var path = PathOf(operation, "remove");
        var place = Find(path) ?? throw Failed($"remove operation does not apply: doc is missing path: \"{path}\": {Missing}");
        if (!place.Remove())
            throw Failed($"error in remove for path: '{path}': Unable to remove nonexistent key: {place.Key}: {Missing}");
    }

    private void Replace(TreeObject operation)
    {
        var path = PathOf(operation, "replace");
        var value = ValueOf(operation);
        if (path.Length == 0)
        {
            Root = value is TreeObject or TreeList ? value : throw Failed("replace operation value must be object or array");
            return;
        }

        var place = Find(path) ?? throw Failed($"replace operation does not apply: doc is missing path: {path}: {Missing}");
        if (!place.Replace(value))
            throw Failed($"replace operation does not apply: doc is missing key: {path}: {Missing}");
    }

    private void Move(TreeObject operation)
    {
        var from = FromOf(operation, "move");
        var place = Find(from) ?? throw Failed($"move operation does not apply: doc is missing from path: {from}: {Missing}");
        var value = place.Get();
        if (!place.Remove())
            throw Failed($"error in move for path: '{place.Key}': {Missing}");

        Add(PathOf(operation, "move"), value ?? TreeNull.Instance, "move");
    }

    private void Copy(TreeObject operation)
    {
        var from = FromOf(operation, "copy");
        var place = Find(from) ?? throw Failed($"copy operation does not apply: doc is missing from path: {from}: {Missing}");
        if (place.Get() is not { } value)
        {
            if (place.IsList)
                throw Failed($"error in copy for from: '{from}': Unable to access invalid index: {place.Key}");
            value = TreeNull.Instance;
        }

        _copied += SizeOf(value);
        if (_copied > JsonPatch.MaximumCopiedBytes)
        {
            throw Failed($"Unable to complete the copy, the accumulated size increase of copy is {_copied}, "
                + $"exceeding the limit {JsonPatch.MaximumCopiedBytes}");
        }

        Add(PathOf(operation, "copy"), value.Clone(), "copy");
    }

    private void Test(TreeObject operation)
    {
        var path = PathOf(operation, "test");
        var expected = operation["value"] ?? TreeNull.Instance;
        Tree actual;
        if (path.Length == 0)
        {
            actual = Root;
        }
        else
        {
            var place = Find(path) ?? throw Failed($"test operation does not apply: is missing path: {path}: {Missing}");
            var found = place.Get();
            if (found is null && place.IsList)
                throw Failed($"error in test for path: '{path}': Unable to access invalid index: {place.Key}");
            actual = found ?? TreeNull.Instance;
        }

        if (!actual.SameAs(expected))
            throw Failed($"testing value {path} failed: test failed");
    }

    private JsonPlace? Find(string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 2)
            return null;

        var container = Root;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            if (new JsonPlace(container, JsonPlace.Unescape(parts[i])).Get() is not { } next || next is not (TreeObject or TreeList))
                return null;
            container = next;
        }

        return new JsonPlace(container, JsonPlace.Unescape(parts[^1]));
    }

    private static string PathOf(TreeObject operation, string verb) =>
        operation.Text("path") ?? throw Failed($"{verb} operation failed to decode path: {Missing}");

    private static string FromOf(TreeObject operation, string verb) =>
        operation.Text("from") ?? throw Failed($"{verb} operation failed to decode from: operation, missing from field: {Missing}");

    /// <summary>A copy: the patch may be tried again on a newer object.</summary>
    private static Tree ValueOf(TreeObject operation) => operation["value"]?.Clone() ?? TreeNull.Instance;

    /// <summary>About as many bytes as the value takes as JSON.</summary>
    private static long SizeOf(Tree value) => value switch
    {
        TreeText text => text.Value.Length + 2,
        TreeObject members => members.Sum(member => member.Key.Length + 4 + SizeOf(member.Value)) + 2,
        TreeList items => items.Sum(item => SizeOf(item) + 1) + 2,
        _ => 4,
    };

    private static PatchFailedException Failed(string detail) => new(PatchError.Unprocessable(detail));
}
