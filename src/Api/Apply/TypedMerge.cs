using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apply;

/// <summary>Lays an applied configuration over a live object. Nothing is removed; the result shares parts of both.</summary>
public static class TypedMerge
{
    public static TreeObject Merge(TreeObject live, TreeObject config, Schema schema) => Merge(live, config, ApplyType.Of(schema));

    internal static TreeObject Merge(TreeObject live, TreeObject config, ApplyType type) => (TreeObject)MergeValues(live, config, type);

    private static Tree MergeValues(Tree live, Tree config, ApplyType type)
    {
        if (live is TreeObject left && type is { IsObject: true, IsAtomic: false } && left.Count > 0)
        {
            if (config is TreeObject right)
                return MergeObjects(left, right, type);

            // A null names the field without saying anything about what is below it.
            if (config is TreeNull)
                return live;
        }

        if (live is TreeList items && type.List is { IsAtomic: false } form && items.Count > 0)
        {
            if (config is TreeList changes)
                return MergeLists(new(items, form), new(changes, form), form.Item());
            if (config is TreeNull && !type.IsObject && type.Scalar == ScalarForm.None)
                return live;
        }

        return config;
    }

    private static TreeObject MergeObjects(TreeObject live, TreeObject config, ApplyType type)
    {
        var merged = live.ShallowCopy();
        foreach (var (name, value) in config)
        {
            var existing = live[name];
            merged[name] = existing is null || type.TypeOf(name) is not { } valueType ? value : MergeValues(existing, value, valueType);
        }

        return merged;
    }

    /// <summary>
    /// The items of the configuration in its order, between them those that only the live list has, each as near as can be to
    /// where it stood.
    /// </summary>
    private static TreeList MergeLists(ListIndex live, ListIndex config, ApplyType itemType)
    {
        var merged = new TreeList(Math.Max(live.Count, config.Count));
        var taken = new HashSet<string>();
        var shared = new Queue<PathElement>();
        for (var i = 0; i < config.Count; i++)
        {
            if (live.Find(config[i]) >= 0)
                shared.Enqueue(config[i]);
        }

        int l = 0, c = 0;
        while (l < live.Count || c < config.Count)
        {
            if (l < live.Count)
            {
                var element = live[l];
                var inConfig = config.Find(element) >= 0;
                if (c < config.Count && element.Equals(config[c]))
                {
                    Take(element);
                    l++;
                    continue;
                }

                // It comes later in the configuration, whose order counts.
                if (c < config.Count && inConfig && shared.TryPeek(out var next) && !next.Equals(element))
                {
                    l++;
                    continue;
                }

                if (!inConfig)
                {
                    merged.Add(live.Items[l++]);
                    continue;
                }

                if (taken.Contains(element.Text))
                    l++;
            }

            if (c < config.Count)
                Take(config[c]);
        }

        return merged;

        void Take(PathElement element)
        {
            taken.Add(element.Text);
            if (shared.TryPeek(out var next) && next.Equals(element))
                shared.Dequeue();
            var existing = live.Find(element) is >= 0 and var at && !live.IsRepeated(element) ? live.Items[at] : null;
            merged.Add(existing is null ? config.Items[c] : MergeValues(existing, config.Items[c], itemType));
            c++;
        }
    }
}
