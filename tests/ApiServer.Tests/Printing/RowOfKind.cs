namespace CloudletK8s.ApiServer.Tests.Printing;

/// <summary>One object of a kind, and what kubectl shows of it.</summary>
public class RowOfKind
{
    private const string Meta = "metadata: {name: x, creationTimestamp: \"2025-01-01T11:55:00Z\"}";
    private const string Template = "template: {spec: {nodeSelector: {disk: ssd}, containers: [{name: a, image: i:1}, {name: b, image: j:2}]}}";
    private const string Selector = "selector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: In, values: [b, a]}, {key: old, operator: DoesNotExist}]}";
    private const string SelectorText = "app=web,!old,tier in (a,b)";

    [Theory]
    [InlineData("deployments.apps", "spec: {replicas: 3, " + Selector + ", " + Template + "}, status: {replicas: 3, readyReplicas: 2, updatedReplicas: 1, availableReplicas: 2}", "x|2/3|1|2|5m|a,b|i:1,j:2|" + SelectorText)]
    [InlineData("replicasets.apps", "spec: {replicas: 3, " + Selector + ", " + Template + "}, status: {replicas: 2, readyReplicas: 1}", "x|3|2|1|5m|a,b|i:1,j:2|" + SelectorText)]
    [InlineData("replicationcontrollers", "spec: {replicas: 1, selector: {b: c, a: b}, " + Template + "}, status: {replicas: 1}", "x|1|1|0|5m|a,b|i:1,j:2|a=b,b=c")]
    [InlineData("statefulsets.apps", "spec: {replicas: 2, " + Template + "}, status: {readyReplicas: 1}", "x|1/2|5m|a,b|i:1,j:2")]
    [InlineData("daemonsets.apps", "spec: {" + Selector + ", " + Template + "}, status: {desiredNumberScheduled: 5, currentNumberScheduled: 4, numberReady: 3, updatedNumberScheduled: 2, numberAvailable: 1}", "x|5|4|3|2|1|disk=ssd|5m|a,b|i:1,j:2|" + SelectorText)]
    [InlineData("jobs.batch", "spec: {completions: 3, " + Template + "}, status: {succeeded: 1, startTime: \"2025-01-01T11:56:30Z\"}", "x|Running|1/3|3m30s|5m|a,b|i:1,j:2|<none>")]
    [InlineData("jobs.batch", "spec: {parallelism: 4}, status: {succeeded: 1, startTime: \"2025-01-01T11:56:00Z\", completionTime: \"2025-01-01T11:56:10Z\", conditions: [{type: Complete, status: \"True\"}]}", "x|Complete|1/1 of 4|10s|5m|||<none>")]
    [InlineData("jobs.batch", "spec: {parallelism: 1}, status: {conditions: [{type: Suspended, status: \"True\"}]}", "x|Suspended|0/1||5m|||<none>")]
    [InlineData("cronjobs.batch", "spec: {schedule: \"*/5 * * * *\", suspend: false, jobTemplate: {spec: {" + Template + "}}}, status: {active: [{name: j}], lastScheduleTime: \"2025-01-01T11:58:00Z\"}", "x|*/5 * * * *|<none>|False|1|2m|5m|a,b|i:1,j:2|<none>")]
    [InlineData("controllerrevisions.apps", "revision: 4", "x|<none>|4|5m")]
    [InlineData("podtemplates", "template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}", "x|c|i|a=b")]
    [InlineData("horizontalpodautoscalers.autoscaling", "spec: {maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: d}, metrics: [{type: Resource, resource: {name: cpu, target: {averageUtilization: 80}}}]}, status: {currentReplicas: 2, currentMetrics: [{type: Resource, resource: {name: cpu, current: {averageUtilization: 25}}}]}", "x|Deployment/d|cpu: 25%/80%|<unset>|9|2|5m")]
    [InlineData("horizontalpodautoscalers.autoscaling", "spec: {minReplicas: 1, maxReplicas: 9, scaleTargetRef: {kind: Deployment, name: d}, metrics: [{type: Pods, pods: {target: {averageValue: 10}}}, {type: External, external: {target: {averageValue: 5}}}, {type: Object, object: {target: {value: 7}}}]}", "x|Deployment/d|<unknown>/10, <unknown>/5 (avg) + 1 more...|1|9|0|5m")]
    [InlineData("horizontalpodautoscalers.autoscaling", "spec: {maxReplicas: 2, scaleTargetRef: {kind: Deployment, name: d}}", "x|Deployment/d|<none>|<unset>|2|0|5m")]
    [InlineData("poddisruptionbudgets.policy", "spec: {minAvailable: 50%}, status: {disruptionsAllowed: 2}", "x|50%|N/A|2|5m")]
    public void Shows_a_workload(string resource, string yaml, string cells) => Check(resource, yaml, cells);

