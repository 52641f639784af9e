using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace VpBot.Room.Pages;

/// <summary>How a component of one type is made, told its parameters, and asked for its markup; found out once for every type.</summary>
internal sealed class ComponentShape
{
    private static readonly ConcurrentDictionary<Type, ComponentShape> Known = new();

    private readonly Func<ComponentBase> _new;
    private readonly FrozenDictionary<string, Action<ComponentBase, object?>> _parameters;

    private ComponentShape(Type type)
    {
        _new = Of<Func<ComponentBase>>(nameof(Make), type);
        _parameters = type.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).ToFrozenDictionary(
            property => property.Name,
            property => Of<Func<MethodInfo, Action<ComponentBase, object?>>>(nameof(Setter), type, property.PropertyType)(property.SetMethod!));
    }

    public static ComponentShape Of(Type type) => Known.GetOrAdd(type, static type => new(type));

    public ComponentBase New() => _new();

    public void Set(ComponentBase component, string parameter, object? value) => _parameters[parameter](component, value);

    public static void Build(ComponentBase component, RenderTreeBuilder tree)
    {
        OnParametersSet(component);
        BuildRenderTree(component, tree);
    }

    private static ComponentBase Make<TComponent>() where TComponent : ComponentBase, new() => new TComponent();

    private static Action<ComponentBase, object?> Setter<TComponent, TValue>(MethodInfo set) where TComponent : ComponentBase
    {
        var assign = set.CreateDelegate<Action<TComponent, TValue>>();
        return (component, value) => assign((TComponent)component, (TValue)value!);
    }

    private static TDelegate Of<TDelegate>(string method, params Type[] types) where TDelegate : Delegate =>
        typeof(ComponentShape).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types).CreateDelegate<TDelegate>();

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void OnParametersSet(ComponentBase component);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void BuildRenderTree(ComponentBase component, RenderTreeBuilder tree);
}
