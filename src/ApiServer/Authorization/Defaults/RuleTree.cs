using CloudletK8s.Api.Trees;

namespace CloudletK8s.ApiServer.Authorization.Defaults;

/// <summary>Policy rules written short: lists are separated by commas, "core" is the group without a name.</summary>
internal static class RuleTree
{
    public const string ReadVerbs = "get,list,watch";
    public const string WriteVerbs = "create,delete,deletecollection,patch,update";
    public const string All = "*";

    public static TreeObject On(string verbs, string groups, string resources, string names = "")
    {
        var rule = new TreeObject(4);
        rule.Set("verbs", Texts(verbs));
        rule.Set("apiGroups", TreeList.OfTexts(groups.Split(',').Select(group => group == "core" ? "" : group)));
        rule.Set("resources", Texts(resources));
        if (names.Length > 0)
            rule.Set("resourceNames", Texts(names));
        return rule;
    }

    public static TreeObject OnPaths(string verbs, string paths)
    {
        var rule = new TreeObject(2);
        rule.Set("verbs", Texts(verbs));
        rule.Set("nonResourceURLs", Texts(paths));
        return rule;
    }

    private static TreeList Texts(string texts) => TreeList.OfTexts(texts.Split(','));
}