    [Theory]
    [InlineData("services", "spec: {type: ClusterIP, clusterIP: 10.0.0.1, ports: [{port: 80, protocol: TCP}], selector: {a: b}}", "x|ClusterIP|10.0.0.1|<none>|80/TCP|5m|a=b")]
    [InlineData("services", "spec: {type: NodePort, clusterIP: 10.0.0.1, externalIPs: [1.2.3.4, 1.2.3.5], ports: [{port: 80, nodePort: 30080, protocol: TCP}, {port: 53, protocol: UDP}]}", "x|NodePort|10.0.0.1|1.2.3.4,1.2.3.5|80:30080/TCP,53/UDP|5m|<none>")]
    [InlineData("services", "spec: {type: LoadBalancer, clusterIP: 10.0.0.1}", "x|LoadBalancer|10.0.0.1|<pending>|<none>|5m|<none>")]
    [InlineData("services", "spec: {type: LoadBalancer, clusterIP: 10.0.0.1, externalIPs: [9.9.9.9]}, status: {loadBalancer: {ingress: [{ip: 5.5.5.5}, {hostname: lb.example.com}]}}", "x|LoadBalancer|10.0.0.1|5.5.5.5,lb.example.com,9.9.9.9|<none>|5m|<none>")]
    [InlineData("services", "spec: {type: ExternalName, externalName: db.example.com}", "x|ExternalName|<none>|db.example.com|<none>|5m|<none>")]
    [InlineData("endpoints", "subsets: [{addresses: [{ip: 1.1.1.1}, {ip: \"fd00::2\"}], ports: [{port: 80}, {port: 81}]}]", "x|1.1.1.1:80,[fd00::2]:80,1.1.1.1:81 + 1 more...|5m")]
    [InlineData("endpoints", "subsets: []", "x|<none>|5m")]
    [InlineData("endpointslices.discovery.k8s.io", "addressType: IPv4, ports: [{port: 80}, {name: any}], endpoints: [{addresses: [1.1.1.1]}, {addresses: [1.1.1.2]}, {addresses: [1.1.1.3]}, {addresses: [1.1.1.4]}]", "x|IPv4|80,*|1.1.1.1,1.1.1.2,1.1.1.3 + 1 more...|5m")]
    [InlineData("endpointslices.discovery.k8s.io", "addressType: IPv6", "x|IPv6|<unset>|<unset>|5m")]
    [InlineData("ingresses.networking.k8s.io", "spec: {ingressClassName: nginx, tls: [{hosts: [a]}], rules: [{host: a}, {host: b}, {host: c}, {host: d}]}, status: {loadBalancer: {ingress: [{ip: 1.1.1.1}]}}", "x|nginx|a,b,c + 1 more...|1.1.1.1|80, 443|5m")]
    [InlineData("ingresses.networking.k8s.io", "spec: {rules: [{http: {}}]}", "x|<none>|*||80|5m")]
    [InlineData("ingressclasses.networking.k8s.io", "spec: {controller: c.io/i, parameters: {apiGroup: c.io, kind: P, name: q}}", "x|c.io/i|P.c.io/q|5m")]
    [InlineData("networkpolicies.networking.k8s.io", "spec: {podSelector: {}}", "x|<none>|5m")]
    public void Shows_what_leads_traffic(string resource, string yaml, string cells) => Check(resource, yaml, cells);

