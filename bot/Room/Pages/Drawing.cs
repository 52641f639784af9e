using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

namespace VpBot.Room.Pages;

/// <summary>
/// Draws one page of Razor components into bytes, the same bytes as the framework's <c>HtmlRenderer</c>. That one keeps every component
/// for a next time, compares it with what it was, and waits for it; a page of ours is drawn once. So a component here is its
/// parameters and its markup: nothing is given to it, and it waits for nothing.
/// </summary>
internal sealed class Drawing(PageBytes page, KeptParts kept)
{
    private readonly Stack<RenderTreeBuilder> _unused = new();

    public void Draw<TPage>(object model) where TPage : IComponent
    {
        var shape = ComponentShape.Of(typeof(TPage));
        var component = shape.New();
        shape.Set(component, "Model", model);
        Draw(component);
    }

    private void Draw(ComponentBase component)
    {
        if (component is not IKeptPart { KeptFor: { } all })
        {
            DrawNow(component);
            return;
        }

        if (kept.Find(all) is { } known)
        {
            page.Write(known);
            return;
        }

        var start = page.Written.Length;
        DrawNow(component);
        kept.Keep(all, page.Written.Span[start..]);
    }

    private void DrawNow(ComponentBase component)
    {
        var tree = _unused.TryPop(out var other) ? other : new RenderTreeBuilder();
        ComponentShape.Build(component, tree);
        var frames = tree.GetFrames();
        Draw(frames.Array.AsSpan(0, frames.Count));
        tree.Clear();
        _unused.Push(tree);
    }

    private void Draw(ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var at = 0; at < frames.Length;)
        {
            ref readonly var frame = ref frames[at];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Text:
                    HtmlEncoder.Default.Encode(page, frame.TextContent);
                    at++;
                    break;
                case RenderTreeFrameType.Markup:
                    page.Write(frame.MarkupContent);
                    at++;
                    break;
                case RenderTreeFrameType.Element:
                    DrawElement(frame.ElementName, frames.Slice(at + 1, frame.ElementSubtreeLength - 1));
                    at += frame.ElementSubtreeLength;
                    break;
                case RenderTreeFrameType.Component:
                    DrawPart(frame.ComponentType, frames.Slice(at + 1, frame.ComponentSubtreeLength - 1));
                    at += frame.ComponentSubtreeLength;
                    break;
                case RenderTreeFrameType.Region:
                    // What lies in it follows.
                    at++;
                    break;
                default:
                    throw new NotSupportedException($"A page has no {frame.FrameType}.");
            }
        }
    }

    private void DrawElement(string name, ReadOnlySpan<RenderTreeFrame> within)
    {
        page.Write('<');
        page.Write(name);
        var attributes = 0;
        for (; attributes < within.Length && within[attributes].FrameType is RenderTreeFrameType.Attribute; attributes++)
            DrawAttribute(within[attributes].AttributeName, within[attributes].AttributeValue);
        var content = within[attributes..];
        if (content.IsEmpty && IsVoid(name))
        {
            page.Write(" />");
            return;
        }

        // The one is written by other rules; the other would make the framework choose for somebody.
        if (name is "select" || (name is "script" && !content.IsEmpty))
            throw new NotSupportedException($"A page has no {name} with something in it.");
        page.Write('>');
        Draw(content);
        page.Write("</");
        page.Write(name);
        page.Write('>');
    }

    private void DrawAttribute(string name, object? value)
    {
        switch (value)
        {
            case string text:
                page.Write(' ');
                page.Write(name);
                page.Write("=\"");
                HtmlEncoder.Default.Encode(page, text);
                page.Write('"');
                break;
            case true:
                page.Write(' ');
                page.Write(name);
                break;
        }
    }

    private void DrawPart(Type type, ReadOnlySpan<RenderTreeFrame> parameters)
    {
        var shape = ComponentShape.Of(type);
        var part = shape.New();
        foreach (ref readonly var parameter in parameters)
            shape.Set(part, parameter.AttributeName, parameter.AttributeValue);
        Draw(part);
    }

    private static bool IsVoid(string name) =>
        name is "input" or "br" or "img" or "link" or "meta" or "hr" or "area" or "base" or "col" or "embed" or "param" or "source" or "track" or "wbr";
}
