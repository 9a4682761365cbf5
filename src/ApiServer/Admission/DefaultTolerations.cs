using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Admission;

/// <summary>A pod stays for five minutes on a node that has gone quiet, unless it says otherwise.</summary>
internal sealed class DefaultTolerations : IAdmissionPlugin
{
    private const long Seconds = 300;
    private static readonly string[] Taints = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];

    public bool Handles(AdmissionRequest request) => PodCreation.Is(request);

    public ValueTask Admit(AdmissionRequest request, CancellationToken cancellationToken)
    {
        var spec = request.Object!.ObjectOrNew("spec");
        foreach (var taint in Taints)
        {
            if (!Tolerates(spec.List("tolerations"), taint))
                spec.ListOrNew("tolerations").Add(Toleration(taint));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask Validate(AdmissionRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private static bool Tolerates(TreeList? tolerations, string taint)
    {
        foreach (var toleration in tolerations?.Objects() ?? [])
        {
            if (toleration.Text("key") is var key && (key == taint || key is null or "") && toleration.Text("effect") is null or "" or "NoExecute")
                return true;
        }

        return false;
    }

    private static TreeObject Toleration(string taint)
    {
        var toleration = new TreeObject(4);
        toleration.Set("key", taint);
        toleration.Set("operator", "Exists");
        toleration.Set("effect", "NoExecute");
        toleration.Set("tolerationSeconds", Seconds);
        return toleration;
    }
}
