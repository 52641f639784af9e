using System.Reflection;
using System.Reflection.Emit;

namespace VpBot.Tests.Shape;

/// <summary>What compiled code refers to: signatures, fields, locals and every token in a method's body.</summary>
internal static class Bodies
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<MethodBase> Methods(Type type) => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    /// <summary>Every type that <paramref name="type"/> names, in a signature or in a body.</summary>
    public static IEnumerable<Type> TypesOf(Type type)
    {
        List<Type?> named = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(Declared).Select(field => field.FieldType)];
        named.AddRange(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType));
        foreach (var method in Methods(type))
        {
            named.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            named.Add((method as MethodInfo)?.ReturnType);
            named.AddRange(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            named.AddRange(MembersOf(method).SelectMany(TypesOf));
        }

        return named.OfType<Type>().SelectMany(Parts).Distinct();
    }

    /// <summary>Every member that a body calls, reads or creates.</summary>
    public static IEnumerable<MemberInfo> MembersOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes)
            yield break;
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < bytes.Length;)
        {
            var code = bytes[at] == 0xFE ? Codes[(short)((bytes[at++] << 8) | bytes[at++])] : Codes[bytes[at++]];
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(bytes, at), ofType, ofMethod) is { } member)
            {
                yield return member;
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type?> TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        MethodInfo method => [method.DeclaringType, method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.GetGenericArguments()],
        ConstructorInfo made => [made.DeclaringType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter)
            return [];
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }
}
