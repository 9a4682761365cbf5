using System.Text;

namespace CloudletK8s.Cloudlet.Bench;

/// <summary>A pod as real ones look: two containers with probes, resources, environment, mounts; about 3 kB.</summary>
internal static class PodManifest
{
    public static byte[] For(string inNamespace, string name, int revision) => Encoding.UTF8.GetBytes($$$$$$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{{{name}}}}}}","namespace":"{{{{{{inNamespace}}}}}}","labels":{"app.kubernetes.io/name":"checkout","app.kubernetes.io/instance":"checkout-eu-1","app.kubernetes.io/version":"2.14.{{{{{{revision}}}}}}","app.kubernetes.io/part-of":"shop","pod-template-hash":"7c5ddbdf54","revision":"{{{{{{revision}}}}}}"},"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"9102","prometheus.io/path":"/metrics","shop.example/owner":"team-payments@shop.example","shop.example/change":"https://changes.shop.example/c/{{{{{{revision}}}}}}"}},
        "spec":{"serviceAccountName":"default","automountServiceAccountToken":false,"terminationGracePeriodSeconds":45,"nodeSelector":{"kubernetes.io/os":"linux","shop.example/pool":"general"},
        "securityContext":{"runAsNonRoot":true,"runAsUser":10001,"fsGroup":10001,"seccompProfile":{"type":"RuntimeDefault"}},
        "tolerations":[{"key":"shop.example/dedicated","operator":"Equal","value":"payments","effect":"NoSchedule"},{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300},{"key":"node.kubernetes.io/unreachable","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}],
        "affinity":{"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"weight":100,"podAffinityTerm":{"labelSelector":{"matchLabels":{"app.kubernetes.io/name":"checkout"}},"topologyKey":"kubernetes.io/hostname"}}]}},
        "containers":[{"name":"checkout","image":"registry.shop.example/payments/checkout:2.14.{{{{{{revision}}}}}}","imagePullPolicy":"IfNotPresent","args":["--listen=:8080","--metrics=:9102","--config=/etc/checkout/config.yaml"],
        "ports":[{"name":"http","containerPort":8080,"protocol":"TCP"},{"name":"metrics","containerPort":9102,"protocol":"TCP"}],
        "env":[{"name":"POD_NAME","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"metadata.name"}}},{"name":"POD_IP","valueFrom":{"fieldRef":{"apiVersion":"v1","fieldPath":"status.podIP"}}},{"name":"DATABASE_URL","valueFrom":{"secretKeyRef":{"name":"checkout-db","key":"url"}}},{"name":"LOG_LEVEL","value":"info"},{"name":"GOMAXPROCS","value":"2"}],
        "resources":{"requests":{"cpu":"250m","memory":"256Mi"},"limits":{"cpu":"1","memory":"512Mi"}},
        "readinessProbe":{"httpGet":{"path":"/ready","port":"http","scheme":"HTTP"},"initialDelaySeconds":2,"periodSeconds":5,"timeoutSeconds":1,"successThreshold":1,"failureThreshold":3},
        "livenessProbe":{"httpGet":{"path":"/live","port":"http","scheme":"HTTP"},"initialDelaySeconds":10,"periodSeconds":10,"timeoutSeconds":1,"successThreshold":1,"failureThreshold":3},
        "securityContext":{"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}},
        "volumeMounts":[{"name":"config","mountPath":"/etc/checkout","readOnly":true},{"name":"tmp","mountPath":"/tmp"}]},
        {"name":"proxy","image":"registry.shop.example/mesh/proxy:1.22.3","imagePullPolicy":"IfNotPresent","args":["sidecar","--domain=$(POD_NAMESPACE).svc.cluster.local"],"ports":[{"name":"mesh","containerPort":15001,"protocol":"TCP"}],"resources":{"requests":{"cpu":"50m","memory":"64Mi"},"limits":{"cpu":"500m","memory":"128Mi"}},"volumeMounts":[{"name":"tmp","mountPath":"/tmp"}]}],
        "volumes":[{"name":"config","configMap":{"name":"checkout-config","defaultMode":420}},{"name":"tmp","emptyDir":{}}]}}
        """);
}
