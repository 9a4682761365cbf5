using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rules;

/// <summary>
/// What Kubernetes does for one kind beyond its schema. The verb pipeline calls it for every kind alike: defaults have been
/// applied before, metadata is checked by the pipeline. Prepare may change the object; Validate never does, and returns every error.
/// Both may run again for the same request when a write was in conflict.
/// </summary>
public abstract class KindStrategy
{
    /// <summary>How names of the kind are checked.</summary>
    public virtual NameRule NameRule => NameRule.DnsSubdomain;

    /// <summary>A PUT to an absent object creates it (leases, events, nodes' proxies and a few more).</summary>
    public virtual bool AllowCreateOnUpdate => false;

    /// <summary>An update without resourceVersion overwrites whatever is there.</summary>
    public virtual bool AllowUnconditionalUpdate => true;

    /// <summary>A deletion answers with the object instead of a Status.</summary>
    public virtual bool ReturnsDeletedObject => false;

    /// <summary>A deletion that does not say otherwise leaves the dependents alive (kinds older than garbage collection).</summary>
    public virtual bool OrphansDependents => false;

    /// <summary>Something besides metadata.finalizers still holds the object back (a namespace's spec.finalizers).</summary>
    public virtual bool HoldsDeletion(TreeObject obj) => false;

    /// <summary>The deletion has begun; the kind may show it (a namespace's phase).</summary>
    public virtual void PrepareForDelete(TreeObject obj, RuleContext context)
    {
    }

    /// <summary>Seconds between the wish to delete and the end; 0: at once. Null leaves it to the request.</summary>
    /// <param name="requested">What the client asked for, if anything.</param>
    public virtual long GracePeriod(TreeObject obj, long? requested) => 0;

    /// <summary>
    /// Brings what may be written in several ways into the one that is stored, before it is noted who owns which field. Not called
    /// for server-side apply, where fields belong to whoever names them.
    /// </summary>
    public virtual void Settle(TreeObject obj)
    {
    }

    /// <summary>Resets what a creator may not set (status), fills what the server decides.</summary>
    public virtual void PrepareForCreate(TreeObject obj, RuleContext context) => obj.Remove("status");

    /// <summary>
    /// Restores what an update of this subresource may not change: the object itself may not change the status, the status
    /// subresource nothing but the status (and metadata as far as the pipeline lets it).
    /// </summary>
    public virtual void PrepareForUpdate(TreeObject obj, TreeObject old, RuleContext context)
    {
        if (context.Subresource == "status")
            Keep(obj, old, "spec");
        else
            Keep(obj, old, "status");
    }

    public virtual void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
    }

    public virtual void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
    }

    /// <summary>Sentences to warn the creator or updater with; deprecated fields and the like.</summary>
    public virtual void Warn(TreeObject obj, TreeObject? old, RuleContext context)
    {
    }

    /// <summary>
    /// Does this update change what the object wants, so that metadata.generation counts up? Everything but metadata and status,
    /// unless the kind has no generation.
    /// </summary>
    public virtual bool CountsGeneration => true;

    /// <summary>The same of one update, after it has been prepared; a few kinds count more than their spec.</summary>
    public virtual bool RaisesGeneration(TreeObject obj, TreeObject old, RuleContext context)
    {
        if (!CountsGeneration)
            return false;

        foreach (var (name, value) in obj)
        {
            if (IsWanted(name) && !Tree.Same(value, old[name]))
                return true;
        }

        foreach (var (name, _) in old)
        {
            if (IsWanted(name) && !obj.Has(name))
                return true;
        }

        return false;
    }

    private static bool IsWanted(string member) => member is not ("kind" or "apiVersion" or "metadata" or "status");

    protected static void Keep(TreeObject obj, TreeObject old, string member) => obj[member] = old[member]?.Clone();
}
