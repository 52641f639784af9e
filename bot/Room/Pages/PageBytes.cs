using System.Buffers;
using System.Text;

namespace VpBot.Room.Pages;

/// <summary>
/// A page while it is drawn, as UTF-8 in borrowed memory. Somebody's words may stand in it, so it is wiped before it is given back.
/// </summary>
internal sealed class PageBytes : TextWriter
{
    private const int Usual = 32 * 1024;
    private const int Short = 24;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Usual);
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public override void Write(char value)
    {
        if (char.IsAscii(value) && _length < _bytes.Length)
            _bytes[_length++] = (byte)value;
        else
            Write(new ReadOnlySpan<char>(in value));
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var most = Encoding.UTF8.GetMaxByteCount(buffer.Length);
        if (_bytes.Length - _length < most)
            Grow(_length + most);
        if (buffer.Length <= Short && WriteAscii(buffer))
            return;
        _length += Encoding.UTF8.GetBytes(buffer, _bytes.AsSpan(_length));
    }

    /// <summary>What is UTF-8 already.</summary>
    public void Write(byte[] utf8)
    {
        if (_bytes.Length - _length < utf8.Length)
            Grow(_length + utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    protected override void Dispose(bool disposing)
    {
        GiveBack(_bytes);
        _bytes = [];
        _length = 0;
        base.Dispose(disposing);
    }

    /// <summary>A page is a thousand names of elements and attributes: for so few letters an encoder takes longer to begin than to end.</summary>
    private bool WriteAscii(ReadOnlySpan<char> letters)
    {
        var bytes = _bytes.AsSpan(_length, letters.Length);
        for (var at = 0; at < letters.Length; at++)
        {
            if (!char.IsAscii(letters[at]))
                return false;
            bytes[at] = (byte)letters[at];
        }

        _length += letters.Length;
        return true;
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, least));
        Written.Span.CopyTo(larger);
        GiveBack(_bytes);
        _bytes = larger;
    }

    private void GiveBack(byte[] bytes)
    {
        bytes.AsSpan(0, _length).Clear();
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }
}
