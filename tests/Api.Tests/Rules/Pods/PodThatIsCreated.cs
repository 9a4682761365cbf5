using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Api.Tests.Rules.Pods;

public class PodThatIsCreated
{
    private const string NotALabel = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private const string NotASubdomain = @"a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private const string NotAWord = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private const string NotALabelValue = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    [Fact]
    public void Small_and_sound_has_no_errors() => Assert.Equal("", PodGiven.Small.CreateErrors<Pod>());

    [Theory]
    [InlineData("/metadata/name", "", "metadata.name: Required value: name or generateName is required")]
    [InlineData("/metadata/name", "'Web'", $"metadata.name: Invalid value: \"Web\": {NotASubdomain}")]
    [InlineData("/metadata/generateName", "'web_'", $"metadata.generateName: Invalid value: \"web_\": {NotASubdomain}")]
    [InlineData("/metadata/namespace", "", "metadata.namespace: Required value")]
    [InlineData("/metadata/labels/a b", "'x'", $"metadata.labels: Invalid value: \"a b\": {NotAWord}")]
    [InlineData("/metadata/labels/app", "'-x'", $"metadata.labels: Invalid value: \"-x\": {NotALabelValue}")]
    [InlineData("/metadata/finalizers/-", "'mine'", "metadata.finalizers[0]: Invalid value: \"mine\": name is neither a standard finalizer name nor is it fully qualified")]
    [InlineData("/metadata/annotations/kubernetes.io~1config.mirror", "'x'", "metadata.annotations[kubernetes.io/config.mirror]: Invalid value: \"x\": must set spec.nodeName if mirror pod annotation is set")]
    [InlineData("/metadata/annotations/controller.kubernetes.io~1pod-deletion-cost", "'+1'", "metadata.annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: \"+1\": must be a 32bit integer")]
    [InlineData("/metadata/annotations/seccomp.security.alpha.kubernetes.io~1pod", "'odd'", "metadata.annotations.seccomp.security.alpha.kubernetes.io/pod: Invalid value: \"odd\": must be a valid seccomp profile")]
    public void Metadata(string pointer, string value, string expected) => Assert.Equal(expected, PodGiven.With(pointer, value).CreateErrors<Pod>());

