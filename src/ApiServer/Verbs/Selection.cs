using CloudletK8s.Api.Selectors;
using CloudletK8s.Api.Values;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>Which objects a list or watch is about: its namespace, label selector and field selector.</summary>
public sealed class Selection
{
    private readonly SelectableFields _fields;
    private readonly LabelRequirements _labels;
    private readonly FieldRequirements _requirements;

    private Selection(string inNamespace, LabelRequirements labels, FieldRequirements requirements, SelectableFields fields)
    {
        Namespace = inNamespace;
        _labels = labels;
        _requirements = requirements;
        _fields = fields;
    }

    /// <summary>Empty: every namespace.</summary>
    public string Namespace { get; }

    /// <summary>No selector; the namespace alone decides.</summary>
    public bool IsAll => _labels.IsEmpty && _requirements.IsEmpty;

    public static Selection Of(RequestScope scope)
    {
        var query = scope.Query;
        var fields = scope.Resource.SelectableFields;
        var labels = Parse(query.LabelSelector, LabelRequirements.Parse);
        var requirements = Parse(query.FieldSelector, FieldRequirements.Parse);
        foreach (var requirement in requirements.All)
        {
            if (!fields.Allows(requirement.Field))
                throw NotSupported(scope, requirement.Field);
        }

        // The old form of watching one object: /watch/pods/name.
        if (scope.Name.Length > 0)
            requirements = requirements.And(SelectableFields.Name, scope.Name);

        return new(scope.Kind.Namespaced ? scope.Namespace : "", labels, requirements, fields);
    }

    /// <summary>Both selectors; the namespace has been looked at already.</summary>
    public bool Matches(StoredObject stored)
    {
        if (IsAll)
            return true;

        var facts = ObjectFacts.Of(stored, _fields);
        if (!_labels.IsEmpty && !_labels.Matches(facts.Labels))
            return false;

        foreach (var requirement in _requirements.All)
        {
            if (!requirement.Matches(Value(stored, facts, requirement.Field)))
                return false;
        }

        return true;
    }

    public bool InNamespace(StoredObject stored) => Namespace.Length == 0 || stored.Key.Namespace == Namespace;

    private static string Value(StoredObject stored, ObjectFacts facts, string field) => field switch
    {
        SelectableFields.Name => stored.Key.Name,
        SelectableFields.Namespace => stored.Key.Namespace,
        _ => facts.Field(field),
    };

    private static T Parse<T>(string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            throw ApiErrors.BadRequest(e.Message);
        }
    }

    /// <summary>Each group of Kubernetes has its own words for it.</summary>
    private static ApiException NotSupported(RequestScope scope, string field) => ApiErrors.BadRequest(scope.Storage switch
    {
        { Plural: "jobs", Record: not null } => $"field label {GoQuote.Text(field)} not supported for batchv1.Job",
        { Plural: "replicasets", Record: not null } => $"field label {GoQuote.Text(field)} not supported for appsv1.ReplicaSet",
        { Plural: "replicationcontrollers", Record: not null } => $"field label {GoQuote.Text(field)} not supported for v1.ReplicationController",
        { Record: not null } when scope.Resource.SelectableFields.Paths.Count == 0 =>
            $"{GoQuote.Text(field)} is not a known field selector: only \"metadata.name\", \"metadata.namespace\"",
        _ => $"field label not supported: {field}",
    });
}
