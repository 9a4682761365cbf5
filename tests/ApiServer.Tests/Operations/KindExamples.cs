namespace CloudletK8s.ApiServer.Tests.Operations;

/// <summary>An object of every kind that is kept.</summary>
internal static class KindExamples
{
    private const string Template = """{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}""";
    private const string JobTemplate = """{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i"}]}}""";
    private const string Selector = """{"matchLabels":{"a":"b"}}""";
    private const string Condition = """{"conditions":[{"type":"Patched","status":"True","reason":"E2E","message":"m"}]}""";
    private const string TimedCondition =
        """{"conditions":[{"type":"Patched","status":"True","reason":"E2E","message":"m","lastTransitionTime":"2026-01-02T03:04:05Z"}]}""";

    public static readonly IReadOnlyList<KindExample> All =
    [
        new("/api/v1/namespaces/{ns}/configmaps", "\"data\":{\"k\":\"v\"}"),
        new("/api/v1/namespaces/{ns}/endpoints", "\"subsets\":[{\"addresses\":[{\"ip\":\"10.1.2.3\"}],\"ports\":[{\"port\":80}]}]"),
        new("/api/v1/namespaces/{ns}/events", """ "involvedObject":{"kind":"Pod","namespace":"{ns}","name":"p"},"reason":"R","message":"m","type":"Normal","firstTimestamp":"2026-01-02T03:04:05Z","lastTimestamp":"2026-01-02T03:04:05Z","count":1,"source":{"component":"c"} """),
        new("/api/v1/namespaces/{ns}/limitranges", """ "spec":{"limits":[{"type":"Pod","max":{"cpu":"2"}}]} """),
        new("/api/v1/namespaces", "\"spec\":{}", """{"conditions":[{"type":"Patched","status":"False","reason":"E2E","message":"m"}]}"""),
        new("/api/v1/nodes", """ "spec":{"podCIDR":"10.244.7.0/24"} """, """{"capacity":{"cpu":"4"},"conditions":[{"type":"Ready","status":"True"}]}"""),
        new("/api/v1/namespaces/{ns}/persistentvolumeclaims", """ "spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}} """, """{"phase":"Pending","conditions":[{"type":"Patched","status":"True"}]}"""),
        new("/api/v1/persistentvolumes", """ "spec":{"accessModes":["ReadWriteOnce"],"capacity":{"storage":"1Gi"},"hostPath":{"path":"/tmp"}} """, """{"phase":"Available","message":"m","reason":"E2E"}"""),
        new("/api/v1/namespaces/{ns}/pods", """ "spec":{"containers":[{"name":"c","image":"i"}]} """, """{"phase":"Pending","message":"m","reason":"E2E"}"""),
        new("/api/v1/namespaces/{ns}/podtemplates", $"\"template\":{Template}"),
        new("/api/v1/namespaces/{ns}/replicationcontrollers", $$"""
            "spec":{"replicas":0,"selector":{"a":"b"},"template":{{Template}} }
            """, """{"replicas":0,"conditions":[{"type":"Patched","status":"True"}]}"""),
        new("/api/v1/namespaces/{ns}/resourcequotas", """ "spec":{"hard":{"cpu":"1"}} """, """{"hard":{"cpu":"1"},"used":{"cpu":"0"}}"""),
        new("/api/v1/namespaces/{ns}/secrets", "\"data\":{\"k\":\"dg==\"}"),
        new("/api/v1/namespaces/{ns}/serviceaccounts", "\"automountServiceAccountToken\":false"),
        new("/api/v1/namespaces/{ns}/services", """ "spec":{"ports":[{"port":80}],"selector":{"a":"b"}} """, TimedCondition),
        new("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", """ "webhooks":[{"name":"w.example.com","clientConfig":{"url":"https://w.example.com"},"sideEffects":"None","admissionReviewVersions":["v1"],"rules":[{"apiGroups":["nothing.example"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["foos"]}]}] """),
        new("/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations", """ "webhooks":[{"name":"w.example.com","clientConfig":{"url":"https://w.example.com"},"sideEffects":"None","admissionReviewVersions":["v1"],"rules":[{"apiGroups":["nothing.example"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["foos"]}]}] """),
        new("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies", """ "spec":{"matchConstraints":{"resourceRules":[{"apiGroups":["nothing.example"],"apiVersions":["v1"],"operations":["CREATE"],"resources":["foos"]}]},"validations":[{"expression":"true"}]} """, TimedCondition),
        new("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings", """ "spec":{"policyName":"p.example.com","validationActions":["Deny"]} """),
        new("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", """ "spec":{"group":"ops.example.com","scope":"Cluster","names":{"plural":"foo{n}s","kind":"Foo{n}"},"versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}}]} """, """{"storedVersions":["v1"]}""", "foo{n}s.ops.example.com"),
        new("/apis/apiregistration.k8s.io/v1/apiservices", """ "spec":{"group":"g{n}.example.com","version":"v1","groupPriorityMinimum":1000,"versionPriority":15,"insecureSkipTLSVerify":true,"service":{"namespace":"default","name":"s"}} """, TimedCondition, "v1.g{n}.example.com"),
        new("/apis/apps/v1/namespaces/{ns}/controllerrevisions", "\"revision\":1,\"data\":{\"a\":\"b\"}"),
        new("/apis/apps/v1/namespaces/{ns}/daemonsets", $$""" "spec":{"selector":{{Selector}},"template":{{Template}} } """, Condition),
        new("/apis/apps/v1/namespaces/{ns}/deployments", $$""" "spec":{"replicas":0,"selector":{{Selector}},"template":{{Template}} } """, Condition),
        new("/apis/apps/v1/namespaces/{ns}/replicasets", $$""" "spec":{"replicas":0,"selector":{{Selector}},"template":{{Template}} } """, Condition),
        new("/apis/apps/v1/namespaces/{ns}/statefulsets", $$""" "spec":{"replicas":0,"serviceName":"s","selector":{{Selector}},"template":{{Template}} } """, Condition),
        new("/apis/autoscaling/v1/namespaces/{ns}/horizontalpodautoscalers", """ "spec":{"maxReplicas":3,"minReplicas":1,"targetCPUUtilizationPercentage":50,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"}} """, """{"currentReplicas":1,"desiredReplicas":2}"""),
        new("/apis/autoscaling/v2/namespaces/{ns}/horizontalpodautoscalers", """ "spec":{"maxReplicas":3,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"},"metrics":[{"type":"Resource","resource":{"name":"memory","target":{"type":"AverageValue","averageValue":"1Gi"}}}]} """, """{"currentReplicas":1,"desiredReplicas":2}"""),
        new("/apis/batch/v1/namespaces/{ns}/cronjobs", $$""" "spec":{"schedule":"* * * * *","suspend":true,"jobTemplate":{"spec":{"template":{{JobTemplate}} } } } """, """{"lastScheduleTime":"2026-01-02T03:04:00Z"}"""),
        new("/apis/batch/v1/namespaces/{ns}/jobs", $$""" "spec":{"suspend":true,"template":{{JobTemplate}} } """, """{"conditions":[{"type":"CustomConditionType","status":"True","reason":"E2E"}]}"""),
        new("/apis/certificates.k8s.io/v1/certificatesigningrequests", "\"spec\":{\"request\":\"" + CertificateRequests.Example + "\",\"signerName\":\"example.com/e2e\",\"usages\":[\"digital signature\",\"client auth\"]}", Condition),
        new("/apis/coordination.k8s.io/v1/namespaces/{ns}/leases", """ "spec":{"holderIdentity":"h","leaseDurationSeconds":30,"renewTime":"2026-01-02T03:04:05.000000Z"} """),
        new("/apis/discovery.k8s.io/v1/namespaces/{ns}/endpointslices", """ "addressType":"IPv4","endpoints":[{"addresses":["10.1.2.3"]}],"ports":[{"port":80,"protocol":"TCP","name":""}] """),
        new("/apis/events.k8s.io/v1/namespaces/{ns}/events", """ "eventTime":"2026-01-02T03:04:05.000000Z","reportingController":"c","reportingInstance":"i","action":"Do","reason":"R","type":"Normal","note":"m","regarding":{"kind":"Pod","namespace":"{ns}","name":"p"} """),
        new("/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas", """ "spec":{"matchingPrecedence":10000,"priorityLevelConfiguration":{"name":"global-default"},"rules":[{"subjects":[{"kind":"User","user":{"name":"example"}}],"nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["*"]}]}]} """, TimedCondition),
        new("/apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations", """ "spec":{"type":"Limited","limited":{"nominalConcurrencyShares":2,"limitResponse":{"type":"Reject"}}} """, TimedCondition),
        new("/apis/networking.k8s.io/v1/ingressclasses", "\"spec\":{\"controller\":\"example.com/controller\"}"),
        new("/apis/networking.k8s.io/v1/namespaces/{ns}/ingresses", """ "spec":{"defaultBackend":{"service":{"name":"s","port":{"number":80}}}} """, """{"loadBalancer":{"ingress":[{"ip":"169.1.1.1"}]}}"""),
        new("/apis/networking.k8s.io/v1/namespaces/{ns}/networkpolicies", """ "spec":{"podSelector":{},"policyTypes":["Ingress"],"ingress":[{"from":[{"podSelector":{}}]}]} """),
        new("/apis/node.k8s.io/v1/runtimeclasses", "\"handler\":\"h\""),
        new("/apis/policy/v1/namespaces/{ns}/poddisruptionbudgets", $$""" "spec":{"minAvailable":1,"selector":{{Selector}} } """, """{"currentHealthy":1,"desiredHealthy":1,"disruptionsAllowed":0,"expectedPods":1}"""),
        new("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", """ "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"view"},"subjects":[{"apiGroup":"rbac.authorization.k8s.io","kind":"User","name":"u"}] """),
        new("/apis/rbac.authorization.k8s.io/v1/clusterroles", """ "rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}] """),
        new("/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/rolebindings", """ "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"r"},"subjects":[{"kind":"ServiceAccount","name":"u","namespace":"default"}] """),
        new("/apis/rbac.authorization.k8s.io/v1/namespaces/{ns}/roles", """ "rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["get"]}] """),
        new("/apis/scheduling.k8s.io/v1/priorityclasses", "\"value\":7"),
        new("/apis/storage.k8s.io/v1/csidrivers", "\"spec\":{\"attachRequired\":false}"),
        new("/apis/storage.k8s.io/v1/csinodes", """ "spec":{"drivers":[{"name":"d.example.com","nodeID":"n"}]} """),
        new("/apis/storage.k8s.io/v1/namespaces/{ns}/csistoragecapacities", "\"storageClassName\":\"c\",\"capacity\":\"1Gi\""),
        new("/apis/storage.k8s.io/v1/storageclasses", "\"provisioner\":\"p.example.com\",\"reclaimPolicy\":\"Delete\",\"volumeBindingMode\":\"Immediate\""),
        new("/apis/storage.k8s.io/v1/volumeattachments", """ "spec":{"attacher":"a.example.com","nodeName":"n","source":{"persistentVolumeName":"v"}} """, """{"attached":true}"""),
    ];
}