    [Theory]
    [InlineData("persistentvolumes", "spec: {capacity: {storage: 5Gi}, accessModes: [ReadWriteMany, ReadWriteOnce], persistentVolumeReclaimPolicy: Retain, claimRef: {namespace: ns, name: c}, storageClassName: fast, volumeMode: Filesystem}, status: {phase: Bound}", "x|5Gi|RWO,RWX|Retain|Bound|ns/c|fast|<unset>||5m|Filesystem")]
    [InlineData("persistentvolumeclaims", "spec: {storageClassName: fast, volumeMode: Block}, status: {phase: Pending}", "x|Pending||||fast|<unset>|5m|Block")]
    [InlineData("persistentvolumeclaims", "spec: {volumeName: v}, status: {phase: Bound, capacity: {storage: 1Gi}, accessModes: [ReadWriteOncePod]}", "x|Bound|v|1Gi|RWOP||<unset>|5m|<unset>")]
    [InlineData("storageclasses.storage.k8s.io", "provisioner: p", "x|p|Delete|Immediate|False|5m")]
    [InlineData("volumeattachments.storage.k8s.io", "spec: {attacher: a, nodeName: n1, source: {persistentVolumeName: v}}, status: {attached: true}", "x|a|v|n1|True|5m")]
    [InlineData("csidrivers.storage.k8s.io", "spec: {podInfoOnMount: true, tokenRequests: [{audience: a}], volumeLifecycleModes: [Persistent, Ephemeral]}", "x|True|True|False|a|False|Persistent,Ephemeral|5m")]
    [InlineData("csinodes.storage.k8s.io", "spec: {drivers: [{name: a}, {name: b}]}", "x|2|5m")]
    [InlineData("csistoragecapacities.storage.k8s.io", "storageClassName: s, capacity: 3Gi", "x|s|3Gi")]
    public void Shows_storage(string resource, string yaml, string cells) => Check(resource, yaml, cells);

    [Theory]
    [InlineData("nodes", "spec: {unschedulable: true}, status: {conditions: [{type: Ready, status: \"True\"}], addresses: [{type: InternalIP, address: 10.0.0.2}], nodeInfo: {kubeletVersion: v1.32.4, osImage: Debian}}", "x|Ready,SchedulingDisabled|<none>|5m|v1.32.4|10.0.0.2|<none>|Debian|<unknown>|<unknown>")]
    [InlineData("nodes", "status: {conditions: [{type: Ready, status: Unknown}]}", "x|NotReady|<none>|5m||<none>|<none>|<unknown>|<unknown>|<unknown>")]
    [InlineData("nodes", "status: {}", "x|Unknown|<none>|5m||<none>|<none>|<unknown>|<unknown>|<unknown>")]
    [InlineData("namespaces", "status: {phase: Active}", "x|Active|5m")]
    [InlineData("configmaps", "data: {a: b}, binaryData: {c: ZA==}", "x|2|5m")]
    [InlineData("secrets", "type: Opaque, data: {a: YQ==}", "x|Opaque|1|5m")]
    [InlineData("serviceaccounts", "secrets: []", "x|0|5m")]
    [InlineData("resourcequotas", "status: {hard: {pods: 4, limits.cpu: 2, cpu: 1}, used: {pods: 1, limits.cpu: 500m}}", "x|cpu: 0/1, pods: 1/4|limits.cpu: 500m/2|5m")]
    [InlineData("limitranges", "spec: {}", "x|2025-01-01T11:55:00Z")]
    [InlineData("componentstatuses", "conditions: [{type: Healthy, status: \"True\", message: ok}]", "x|Healthy|ok|")]
    [InlineData("leases.coordination.k8s.io", "spec: {holderIdentity: me}", "x|me|5m")]
    [InlineData("priorityclasses.scheduling.k8s.io", "value: 1000, globalDefault: true, preemptionPolicy: Never", "x|1000|True|5m|Never")]
    [InlineData("runtimeclasses.node.k8s.io", "handler: runc", "x|runc|5m")]
    public void Shows_what_belongs_to_the_cluster(string resource, string yaml, string cells) => Check(resource, yaml, cells);

