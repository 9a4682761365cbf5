using CloudletK8s.Api.Apply;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>
/// The one way into the store. Every verb that writes comes through here: admission, the kind's strategy, validation,
/// field ownership, and the commit with its retries.
/// </summary>
internal sealed class ObjectWriter(AdmissionChain admission, IReadOnlyList<IObjectAllocator> allocators, Random random)
{
    /// <summary>How often a write without a resourceVersion of its own is tried again when others are faster.</summary>
    private const int MaximumAttempts = 32;

    private readonly ContendedObjects _contended = new();

    /// <param name="obj">In the request's version, defaulted; becomes the writer's own.</param>
    public ValueTask<StoredObject> Create(RequestScope scope, TreeObject obj, CancellationToken cancellationToken) =>
        Create(scope, obj, FieldOwnership.Track, cancellationToken);

    private async ValueTask<StoredObject> Create(
        RequestScope scope, TreeObject obj, OwnershipTracking? ownership, CancellationToken cancellationToken)
    {
        obj = await ToStorage(scope, obj, cancellationToken);
        if (ObjectMetadata.Of(obj).Text("resourceVersion") is { Length: > 0 })
            throw ApiErrors.BadRequest("resourceVersion should not be set on objects to be created");
        var generated = ObjectMetadata.Of(obj).Text("name") is null or "";
        ObjectMetadata.FillNew(obj, scope, random);
        if (ownership is not null)
            await ownership(scope, null, obj, cancellationToken);

        var request = Admission(scope, AdmissionOperation.Create, obj, null);
        await admission.Admit(request, cancellationToken);
        scope.Resource.Strategy.PrepareForCreate(obj, scope.Rules);
        ShowStatus(obj, scope);
        var name = ObjectMetadata.Of(obj).Text("name") ?? "";
        var errors = new FieldErrors();
        MetadataRules.ValidateCreate(obj, scope.Resource.Strategy.NameRule, scope.Kind.Namespaced, errors, !scope.Resource.IsCustom);
        scope.Resource.Strategy.ValidateCreate(obj, scope.Rules, errors);
        if (errors.Any)
            throw ApiErrors.Invalid(scope.Storage, name, errors.All);

        scope.Resource.Strategy.Warn(obj, null, scope.Rules);
        await admission.Validate(request with { Name = name }, cancellationToken);

        var key = new ObjectKey(scope.Kind.Namespaced ? scope.Namespace : "", name);
        await using var allocation = await Allocations.Begin(allocators, scope, obj, null, cancellationToken);
        if (scope.Query.DryRun)
            return await DryCreate(scope, key, obj, cancellationToken);

        var result = await Commit(scope, new(ChangeType.Added, key) { Json = default, RevisionOffset = 0 }, obj, cancellationToken);
        switch (result)
        {
            case CommitResult.Committed committed:
                allocation.Keep();
                return committed.Object;
            case CommitResult.AlreadyExists when generated:
                throw ApiErrors.GeneratedNameTaken(scope.Kind, name);
            case CommitResult.AlreadyExists:
                throw ApiErrors.AlreadyExists(scope.Kind, name);
            default:
                throw Unexpected(result);
        }
    }

    /// <summary>Read, change, write: repeated on a fresh object while others are faster.</summary>
    /// <param name="change">
    /// From the current object (its own copy, storage version) to the next; may run again. Null: nothing to do.
    /// </param>
    public ValueTask<(StoredObject Object, bool Created)> Update(
        RequestScope scope, Func<TreeObject, ValueTask<TreeObject>> change, Func<TreeObject>? createIfAbsent, CancellationToken cancellationToken) =>
        Update(scope, change, createIfAbsent, FieldOwnership.Track, cancellationToken);

    /// <summary>The same for server-side apply, whose changes come with their owners settled.</summary>
    public ValueTask<(StoredObject Object, bool Created)> Apply(
        RequestScope scope, Func<TreeObject, ValueTask<TreeObject>> change, Func<TreeObject>? createIfAbsent, CancellationToken cancellationToken) =>
        Update(scope, change, createIfAbsent, null, cancellationToken);

