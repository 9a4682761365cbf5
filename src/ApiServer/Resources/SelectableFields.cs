using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>The fields of a kind that a field selector may name, besides name and namespace.</summary>
public sealed class SelectableFields(IReadOnlyList<string> paths)
{
    public const string Name = "metadata.name";
    public const string Namespace = "metadata.namespace";

    private static readonly SelectableFields None = new([]);

    private static readonly string[] EventFields =
    [
        "involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion",
        "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type",
    ];

    private static readonly Dictionary<Type, SelectableFields> ByRecord = new()
    {
        [typeof(Pod)] = new([
            "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName", "spec.hostNetwork",
            "status.phase", "status.podIP", "status.nominatedNodeName",
        ]),
        [typeof(Node)] = new(["spec.unschedulable"]),
        [typeof(Namespace)] = new(["status.phase"]),
        [typeof(Secret)] = new(["type"]),
        [typeof(Event)] = new(EventFields),
        [typeof(Api.Events.V1.Event)] = new(EventFields),
        [typeof(ReplicationController)] = new(["status.replicas"]),
        [typeof(Api.Apps.V1.ReplicaSet)] = new(["status.replicas"]),
        [typeof(Api.Batch.V1.Job)] = new(["status.successful"]),
        [typeof(Service)] = new(["spec.clusterIP", "spec.type"]),
        [typeof(Api.Certificates.V1.CertificateSigningRequest)] = new(["spec.signerName"]),
    };

    public IReadOnlyList<string> Paths { get; } = paths;

    public static SelectableFields Of(Type? record) => record is null ? None : ByRecord.GetValueOrDefault(record, None);

    public bool Allows(string path) => path is Name or Namespace || Paths.Contains(path);

    public string[] Read(TreeObject obj)
    {
        var values = new string[Paths.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Read(obj, Paths[i]);
        return values;
    }

    private static string Read(TreeObject obj, string path)
    {
        switch (path)
        {
            case "source":
                return obj.Object("source")?.Text("component") is { Length: > 0 } component ? component : obj.Text("reportingComponent") ?? "";
            case "status.successful":
                return obj.Object("status")?.Whole("succeeded")?.ToString() ?? "0";
        }

        Tree? at = obj;
        foreach (var member in path.Split('.'))
            at = (at as TreeObject)?[member];

        return at switch
        {
            null or TreeNull => Absent(path),
            TreeFlag flag => flag.Value ? "true" : "false",
            _ => at.ToString()!,
        };
    }

    private static string Absent(string path) => path switch
    {
        "spec.unschedulable" or "spec.hostNetwork" => "false",
        "status.replicas" => "0",
        _ => "",
    };
}
