using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Members that keep the value they were created with.</summary>
public static class Immutable
{
    /// <param name="shown">How Go would print the value, where that is not its JSON.</param>
    public static void Check(TreeObject? obj, TreeObject? old, string name, FieldPath parent, FieldErrors errors, object? shown = null)
    {
        var value = Given(obj?[name]);
        if (!Tree.Same(value, Given(old?[name])))
            errors.Invalid(parent.Child(name), shown ?? Plain(value), Wording.Immutable);
    }

    public static Tree? Given(Tree? value) => value is TreeNull ? null : value;

    private static object? Plain(Tree? value) => value switch
    {
        TreeNumber { IsFraction: false } number => number.Whole,
        _ => value,
    };
}
