using System.Reflection;

namespace VpBot.Language;

/// <summary>Who must look at a text before people read it.</summary>
public enum Checker
{
    Advisor,
    Lawyer,
}

/// <summary>This phrase, or every phrase of this type, must be checked before going live.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ToCheckAttribute(Checker by) : Attribute
{
    public Checker By => by;
}

/// <summary>A promise, a limit of confidentiality, or what can be seen: a provider cannot say it in other words.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class FixedAttribute : Attribute;

/// <summary>The marks of a phrase, which stand at its member.</summary>
public static class Marks
{
    public static bool IsFixed(Type phrases, string key) => phrases.IsDefined(typeof(FixedAttribute)) || MemberOf(phrases, key)?.IsDefined(typeof(FixedAttribute)) == true;

    /// <summary>The mark of the member goes before that of its type.</summary>
    public static Checker? CheckerOf(Type phrases, string key) =>
        (MemberOf(phrases, key)?.GetCustomAttribute<ToCheckAttribute>() ?? phrases.GetCustomAttribute<ToCheckAttribute>())?.By;

    /// <summary>The member that says a phrase: of its own name, or the list that it is one value of.</summary>
    private static MemberInfo? MemberOf(Type phrases, string key)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return phrases.GetMember(key, Own).FirstOrDefault()
            ?? phrases.GetMethods(Own).FirstOrDefault(method => key.StartsWith(method.Name, StringComparison.Ordinal)
                && method.GetParameters() is [{ ParameterType.IsEnum: true } only] && Enum.GetNames(only.ParameterType).Contains(key[method.Name.Length..]));
    }
}