    [Theory]
    [InlineData("/spec/containers", "[]", "spec.containers: Required value")]
    [InlineData("/spec/containers/0/name", "'Main'", $"spec.containers[0].name: Invalid value: \"Main\": {NotALabel}")]
    [InlineData("/spec/containers/0/name", "'a.b'", "spec.containers[0].name: Invalid value: \"a.b\": must not contain dots")]
    [InlineData("/spec/containers/0/name", "''", "spec.containers[0].name: Required value")]
    [InlineData("/spec/containers/-", "{'name':'main','image':'x'}", "spec.containers[1].name: Duplicate value: \"main\"")]
    [InlineData("/spec/initContainers/-", "{'name':'main','image':'x'}", "spec.initContainers[0].name: Duplicate value: \"main\"")]
    [InlineData("/spec/containers/0/image", "''", "spec.containers[0].image: Required value")]
    [InlineData("/spec/containers/0/image", "' x'", "spec.containers[0].image: Invalid value: \" x\": must not have leading or trailing whitespace")]
    [InlineData("/spec/containers/0/imagePullPolicy", "'Sometimes'", "spec.containers[0].imagePullPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", \"IfNotPresent\", \"Never\"")]
    [InlineData("/spec/containers/0/terminationMessagePolicy", "'X'", "spec.containers[0].terminationMessagePolicy: Unsupported value: \"X\": supported values: \"File\", \"FallbackToLogsOnError\"")]
    [InlineData("/spec/containers/0/restartPolicy", "'Always'", "spec.containers[0].restartPolicy: Forbidden: may not be set for non-init containers")]
    [InlineData("/spec/initContainers/-", "{'name':'i','image':'x','restartPolicy':'Never'}", "spec.initContainers[0].restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("/spec/initContainers/-", "{'name':'i','image':'x','livenessProbe':{'exec':{'command':['a']}}}", "spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always")]
    [InlineData("/spec/initContainers/-", "{'name':'i','image':'x','restartPolicy':'Always','livenessProbe':{'exec':{'command':['a']}}}", "")]
    [InlineData("/spec/ephemeralContainers/-", "{'name':'e','image':'x'}", "spec.ephemeralContainers: Forbidden: cannot be set on create")]
    [InlineData("/spec/containers/0/resizePolicy/-", "{'resourceName':'disk','restartPolicy':'NotRequired'}", "spec.containers[0].resizePolicy: Unsupported value: \"disk\": supported values: \"cpu\", \"memory\"")]
    public void Containers(string pointer, string value, string expected) => Assert.Equal(expected, PodGiven.With(pointer, value).CreateErrors<Pod>());

    [Theory]
    [InlineData("{'containerPort':0}", "spec.containers[0].ports[0].containerPort: Required value")]
    [InlineData("{'containerPort':70000}", "spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    [InlineData("{'containerPort':80,'hostPort':-1}", "spec.containers[0].ports[0].hostPort: Invalid value: -1: must be between 1 and 65535, inclusive")]
    [InlineData("{'containerPort':80,'protocol':'ICMP'}", "spec.containers[0].ports[0].protocol: Unsupported value: \"ICMP\": supported values: \"SCTP\", \"TCP\", \"UDP\"")]
    [InlineData("{'containerPort':80,'name':'--'}", "spec.containers[0].ports[0].name: Invalid value: \"--\": must contain at least one letter (a-z)\nspec.containers[0].ports[0].name: Invalid value: \"--\": must not contain consecutive hyphens\nspec.containers[0].ports[0].name: Invalid value: \"--\": must not begin or end with a hyphen")]
    [InlineData("{'containerPort':80,'name':'0123456789abcdef'}", "spec.containers[0].ports[0].name: Invalid value: \"0123456789abcdef\": must be no more than 15 characters")]
    public void Ports(string port, string expected) => Assert.Equal(expected, PodGiven.With("/spec/containers/0/ports/-", port).CreateErrors<Pod>());

    [Fact]
    public void Two_containers_cannot_have_one_host_port()
    {
        var pod = PodGiven.With("/spec/containers/0/ports/-", "{'containerPort':80,'hostPort':8080}")
            .With<Pod>("/spec/containers/-", "{'name':'b','image':'x','ports':[{'containerPort':81,'hostPort':8080}]}");

        Assert.Equal("spec.containers[1].ports[0].hostPort: Duplicate value: \"TCP//8080\"", pod.CreateErrors<Pod>());
    }

    [Theory]
    [InlineData("{'name':''}", "spec.containers[0].env[0].name: Required value")]
    [InlineData("{'name':'a=b'}", "spec.containers[0].env[0].name: Invalid value: \"a=b\": a valid environment variable name must consist only of printable ASCII characters other than '='")]
    [InlineData("{'name':'1 odd but printable'}", "")]
    [InlineData("{'name':'A','valueFrom':{}}", "spec.containers[0].env[0].valueFrom: Invalid value: \"\": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`")]
    [InlineData("{'name':'A','value':'b','valueFrom':{'secretKeyRef':{'name':'s','key':'k'}}}", "spec.containers[0].env[0].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty")]
    [InlineData("{'name':'A','valueFrom':{'configMapKeyRef':{'name':'c','key':''}}}", "spec.containers[0].env[0].valueFrom.configMapKeyRef.key: Required value")]
    [InlineData("{'name':'A','valueFrom':{'secretKeyRef':{'name':'s','key':'..x'}}}", "spec.containers[0].env[0].valueFrom.secretKeyRef.key: Invalid value: \"..x\": must not start with '..'")]
    [InlineData("{'name':'A','valueFrom':{'fieldRef':{'fieldPath':'status.phase'}}}", "spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Unsupported value: \"status.phase\": supported values: \"metadata.name\", \"metadata.namespace\", \"metadata.uid\", \"spec.nodeName\", \"spec.serviceAccountName\", \"status.hostIP\", \"status.hostIPs\", \"status.podIP\", \"status.podIPs\"")]
    [InlineData("{'name':'A','valueFrom':{'fieldRef':{'fieldPath':'spec.color'}}}", "spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Invalid value: \"spec.color\": error converting fieldPath: field label not supported: spec.color")]
    [InlineData("{'name':'A','valueFrom':{'fieldRef':{'fieldPath':'metadata.name','apiVersion':'v2'}}}", "spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Invalid value: \"metadata.name\": error converting fieldPath: unsupported pod version: v2")]
    [InlineData("{'name':'A','valueFrom':{'resourceFieldRef':{'resource':'limits.cpu','divisor':'2'}}}", "spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: Invalid value: \"limits.cpu\": only divisor's values 1m and 1 are supported with the cpu resource")]
    [InlineData("{'name':'A','valueFrom':{'resourceFieldRef':{'resource':'limits.hugepages-2Mi'}}}", "")]
    public void Environment(string variable, string expected) => Assert.Equal(expected, PodGiven.With("/spec/containers/0/env/-", variable).CreateErrors<Pod>());

    [Fact]
    public void Labels_and_annotations_can_be_variables_by_key()
    {
        var pod = PodGiven.With("/spec/containers/0/env/-", """{ "name": "A", "valueFrom": { "fieldRef": { "fieldPath": "metadata.labels['app']" } } }""");

        Assert.Equal("", pod.CreateErrors<Pod>());
    }

    [Theory]
    [InlineData("{'limits':{'cpu':'1'},'requests':{'cpu':'2'}}", "spec.containers[0].resources.requests: Invalid value: \"2\": must be less than or equal to cpu limit of 1")]
    [InlineData("{'limits':{'cpu':'-1'},'requests':{'cpu':'-1'}}", "spec.containers[0].resources.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0\nspec.containers[0].resources.requests[cpu]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("{'requests':{'gpu':'1'}}", "spec.containers[0].resources.requests[gpu]: Invalid value: \"gpu\": must be a standard resource type or fully qualified\nspec.containers[0].resources.requests[gpu]: Invalid value: \"gpu\": must be a standard resource for containers")]
    [InlineData("{'requests':{'example.com/gpu':'1'}}", "spec.containers[0].resources.limits: Required value: Limit must be set for non overcommitable resources")]
    [InlineData("{'limits':{'example.com/gpu':'2'},'requests':{'example.com/gpu':'1'}}", "spec.containers[0].resources.requests: Invalid value: \"1\": must be equal to example.com/gpu limit of 2")]
    [InlineData("{'limits':{'hugepages-2Mi':'4Mi'}}", "spec.containers[0].resources: Forbidden: HugePages require cpu or memory")]
    [InlineData("{'limits':{'hugepages-2Mi':'3Mi','cpu':'1'}}", "spec.containers[0].resources.limits[hugepages-2Mi]: Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi\nspec.containers[0].resources.requests[hugepages-2Mi]: Invalid value: \"3Mi\": 3Mi is not positive integer multiple of hugepages-2Mi")]
    public void Resources(string resources, string expected) => Assert.Equal(expected, PodGiven.With("/spec/containers/0/resources", resources).CreateErrors<Pod>());

    [Theory]
    [InlineData("livenessProbe", "{}", "spec.containers[0].livenessProbe: Required value: must specify a handler type")]
    [InlineData("livenessProbe", "{'exec':{'command':['a']},'tcpSocket':{'port':80}}", "spec.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type")]
    [InlineData("livenessProbe", "{'exec':{}}", "spec.containers[0].livenessProbe.exec.command: Required value")]
    [InlineData("livenessProbe", "{'exec':{'command':['a']},'successThreshold':2}", "spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1")]
    [InlineData("readinessProbe", "{'httpGet':{'port':'Http_'},'periodSeconds':-1}", "spec.containers[0].readinessProbe.httpGet.port: Invalid value: \"Http_\": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)\nspec.containers[0].readinessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("readinessProbe", "{'httpGet':{'port':0,'scheme':'ftp'}}", "spec.containers[0].readinessProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive\nspec.containers[0].readinessProbe.httpGet.scheme: Unsupported value: \"ftp\": supported values: \"HTTP\", \"HTTPS\"")]
    [InlineData("readinessProbe", "{'grpc':{'port':80},'terminationGracePeriodSeconds':3}", "spec.containers[0].readinessProbe.terminationGracePeriodSeconds: Invalid value: 3: must not be set for readinessProbes")]
    [InlineData("startupProbe", "{'grpc':{'port':80},'terminationGracePeriodSeconds':0}", "spec.containers[0].startupProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0")]
    [InlineData("lifecycle", "{'preStop':{'sleep':{'seconds':31}}}", "spec.containers[0].lifecycle.preStop.sleep: Invalid value: 31: must be greater than 0 and less than terminationGracePeriodSeconds (30). Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.")]
    [InlineData("lifecycle", "{'postStart':{}}", "spec.containers[0].lifecycle.postStart: Required value: must specify a handler type")]
    public void Probes_and_hooks(string field, string value, string expected) => Assert.Equal(expected, PodGiven.With($"/spec/containers/0/{field}", value).CreateErrors<Pod>());

    [Theory]
    [InlineData("{'name':'v','emptyDir':{},'hostPath':{'path':'/x'}}", "spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type")]
    [InlineData("{'name':'v','secret':{'secretName':'s'},'gitRepo':{'repository':'r'}}", "spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type")]
    [InlineData("{'name':'v.w','emptyDir':{}}", "spec.volumes[0].name: Invalid value: \"v.w\": must not contain dots")]
    [InlineData("{'name':'','emptyDir':{}}", "spec.volumes[0].name: Required value")]
    [InlineData("{'name':'v','hostPath':{'path':'/a/../b'}}", "spec.volumes[0].hostPath.path: Invalid value: \"/a/../b\": must not contain '..'")]
    [InlineData("{'name':'v','hostPath':{'path':'/a','type':'Odd'}}", "spec.volumes[0].hostPath.type: Unsupported value: \"Odd\": supported values: \"\", \"BlockDevice\", \"CharDevice\", \"Directory\", \"DirectoryOrCreate\", \"File\", \"FileOrCreate\", \"Socket\"")]
    [InlineData("{'name':'v','configMap':{}}", "spec.volumes[0].configMap.name: Required value")]
    [InlineData("{'name':'v','secret':{'secretName':'s','defaultMode':512}}", "spec.volumes[0].secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive")]
    [InlineData("{'name':'v','secret':{'secretName':'s','items':[{'key':'k','path':'../p'}]}}", "spec.volumes[0].secret.items[0].path: Invalid value: \"../p\": must not contain '..'")]
    [InlineData("{'name':'v','downwardAPI':{'items':[{'path':'p'}]}}", "spec.volumes[0].downwardAPI: Required value: one of fieldRef and resourceFieldRef is required")]
    [InlineData("{'name':'v','projected':{'sources':[{'configMap':{'name':'a','items':[{'key':'k','path':'p'}]}},{'secret':{'name':'b','items':[{'key':'k','path':'p'}]}}]}}", "spec.volumes[0].projected: Invalid value: \"b\": conflicting duplicate paths")]
    [InlineData("{'name':'v','projected':{'sources':[{'serviceAccountToken':{'path':'t','expirationSeconds':60}}]}}", "spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes\nspec.volumes[0].projected.sources[0].serviceAccountToken: Forbidden: must not be specified when serviceAccountName is not set")]
    [InlineData("{'name':'v','persistentVolumeClaim':{'claimName':''}}", "spec.volumes[0].persistentVolumeClaim.claimName: Required value")]
    [InlineData("{'name':'v','nfs':{'server':'s','path':'p'}}", "spec.volumes[0].nfs.path: Invalid value: \"p\": must be an absolute path")]
    [InlineData("{'name':'v','iscsi':{'targetPortal':'p','iqn':'abc','lun':300}}", "spec.volumes[0].iscsi.iqn: Invalid value: \"abc\": must be valid format starting with iqn, eui, or naa\nspec.volumes[0].iscsi.lun: Invalid value: 300: must be between 0 and 255, inclusive")]
    [InlineData("{'name':'v','ephemeral':{}}", "spec.volumes[0].ephemeral.volumeClaimTemplate: Required value")]
    [InlineData("{'name':'v','ephemeral':{'volumeClaimTemplate':{'metadata':{'name':'x'},'spec':{'accessModes':['Odd'],'resources':{'requests':{'storage':'1Gi'}}}}}}", "spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.name: Forbidden: cannot be set\nspec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes: Unsupported value: \"Odd\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"")]
    public void Volumes(string volume, string expected) => Assert.Equal(expected, PodGiven.With("/spec/volumes/-", volume).CreateErrors<Pod>());

    [Theory]
    [InlineData("{'name':'w','mountPath':'/w'}", "spec.containers[0].volumeMounts[0].name: Not found: \"w\"")]
    [InlineData("{'name':'v','mountPath':''}", "spec.containers[0].volumeMounts[0].mountPath: Required value")]
    [InlineData("{'name':'v','mountPath':'/v','subPath':'/abs'}", "spec.containers[0].volumeMounts.subPath: Invalid value: \"/abs\": must be a relative path")]
    [InlineData("{'name':'v','mountPath':'/v','mountPropagation':'Bidirectional'}", "spec.containers[0].volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers")]
    [InlineData("{'name':'v','mountPath':'/v','recursiveReadOnly':'Enabled'}", "spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true")]
    public void Mounts(string mount, string expected)
    {
        var pod = PodGiven.With("/spec/volumes/-", "{'name':'v','emptyDir':{}}").With<Pod>("/spec/containers/0/volumeMounts/-", mount);

        Assert.Equal(expected, pod.CreateErrors<Pod>());
    }

    [Theory]
    [InlineData("/spec/restartPolicy", "'Often'", "spec.restartPolicy: Unsupported value: \"Often\": supported values: \"Always\", \"OnFailure\", \"Never\"")]
    [InlineData("/spec/dnsPolicy", "'Mine'", "spec.dnsPolicy: Unsupported value: \"Mine\": supported values: \"ClusterFirstWithHostNet\", \"ClusterFirst\", \"Default\", \"None\"")]
    [InlineData("/spec/dnsPolicy", "'None'", "spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None")]
    [InlineData("/spec/dnsConfig", "{'nameservers':['x']}", "spec.dnsConfig.nameservers[0]: Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")]
    [InlineData("/spec/dnsConfig", "{'nameservers':['1.1.1.1','1.1.1.2','1.1.1.3','1.1.1.4']}", "spec.dnsConfig.nameservers: Invalid value: []string{\"1.1.1.1\", \"1.1.1.2\", \"1.1.1.3\", \"1.1.1.4\"}: must not have more than 3 nameservers")]
    [InlineData("/spec/activeDeadlineSeconds", "0", "spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive")]
    [InlineData("/spec/nodeSelector", "{'a':'-'}", $"spec.nodeSelector: Invalid value: \"-\": {NotALabelValue}")]
    [InlineData("/spec/hostname", "'a.b'", "spec.hostname: Invalid value: \"a.b\": must not contain dots")]
    [InlineData("/spec/hostAliases", "[{'ip':'999.1.1.1','hostnames':['a']}]", "spec.hostAliases[0].ip: Invalid value: \"999.1.1.1\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")]
    [InlineData("/spec/preemptionPolicy", "'Maybe'", "spec.preemptionPolicy: Unsupported value: \"Maybe\": supported values: \"PreemptLowerPriority\", \"Never\"")]
    [InlineData("/spec/readinessGates", "[{'conditionType':'-'}]", $"spec.readinessGates[0].conditionType: Invalid value: \"-\": {NotAWord}")]
    [InlineData("/spec/schedulingGates", "[{'name':'a'},{'name':'a'}]", "spec.schedulingGates[1]: Duplicate value: \"a\"")]
    [InlineData("/spec/overhead", "{'cpu':'-1'}", "spec.overhead.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("/spec/os", "{'name':'plan9'}", "spec.os: Unsupported value: \"plan9\": supported values: \"linux\", \"windows\"")]
    [InlineData("/spec/tolerations", "[{'operator':'Equal','value':'x'}]", "spec.tolerations[0].operator: Invalid value: \"Equal\": operator must be Exists when `key` is empty, which means \"match all values and all keys\"")]
    [InlineData("/spec/tolerations", "[{'key':'a','operator':'Exists','value':'x'}]", "spec.tolerations[0].operator: Invalid value: \"x\": value must be empty when `operator` is 'Exists'")]
    [InlineData("/spec/tolerations", "[{'key':'a','operator':'Like'}]", "spec.tolerations[0].operator: Unsupported value: \"Like\": supported values: \"Equal\", \"Exists\"")]
    [InlineData("/spec/tolerations", "[{'key':'a','effect':'NoSchedule','tolerationSeconds':3}]", "spec.tolerations[0].effect: Invalid value: \"NoSchedule\": effect must be 'NoExecute' when `tolerationSeconds` is set")]
    [InlineData("/spec/tolerations", "[{'key':'a','effect':'Shrug'}]", "spec.tolerations[0].effect: Unsupported value: \"Shrug\": supported values: \"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"")]
    public void Spec(string pointer, string value, string expected) => Assert.Equal(expected, PodGiven.With(pointer, value).CreateErrors<Pod>());

    [Theory]
    [InlineData("{'maxSkew':0,'topologyKey':'','whenUnsatisfiable':'X','labelSelector':{}}", "spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than zero\nspec.topologySpreadConstraints[0].topologyKey: Required value: can not be empty\nspec.topologySpreadConstraints[0].whenUnsatisfiable: Unsupported value: \"X\": supported values: \"DoNotSchedule\", \"ScheduleAnyway\"")]
    [InlineData("{'maxSkew':1,'topologyKey':'z','whenUnsatisfiable':'ScheduleAnyway','minDomains':2}", "spec.topologySpreadConstraints[0].minDomains: Invalid value: 2: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway")]
    [InlineData("{'maxSkew':1,'topologyKey':'z','whenUnsatisfiable':'DoNotSchedule','matchLabelKeys':['a']}", "spec.topologySpreadConstraints[0].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set")]
    [InlineData("{'maxSkew':1,'topologyKey':'z','whenUnsatisfiable':'DoNotSchedule','labelSelector':{'matchExpressions':[{'key':'a','operator':'In'}]}}", "spec.topologySpreadConstraints[0].labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'")]
    public void Spread(string constraint, string expected) => Assert.Equal(expected, PodGiven.With("/spec/topologySpreadConstraints/-", constraint).CreateErrors<Pod>());

    [Theory]
    [InlineData("nodeAffinity", "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[]}}", "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term")]
    [InlineData("nodeAffinity", "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'a','operator':'Gt','values':['1','2']}]}]}}", "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'")]
    [InlineData("nodeAffinity", "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchFields':[{'key':'spec.x','operator':'In','values':['a']}]}]}}", "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key: Invalid value: \"spec.x\": not a valid field selector key")]
    [InlineData("nodeAffinity", "{'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':101,'preference':{}}]}", "spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: Invalid value: 101: must be in the range 1-100")]
    [InlineData("podAffinity", "{'requiredDuringSchedulingIgnoredDuringExecution':[{'labelSelector':{},'topologyKey':''}]}", $"spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Required value: can not be empty\nspec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: \"\": name part must be non-empty\nspec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: Invalid value: \"\": {NotAWord}")]
    [InlineData("podAntiAffinity", "{'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':1,'podAffinityTerm':{'labelSelector':{'matchExpressions':[{'key':'a','operator':'Like'}]},'topologyKey':'k'}}]}", "spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector.matchExpressions[0].operator: Invalid value: \"Like\": not a valid selector operator")]
    public void Affinity(string kind, string affinity, string expected) => Assert.Equal(expected, PodGiven.With($"/spec/affinity/{kind}", affinity).CreateErrors<Pod>());

    [Theory]
    [InlineData("/spec/securityContext", "{'runAsUser':-1}", "spec.securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive")]
    [InlineData("/spec/securityContext", "{'seccompProfile':{'type':'Localhost'}}", "spec.securityContext.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost")]
    [InlineData("/spec/securityContext", "{'sysctls':[{'name':'Kernel','value':'1'}]}", @"spec.securityContext.sysctls[0].name: Invalid value: ""Kernel"": must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$")]
    [InlineData("/spec/securityContext", "{'fsGroupChangePolicy':'Now'}", "spec.securityContext.fsGroupChangePolicy: Unsupported value: \"Now\": supported values: \"Always\", \"OnRootMismatch\"")]
    [InlineData("/spec/containers/0/securityContext", "{'allowPrivilegeEscalation':false,'privileged':true}", "spec.containers[0].securityContext: Invalid value: {\"privileged\":true,\"allowPrivilegeEscalation\":false}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true")]
    [InlineData("/spec/containers/0/securityContext", "{'appArmorProfile':{'type':'Localhost'}}", "spec.containers[0].securityContext.appArmorProfile.localhostProfile: Required value: must be set when AppArmor type is Localhost")]
    [InlineData("/spec/containers/0/securityContext", "{'windowsOptions':{'hostProcess':true}}", "spec.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers")]
    [InlineData("/spec/containers/0/securityContext", "{'windowsOptions':{'runAsUserName':'a@b'}}", "spec.containers[0].securityContext.windowsOptions.runAsUserName: Invalid value: \"a@b\": runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]")]
    public void Security(string pointer, string value, string expected) => Assert.Equal(expected, PodGiven.With(pointer, value).CreateErrors<Pod>());

    [Fact]
    public void A_gated_pod_has_no_node() => Assert.Equal(
        "spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared",
        PodGiven.With("/spec/nodeName", "'n1'").With<Pod>("/spec/schedulingGates", "[{'name':'a'}]").CreateErrors<Pod>());

    [Fact]
    public void On_the_hosts_network_ports_are_the_hosts() => Assert.Equal(
        "spec.containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true",
        PodGiven.With("/spec/hostNetwork", "true").With<Pod>("/spec/containers/0/ports/-", "{'containerPort':80,'hostPort':81}").CreateErrors<Pod>());

    [Fact]
    public void A_windows_pod_has_no_linux_settings() => Assert.Equal(
        "spec.securityContext.runAsUser: Forbidden: cannot be set for a windows pod\nspec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod",
        PodGiven.With("/spec/os", "{'name':'windows'}").With<Pod>("/spec/securityContext/runAsUser", "1").With<Pod>("/spec/containers/0/securityContext", "{'privileged':false}").CreateErrors<Pod>());

    [Fact]
    public void Requests_of_the_pod_cover_its_containers() => Assert.Equal(
        "spec.resources.requests[cpu]: Invalid value: \"1\": must be greater than or equal to aggregate container requests of 2",
        PodGiven.With("/spec/containers/0/resources", "{'requests':{'cpu':'2'}}").With<Pod>("/spec/resources", "{'requests':{'cpu':'1'}}").CreateErrors<Pod>());
}
