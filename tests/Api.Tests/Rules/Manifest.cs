using System.Globalization;
using System.Text;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Rules;

/// <summary>Takes objects the way the server does: decode, defaults, prepare, validate.</summary>
internal static class Manifest
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Decoded and with defaults. Single quotes may stand for double ones.</summary>
    public static TreeObject Read<T>(string json) => Decode<T>(Json.Object(json));

    /// <summary>The object with something set, or removed where the value is empty; what lies on the way is made.</summary>
    /// <param name="pointer">A JSON pointer.</param>
    public static TreeObject With<T>(this TreeObject obj, string pointer, string value)
    {
        var changed = obj.CloneObject();
        var parts = pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        Tree at = changed;
        for (var i = 0; i < parts.Length - 1; i++)
            at = Step(at, parts[i], parts[i + 1]);

        var last = parts[^1];
        if (at is TreeList list)
        {
            if (value.Length == 0)
                list.RemoveAt(Index(last));
            else if (last == "-")
                list.Add(Json.Tree(value));
            else
                list[Index(last)] = Json.Tree(value);
        }
        else
        {
            ((TreeObject)at)[last] = value.Length == 0 ? null : Json.Tree(value);
        }

        return Decode<T>(changed);
    }

    public static RuleContext Context(string subresource = "") => new() { Now = Now, Subresource = subresource };

    public static TreeObject Prepared<T>(this TreeObject obj, RuleContext? context = null)
    {
        var prepared = obj.CloneObject();
        KindStrategies.Of(typeof(T)).PrepareForCreate(prepared, context ?? Context());
        return prepared;
    }

    /// <summary>What creating the object is answered with, a line each.</summary>
    public static string CreateErrors<T>(this TreeObject obj)
    {
        var strategy = KindStrategies.Of(typeof(T));
        var prepared = obj.Prepared<T>();
        var errors = new FieldErrors();
        MetadataRules.ValidateCreate(prepared, strategy.NameRule, namespaced: true, errors);
        strategy.ValidateCreate(prepared, Context(), errors);
        return Lines(errors);
    }

    public static string UpdateErrors<T>(this TreeObject obj, TreeObject old, string subresource = "")
    {
        var strategy = KindStrategies.Of(typeof(T));
        var next = obj.CloneObject();
        strategy.PrepareForUpdate(next, old, Context(subresource));
        var errors = new FieldErrors();
        MetadataRules.ValidateUpdate(next, old, errors);
        strategy.ValidateUpdate(next, old, Context(subresource), errors);
        return Lines(errors);
    }

    public static string Warnings<T>(this TreeObject obj, TreeObject? old = null)
    {
        var context = Context();
        KindStrategies.Of(typeof(T)).Warn(obj, old, context);
        return string.Join('\n', context.Warnings);
    }

    private static string Lines(FieldErrors errors) => string.Join('\n', errors.All.Select(error => error.ToString()).Distinct());

    private static TreeObject Decode<T>(TreeObject obj)
    {
        var schema = RecordSchemas.Of<T>();
        var result = JsonTreeReader.Read(Encoding.UTF8.GetBytes(Json.Text(obj)), schema, DecodeOptions.Default);
        Assert.Null(result.Error);
        Assert.Empty(result.Problems);
        ObjectDefaults.Apply(result.Tree!, schema);
        return result.Tree!;
    }

    private static Tree Step(Tree at, string part, string next)
    {
        if (at is TreeList list)
            return list[Index(part)];

        var members = (TreeObject)at;
        if (next is "-" or "0")
            return members.ListOrNew(part);
        return members[part] is TreeList existing ? existing : members.ObjectOrNew(part);
    }

    private static int Index(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
