using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Printing;

/// <summary>Who may do what: bindings, signing requests, policies, flow control.</summary>
internal static class AccessPrinters
{
    public static IEnumerable<(string Resource, KindPrinter Printer)> All() =>
    [
        ("rolebindings.rbac.authorization.k8s.io", Bindings()),
        ("clusterrolebindings.rbac.authorization.k8s.io", Bindings()),
        ("certificatesigningrequests.certificates.k8s.io", SigningRequests()),
        ("mutatingwebhookconfigurations.admissionregistration.k8s.io", Webhooks()),
        ("validatingwebhookconfigurations.admissionregistration.k8s.io", Webhooks()),
        ("validatingadmissionpolicies.admissionregistration.k8s.io", Policies()),
        ("validatingadmissionpolicybindings.admissionregistration.k8s.io", PolicyBindings()),
        ("flowschemas.flowcontrol.apiserver.k8s.io", FlowSchemas()),
        ("prioritylevelconfigurations.flowcontrol.apiserver.k8s.io", PriorityLevels()),
        ("apiservices.apiregistration.k8s.io", ApiServices()),
    ];

    private static KindPrinter Bindings() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Role", "The role that is granted."),
            TableColumn.Age,
            TableColumn.Wide("Users", "The users who get it."),
            TableColumn.Wide("Groups", "The groups who get it."),
            TableColumn.Wide("ServiceAccounts", "The service accounts that get it."),
        ],
        (obj, row) =>
        {
            var role = obj.Object("roleRef");
            row.Name(obj)
                .Text($"{role?.Text("kind")}/{role?.Text("name")}")
                .Age(obj)
                .Text(Subjects(obj, "User"))
                .Text(Subjects(obj, "Group"))
                .Text(Subjects(obj, "ServiceAccount"));
        });

    private static string Subjects(TreeObject obj, string kind) => string.Join(", ", Formats.Objects(obj, "subjects")
        .Where(subject => subject.Text("kind") == kind)
        .Select(subject => kind == "ServiceAccount" && subject.Text("namespace") is { Length: > 0 } inNamespace
            ? $"{inNamespace}/{subject.Text("name")}"
            : subject.Text("name")));

    private static KindPrinter SigningRequests() => new(
        [
            TableColumn.NameOf,
            TableColumn.Age,
            TableColumn.Text("SignerName", "Who is to sign."),
            TableColumn.Text("Requestor", "Who asks."),
            TableColumn.Text("RequestedDuration", "How long the certificate shall be valid."),
            TableColumn.Text("Condition", "Whether it was approved and issued."),
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            row.Name(obj)
                .Age(obj)
                .Text(spec?.Text("signerName"), Formats.None)
                .Text(spec?.Text("username"))
                .Text(spec?.Whole("expirationSeconds") is { } seconds ? HumanDuration.Of(TimeSpan.FromSeconds(seconds)) : Formats.None)
                .Text(SigningStatus(obj.Object("status")));
        });

    private static string SigningStatus(TreeObject? status)
    {
        var decision = Formats.Condition(status, "Denied") is not null ? "Denied"
            : Formats.Condition(status, "Approved") is not null ? "Approved"
            : "Pending";
        if (Formats.Condition(status, "Failed") is not null)
            decision += ",Failed";
        return status?.Text("certificate") is { Length: > 0 } ? decision + ",Issued" : decision;
    }

    private static KindPrinter Webhooks() => new(
        [TableColumn.NameOf, TableColumn.Whole("Webhooks", "How many webhooks it holds."), TableColumn.Age],
        (obj, row) => row.Name(obj).Whole(Formats.Count(obj, "webhooks")).Age(obj));

    private static KindPrinter Policies() => new(
        [
            TableColumn.NameOf,
            TableColumn.Whole("Validations", "How many rules it holds."),
            TableColumn.Text("ParamKind", "The kind of objects that set its parameters."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var parameters = obj.Object("spec", "paramKind");
            row.Name(obj)
                .Whole(Formats.Count(obj.Object("spec"), "validations"))
                .Text(parameters is null ? Formats.Unset : $"{parameters.Text("apiVersion")}/{parameters.Text("kind")}")
                .Age(obj);
        });

    private static KindPrinter PolicyBindings() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("PolicyName", "The policy that is put to use."),
            TableColumn.Text("ParamRef", "The object that sets its parameters."),
            TableColumn.Age,
        ],
        (obj, row) => row.Name(obj)
            .Text(obj.Object("spec")?.Text("policyName"))
            .Text(Parameter(obj.Object("spec", "paramRef")), Formats.Unset)
            .Age(obj));

    private static string? Parameter(TreeObject? reference) => reference switch
    {
        null => null,
        _ when reference.Text("name") is { Length: > 0 } name =>
            reference.Text("namespace") is { Length: > 0 } inNamespace ? $"{inNamespace}/{name}" : name,
        _ when reference.Object("selector") is { } selector => Formats.Selector(selector),
        _ => null,
    };

    private static KindPrinter FlowSchemas() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("PriorityLevel", "The level that its requests are served at."),
            TableColumn.Text("MatchingPrecedence", "Which schema is asked first: the smallest."),
            TableColumn.Text("DistinguisherMethod", "How requests are told apart."),
            TableColumn.Age,
            TableColumn.Text("MissingPL", "Whether its priority level does not exist."),
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            row.Name(obj)
                .Text(spec?.Object("priorityLevelConfiguration")?.Text("name"))
                .Whole(Formats.Whole(spec, "matchingPrecedence"))
                .Text(spec?.Object("distinguisherMethod")?.Text("type"), Formats.None)
                .Age(obj)
                .Text(Formats.Condition(obj.Object("status"), "Dangling")?.Text("status"), "?");
        });

    private static KindPrinter PriorityLevels() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Type", "Whether requests are limited."),
            TableColumn.Text("NominalConcurrencyShares", "Its share of the requests at a time."),
            TableColumn.Text("Queues", "How many queues it has."),
            TableColumn.Text("HandSize", "How many queues a flow is spread over."),
            TableColumn.Text("QueueLengthLimit", "How many requests wait in a queue."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var spec = obj.Object("spec");
            var limited = spec?.Object("limited") ?? spec?.Object("exempt");
            var queuing = limited?.Object("limitResponse", "queuing");
            row.Name(obj)
                .Text(spec?.Text("type"))
                .Text(Formats.Scalar(limited, "nominalConcurrencyShares"), Formats.None)
                .Text(Formats.Scalar(queuing, "queues"), Formats.None)
                .Text(Formats.Scalar(queuing, "handSize"), Formats.None)
                .Text(Formats.Scalar(queuing, "queueLengthLimit"), Formats.None)
                .Age(obj);
        });

    private static KindPrinter ApiServices() => new(
        [
            TableColumn.NameOf,
            TableColumn.Text("Service", "Where requests go; Local: this server answers."),
            TableColumn.Text("Available", "Whether requests are answered."),
            TableColumn.Age,
        ],
        (obj, row) =>
        {
            var service = obj.Object("spec", "service");
            var available = Formats.Condition(obj.Object("status"), "Available");
            row.Name(obj)
                .Text(service is null ? "Local" : $"{service.Text("namespace")}/{service.Text("name")}")
                .Text(available?.Text("status") switch
                {
                    null => "Unknown",
                    "True" => "True",
                    var status => $"{status} ({available.Text("reason")})",
                })
                .Age(obj);
        });
}
