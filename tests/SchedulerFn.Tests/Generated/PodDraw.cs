using System.Text;

namespace CloudletK8s.SchedulerFn.Tests.Generated;

/// <summary>Draws the texts of pods and nodes. Few names and values, so that rules meet something.</summary>
internal sealed class PodDraw(Random random)
{
    private static readonly string[] Selectors = ["app=web", "app=db", "app", "!app", "tier=a", "*", "app=web|db", "app!=web"];
    private static readonly string[] Keys = ["zone", "host", "rack"];
    private static readonly string[] Spaces = ["", "", "", "@other", "@*", "@?team=b", "@default+other"];

    public string Node(string name)
    {
        var text = new StringBuilder(name);
        Add(text, 0.8, $"zone=z{random.Next(3)}");
        Add(text, 0.5, $"rack=r{random.Next(2)}");
        Add(text, 0.2, $"site=s{random.Next(2)}");
        Add(text, 0.05, "-host");
        Add(text, 0.5, $"cpu={One("1", "2", "3")}");
        Add(text, 0.2, $"gpu={random.Next(3)}");
        Add(text, 0.2, $"pods={random.Next(1, 5)}");
        Add(text, 0.15, $"taint:dedicated={One("infra", "gpu")}:{One("NoSchedule", "NoExecute", "PreferNoSchedule", "PreferNoSchedule")}");
        Add(text, 0.15, $"taint:soft=x:PreferNoSchedule");
        Add(text, 0.06, "cordoned");
        Add(text, 0.06, "silent");
        Add(text, 0.3, $"image:app:1={random.Next(50, 900)}");
        Add(text, 0.3, $"size={random.Next(5)}");
        return text.ToString();
    }

    /// <param name="bound">For pods that are there already: nothing that a scheduler would still have to do.</param>
    public string Pod(bool bound)
    {
        var text = new StringBuilder();
        Add(text, 0.7, $"app={One("web", "db")}");
        Add(text, 0.3, $"tier={One("a", "b")}");
        Add(text, 0.25, "ns=other");
        Add(text, 0.6, $"cpu={One("200m", "500m", "1", "2")}");
        Add(text, 0.4, $"mem={One("500Mi", "2Gi", "5Gi")}");
        Add(text, 0.1, $"gpu={random.Next(1, 3)}");
        Add(text, 0.1, $"init:cpu={One("1", "2")}");
        Add(text, 0.1, "sidecar:cpu=300m,port=90");
        Add(text, 0.1, "overhead:cpu=250m");
        Add(text, 0.6, $"prio={random.Next(4) * 10}");
        Add(text, 0.3, "image=app:1");
        Add(text, 0.2, $"port={One("80", "80", "80/UDP", "10.0.0.1-80", "90")}");
        Add(text, 0.1, $"gce={One("d1", "d1/ro", "d2/ro")}");
        Add(text, 0.05, $"ebs={One("e1", "e2")}");
        Add(text, 0.25, $"tol:{One("dedicated=infra", "dedicated", "dedicated=gpu:NoSchedule", "*", "soft:PreferNoSchedule", "node.kubernetes.io/unschedulable")}");
        Placement(text);
        Company(text);
        if (bound)
            return Bound(text);

        // The claims are in the default namespace.
        var hasClaims = !text.ToString().Contains("ns=other", StringComparison.Ordinal);
        Add(text, hasClaims ? 0.15 : 0, $"pvc={One("c-bound", "c-one", "c-static", "c-static2", "c-made", "c-zoned")}");
        Add(text, hasClaims ? 0.05 : 0, "pvc=c-bound");
        Add(text, hasClaims ? 0.05 : 0, "pvc=c-static");
        Add(text, 0.1, "never");
        Add(text, 0.08, $"pin={One("z0", "s1")}");
        Add(text, 0.08, $"near={One("n0", "z1", "s0,n2")}");
        return text.ToString();
    }

    private string Bound(StringBuilder text)
    {
        Add(text, text.ToString().Contains("ns=other", StringComparison.Ordinal) ? 0 : 0.1, $"pvc={One("c-bound", "c-one")}");
        Add(text, 0.1, "leaving");
        Add(text, 0.6, $"start={random.Next(5)}");
        return text.ToString();
    }

    private void Placement(StringBuilder text)
    {
        Add(text, 0.1, $"sel:zone=z{random.Next(3)}");
        Add(text, 0.1, $"want:{One("zone=z0|z1", "zone!=z2", "rack", "!rack", "size>1", "size<3", "name=n1", "name!=n1")}");
        Add(text, 0.05, $"or:{One("zone=z2", "rack=r1")}");
        Add(text, 0.35, $"prefer:{random.Next(1, 100)}:{One("zone=z0", "rack=r0", "size>2", "name=n2")}");
        Add(text, 0.35, $"prefer:{random.Next(1, 100)}:{One("zone=z1", "rack=r0", "size<3", "size")}");
        Add(text, 0.2, Spread("spread"));
        Add(text, 0.1, Spread("spread"));
        Add(text, 0.15, Spread("even"));
    }

    private string Spread(string kind) => $"{kind}:{One(Keys)}:{random.Next(1, 4)}:{One(Selectors)}{One("", "", "", ":min=3", ":taints", ":anywhere", ":same=tier")}";

    private void Company(StringBuilder text)
    {
        Add(text, 0.12, $"aff:{Term()}");
        Add(text, 0.05, $"aff:{Term()}");
        Add(text, 0.15, $"anti:{Term()}");
        Add(text, 0.05, $"anti:{Term()}");
        Add(text, 0.12, $"paff:{random.Next(1, 100)}:{Term()}");
        Add(text, 0.12, $"panti:{random.Next(1, 100)}:{Term()}");
    }

    private string Term() => $"{One(Keys)}:{One(Selectors)}{One(Spaces)}";

    private string One(params string[] of) => of[random.Next(of.Length)];

    private void Add(StringBuilder text, double chance, string word)
    {
        if (random.NextDouble() < chance)
            text.Append(' ').Append(word);
    }
}