    private async ValueTask<(StoredObject Object, bool Created)> Update(
        RequestScope scope,
        Func<TreeObject, ValueTask<TreeObject>> change,
        Func<TreeObject>? createIfAbsent,
        OwnershipTracking? ownership,
        CancellationToken cancellationToken)
    {
        IDisposable? turn = null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (await TryOnce(scope, change, createIfAbsent, ownership, lastTry: attempt == MaximumAttempts, cancellationToken) is { } done)
                    return done;

                turn ??= await _contended.Enter(scope.Store, scope.Key, cancellationToken);
            }
        }
        finally
        {
            turn?.Dispose();
        }
    }

    /// <returns>Null: somebody was faster, and the change may be made to what they wrote.</returns>
    private async ValueTask<(StoredObject Object, bool Created)?> TryOnce(
        RequestScope scope,
        Func<TreeObject, ValueTask<TreeObject>> change,
        Func<TreeObject>? createIfAbsent,
        OwnershipTracking? ownership,
        bool lastTry,
        CancellationToken cancellationToken)
    {
        var existing = await scope.Store.Get(scope.Key, cancellationToken);
        if (existing is null)
        {
            if (createIfAbsent is null)
                throw ApiErrors.NotFound(scope.Kind, scope.Name);

            // Whoever may create by updating is not held to the revision of what they thought was there.
            var created = createIfAbsent();
            ObjectMetadata.Of(created).Remove("resourceVersion");
            return (await Create(scope, created, ownership, cancellationToken), true);
        }

        var old = await ServedJson.Stored(scope.Resource, existing, cancellationToken);
        var next = await change(old.CloneObject());
        if (ownership is not null)
            await ownership(scope, old, next, cancellationToken);
        var wanted = ResourceVersions.Parse(ObjectMetadata.Of(next).Text("resourceVersion") ?? "");
        if (wanted is null or 0 && !scope.Resource.Strategy.AllowUnconditionalUpdate)
            throw MustBeSpecified(scope);
        if (wanted > 0 && wanted != existing.Revision)
            throw ApiErrors.ObjectModified(scope.Kind, scope.Name);

        var (written, result) = await TryUpdate(scope, existing, old, next, cancellationToken);
        if (written is not null)
            return (written, false);
        if (result is CommitResult.NotFound)
            throw ApiErrors.NotFound(scope.Kind, scope.Name);

        // A patch has its revision from what it was made to, unless it names one itself: then the next attempt will say so.
        if ((wanted > 0 && scope.Request.Verb != "patch") || lastTry)
            throw ApiErrors.ObjectModified(scope.Kind, scope.Name);
        return null;
    }

    private async ValueTask<(StoredObject? Written, CommitResult? Result)> TryUpdate(
        RequestScope scope, StoredObject existing, TreeObject old, TreeObject next, CancellationToken cancellationToken)
    {
        var strategy = scope.Resource.Strategy;
        ObjectMetadata.PlaceInNamespace(ObjectMetadata.Of(next), scope);
        CheckIdentity(scope, next, old);
        var request = Admission(scope, AdmissionOperation.Update, next, old);
        await admission.Admit(request, cancellationToken);
        ObjectMetadata.KeepSystemFields(next, old);
        ObjectMetadata.Of(next)["resourceVersion"] = ObjectMetadata.Of(old)["resourceVersion"];
        strategy.PrepareForUpdate(next, old, scope.Rules);
        if (strategy.RaisesGeneration(next, old, scope.Rules))
            ObjectMetadata.RaiseGeneration(next, old);

        var errors = new FieldErrors();
        MetadataRules.ValidateUpdate(next, old, errors, !scope.Resource.IsCustom);
        strategy.ValidateUpdate(next, old, scope.Rules, errors);
        if (errors.Any)
            throw ApiErrors.Invalid(scope.Storage, scope.Name, errors.All);

        strategy.Warn(next, old, scope.Rules);
        await admission.Validate(request, cancellationToken);
        ManagedFieldsTracker.KeepTimesWhenUnchanged(old, next);
        if (next.SameAs(old))
            return (existing, null);

        await using var allocation = await Allocations.Begin(allocators, scope, next, old, cancellationToken);
        if (scope.Query.DryRun)
            return (Unstored(existing.Key, existing.Revision, next), null);

        var gone = Deletion.IsComplete(next, strategy);
        var write = new ObjectWrite(gone ? ChangeType.Deleted : ChangeType.Modified, existing.Key)
        {
            Json = default,
            RevisionOffset = 0,
            ExpectedRevision = existing.Revision,
        };
        var result = await Commit(scope, write, next, cancellationToken);
        if (result is CommitResult.Committed committed)
        {
            allocation.Keep();
            return (committed.Object, null);
        }

        return result is CommitResult.Conflict or CommitResult.NotFound ? (null, result) : throw Unexpected(result);
    }

    /// <summary>Removes the object for good. The last state travels with the change.</summary>
    public async ValueTask<CommitResult> Remove(
        RequestScope scope, StoredObject existing, TreeObject lastState, CancellationToken cancellationToken)
    {
        var write = new ObjectWrite(ChangeType.Deleted, existing.Key) { Json = default, RevisionOffset = 0, ExpectedRevision = existing.Revision };
        var result = await Commit(scope, write, lastState, cancellationToken);
        if (result is CommitResult.Committed)
            await Allocations.Release(allocators, scope, lastState, cancellationToken);
        return result;
    }

    /// <summary>Stores a state that needs no further checks (the marks of a deletion).</summary>
    public ValueTask<CommitResult> Replace(RequestScope scope, StoredObject existing, TreeObject obj, CancellationToken cancellationToken) =>
        Commit(scope, new(ChangeType.Modified, existing.Key) { Json = default, RevisionOffset = 0, ExpectedRevision = existing.Revision }, obj, cancellationToken);

    private static async ValueTask<CommitResult> Commit(RequestScope scope, ObjectWrite write, TreeObject obj, CancellationToken cancellationToken)
    {
        var (json, revisionOffset) = JsonTreeWriter.WriteForStore(obj);
        var result = await scope.Store.Commit(write with { Json = json, RevisionOffset = revisionOffset }, cancellationToken);
        return result is CommitResult.TooLarge tooLarge
            ? throw ApiErrors.RequestEntityTooLarge($"Request entity too large: limit is {tooLarge.Limit}, the object takes {tooLarge.Bytes} bytes")
            : result;
    }

    private async ValueTask<StoredObject> DryCreate(RequestScope scope, ObjectKey key, TreeObject obj, CancellationToken cancellationToken) =>
        await scope.Store.Get(key, cancellationToken) is null
            ? Unstored(key, 0, obj)
            : throw ApiErrors.AlreadyExists(scope.Kind, key.Name);

    private static StoredObject Unstored(ObjectKey key, long revision, TreeObject obj) => new(key, revision, JsonTreeWriter.ToUtf8(obj));

    private static AdmissionRequest Admission(RequestScope scope, AdmissionOperation operation, TreeObject? obj, TreeObject? old) => new()
    {
        Operation = operation,
        Resource = scope.Resource,
        Namespace = scope.Namespace,
        Name = scope.Name.Length > 0 ? scope.Name : obj?.Object("metadata")?.Text("name") ?? "",
        Subresource = scope.Subresource,
        Object = obj,
        OldObject = old,
        User = scope.Request.User,
        DryRun = scope.Query.DryRun,
        Scope = scope,
        Warnings = scope.Request.Warnings,
    };

    public ValueTask AdmitDeletion(RequestScope scope, TreeObject old, ObjectKey key, DeleteOptionsBody options, CancellationToken cancellationToken)
    {
        var request = Admission(scope, AdmissionOperation.Delete, null, old);
        return Both(request with { Namespace = key.Namespace, Name = key.Name, Deletion = options, DryRun = options.DryRun }, cancellationToken);
    }

    /// <summary>For what travels to an object but is not the object: a Binding, the options of a connection. It may be changed.</summary>
    public ValueTask AdmitCarried(
        RequestScope scope, AdmissionOperation operation, TreeObject carried, SubresourceInfo kind, CancellationToken cancellationToken) =>
        Both(Admission(scope, operation, carried, null) with { Carried = kind }, cancellationToken);

    private async ValueTask Both(AdmissionRequest request, CancellationToken cancellationToken)
    {
        await admission.Admit(request, cancellationToken);
        await admission.Validate(request, cancellationToken);
    }

    /// <summary>Into the storage version. The defaults of both versions have been applied after this.</summary>
    public static ValueTask<TreeObject> ToStorage(RequestScope scope, TreeObject obj, CancellationToken cancellationToken)
    {
        ObjectDefaults.Apply(obj, scope.Kind.Schema);
        return scope.Resource.NeedsConversion ? Converted(scope, obj, cancellationToken) : new(obj);
    }

    private static async ValueTask<TreeObject> Converted(RequestScope scope, TreeObject obj, CancellationToken cancellationToken)
    {
        var converted = await scope.Resource.Convert(obj, scope.Storage, cancellationToken);
        ObjectDefaults.Apply(converted, scope.Storage.Schema);
        return converted;
    }

    /// <summary>Kinds whose status is a plain value in Go show it even while it is empty.</summary>
    private static void ShowStatus(TreeObject obj, RequestScope scope)
    {
        if (!obj.Has("status") && scope.Storage.Schema.Field("status") is { Presence: Presence.Always, Schema.Kind: SchemaKind.Object })
            obj.Set("status", new TreeObject());
    }

    private static void CheckIdentity(RequestScope scope, TreeObject next, TreeObject old)
    {
        var name = ObjectMetadata.Of(next).Text("name") ?? "";
        if (name.Length == 0)
            ObjectMetadata.Of(next).Set("name", scope.Name);
        else if (name != scope.Name)
            throw ApiErrors.BadRequest($"the name of the object ({name}) does not match the name on the URL ({scope.Name})");

        var wantedUid = ObjectMetadata.Of(next).Text("uid") ?? "";
        var uid = ObjectMetadata.Of(old).Text("uid") ?? "";
        if (wantedUid.Length > 0 && wantedUid != uid)
            throw ApiErrors.Conflict(scope.Kind, scope.Name, $"Precondition failed: UID in precondition: {wantedUid}, UID in object meta: {uid}");
    }

    private static ApiException MustBeSpecified(RequestScope scope)
    {
        var errors = new FieldErrors();
        errors.Invalid(FieldPath.Root("metadata").Child("resourceVersion"), 0, "must be specified for an update");
        return ApiErrors.Invalid(scope.Storage, scope.Name, errors.All);
    }

    private static InvalidOperationException Unexpected(CommitResult result) => new($"the store answered {result.GetType().Name}");
}
