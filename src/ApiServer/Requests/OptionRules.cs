using System.Globalization;
using System.Text;
using CloudletK8s.Api.Rules;
using CloudletK8s.ApiServer.Errors;

namespace CloudletK8s.ApiServer.Requests;

/// <summary>What the options of each verb must be, before anything is looked up. All that is wrong is said at once.</summary>
internal static class OptionRules
{
    private const int LongestManager = 128;

    /// <param name="isApply">The patch is a configuration to apply.</param>
    public static void Check(string verb, QueryOptions query, bool isApply)
    {
        var errors = new FieldErrors();
        switch (verb)
        {
            case "list" or "deletecollection":
                CheckList(query, errors);
                break;
            case "watch":
                CheckWatch(query, errors);
                break;
            case "create" or "update" or "patch":
                CheckWrite(verb, query, isApply, errors);
                break;
        }

        if (errors.Any)
            throw ApiErrors.InvalidOptions(KindOf(verb), errors);
    }

    public static void CheckDryRun(IReadOnlyList<string> values, FieldErrors errors)
    {
        if (values.Any(value => value != "All"))
            errors.NotSupported(FieldPath.Root("dryRun"), values, ["All"]);
    }

    private static string KindOf(string verb) => verb switch
    {
        "create" => "CreateOptions",
        "update" => "UpdateOptions",
        "patch" => "PatchOptions",
        _ => "ListOptions",
    };

    private static void CheckWrite(string verb, QueryOptions query, bool isApply, FieldErrors errors)
    {
        if (verb == "patch" && isApply && query.FieldManager.Length == 0)
            errors.Required(FieldPath.Root("fieldManager"), "is required for apply patch");
        if (verb == "patch" && !isApply && query.Force is not null)
            errors.Forbidden(FieldPath.Root("force"), "may not be specified for non-apply patch");

        CheckManager(query.FieldManager, errors);
        CheckDryRun(query.DryRunTexts, errors);
        if (query.FieldValidationText is not ("" or "Ignore" or "Warn" or "Strict"))
            errors.NotSupported(FieldPath.Root("fieldValidation"), query.FieldValidationText, ["", "Ignore", "Strict", "Warn"]);
    }

    private static void CheckManager(string manager, FieldErrors errors)
    {
        if (Encoding.UTF8.GetByteCount(manager) > LongestManager)
            errors.TooLong(FieldPath.Root("fieldManager"), LongestManager);

        var position = 0;
        foreach (var character in manager.EnumerateRunes())
        {
            if (!IsPrintable(character))
                errors.Invalid(FieldPath.Root("fieldManager"), manager, $"invalid character U+{character.Value:X4} (at position {position})");
            position += character.Utf8SequenceLength;
        }
    }

    private static bool IsPrintable(Rune character) => character.Value == ' ' || Rune.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static void CheckList(QueryOptions query, FieldErrors errors)
    {
        var field = FieldPath.Root("resourceVersionMatch");
        var match = query.ResourceVersionMatch;
        if (match.Length > 0)
        {
            if (query.ResourceVersion.Length == 0)
                errors.Forbidden(field, "resourceVersionMatch is forbidden unless resourceVersion is provided");
            if (query.Continue.Length > 0)
                errors.Forbidden(field, "resourceVersionMatch is forbidden when continue is provided");
            if (match is not ("Exact" or "NotOlderThan"))
                errors.NotSupported(field, match, ["Exact", "NotOlderThan", ""]);
            if (match == "Exact" && query.ResourceVersion == "0")
                errors.Forbidden(field, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }

        if (query.SendInitialEvents is not null)
            errors.Forbidden(FieldPath.Root("sendInitialEvents"), "sendInitialEvents is forbidden for list");
    }

    private static void CheckWatch(QueryOptions query, FieldErrors errors)
    {
        var field = FieldPath.Root("resourceVersionMatch");
        var match = query.ResourceVersionMatch;
        if (query.SendInitialEvents is not null && match != "NotOlderThan")
            errors.Forbidden(field, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        if (match.Length == 0)
            return;

        if (query.SendInitialEvents is null)
            errors.Forbidden(field, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        if (match != "NotOlderThan")
            errors.NotSupported(field, match, ["NotOlderThan"]);
        if (query.Continue.Length > 0)
            errors.Forbidden(field, "resourceVersionMatch is forbidden when continue is provided");
    }
}