    [Theory]
    [InlineData("roles.rbac.authorization.k8s.io", "rules: []", "x|2025-01-01T11:55:00Z")]
    [InlineData("rolebindings.rbac.authorization.k8s.io", "roleRef: {kind: Role, name: r}, subjects: [{kind: User, name: u}, {kind: User, name: v}, {kind: Group, name: g}, {kind: ServiceAccount, namespace: ns, name: s}]", "x|Role/r|5m|u, v|g|ns/s")]
    [InlineData("clusterrolebindings.rbac.authorization.k8s.io", "roleRef: {kind: ClusterRole, name: r}", "x|ClusterRole/r|5m|||")]
    [InlineData("certificatesigningrequests.certificates.k8s.io", "spec: {signerName: s, username: u, expirationSeconds: 3600}, status: {conditions: [{type: Approved}], certificate: YQ==}", "x|5m|s|u|60m|Approved,Issued")]
    [InlineData("certificatesigningrequests.certificates.k8s.io", "spec: {signerName: s, username: u}", "x|5m|s|u|<none>|Pending")]
    [InlineData("validatingwebhookconfigurations.admissionregistration.k8s.io", "webhooks: [{name: a}]", "x|1|5m")]
    [InlineData("validatingadmissionpolicies.admissionregistration.k8s.io", "spec: {validations: [{expression: a}], paramKind: {apiVersion: v1, kind: ConfigMap}}", "x|1|v1/ConfigMap|5m")]
    [InlineData("validatingadmissionpolicybindings.admissionregistration.k8s.io", "spec: {policyName: p, paramRef: {namespace: ns, name: c}}", "x|p|ns/c|5m")]
    [InlineData("flowschemas.flowcontrol.apiserver.k8s.io", "spec: {matchingPrecedence: 5, priorityLevelConfiguration: {name: l}, distinguisherMethod: {type: ByUser}}", "x|l|5|ByUser|5m|?")]
    [InlineData("prioritylevelconfigurations.flowcontrol.apiserver.k8s.io", "spec: {type: Limited, limited: {nominalConcurrencyShares: 5, limitResponse: {type: Queue, queuing: {queues: 64, handSize: 6, queueLengthLimit: 50}}}}", "x|Limited|5|64|6|50|5m")]
    [InlineData("apiservices.apiregistration.k8s.io", "spec: {service: {namespace: ns, name: s}}, status: {conditions: [{type: Available, status: \"False\", reason: Missing}]}", "x|ns/s|False (Missing)|5m")]
    [InlineData("customresourcedefinitions.apiextensions.k8s.io", "spec: {}", "x|2025-01-01T11:55:00Z")]
    public void Shows_access_and_extensions(string resource, string yaml, string cells) => Check(resource, yaml, cells);

    [Theory]
    [InlineData("involvedObject: {kind: Pod, name: p, fieldPath: spec}, type: Normal, reason: Pulled, message: \" done\\n\", firstTimestamp: \"2025-01-01T11:00:00Z\", lastTimestamp: \"2025-01-01T11:59:00Z\", count: 3, source: {component: kubelet, host: n1}", "60s|Normal|Pulled|pod/p|spec|kubelet, n1|done|60m|3|x")]
    [InlineData("involvedObject: {kind: Node}, type: Warning, reason: R, message: m, eventTime: \"2025-01-01T11:58:00.000000Z\", reportingComponent: c", "2m|Warning|R|node||c|m|2m|1|x")]
    [InlineData("involvedObject: {kind: Pod, name: p}, reason: R, eventTime: \"2025-01-01T11:58:00.000000Z\", series: {count: 7, lastObservedTime: \"2025-01-01T11:59:30.000000Z\"}", "30s||R|pod/p||||2m|7|x")]
    public void Shows_an_event(string yaml, string cells) => Check("events", yaml, cells);

    [Fact]
    public void Marks_the_default_storage_class() => Assert.Equal(
        "fast (default)|p|Retain|WaitForFirstConsumer|True|<unknown>",
        Printed.Cells("storageclasses.storage.k8s.io", """
            {metadata: {name: fast, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}, provisioner: p,
             reclaimPolicy: Retain, volumeBindingMode: WaitForFirstConsumer, allowVolumeExpansion: true}
            """));

    [Fact]
    public void Names_the_roles_of_a_node_in_order() => Assert.StartsWith(
        "n1|Unknown|control-plane,worker|",
        Printed.Cells("nodes", "{metadata: {name: n1, labels: {kubernetes.io/role: worker, node-role.kubernetes.io/control-plane: \"\"}}}"),
        StringComparison.Ordinal);

    [Fact]
    public void Names_the_owner_of_a_revision() => Assert.Equal(
        "r|daemonset.apps/d|1|<unknown>",
        Printed.Cells("controllerrevisions.apps", "{metadata: {name: r, ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: d, controller: true}]}, revision: 1}"));

    private static void Check(string resource, string yaml, string cells) =>
        Assert.Equal(cells, Printed.Cells(resource, $"{{{Meta}, {yaml}}}"));
}
