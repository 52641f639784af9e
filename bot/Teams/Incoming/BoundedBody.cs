using System.Buffers;

namespace VpBot.Teams.Incoming;

/// <summary>
/// A request's body in borrowed memory, never more of it than is allowed. Nearly every activity fits in the first piece; what was
/// read is wiped before the memory is given back.
/// </summary>
internal sealed class BoundedBody(int largest) : IDisposable
{
    private const int Usual = 8 * 1024;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Usual);
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>False when there is more than allowed; the rest is not read.</summary>
    public async Task<bool> ReadAsync(Stream body, CancellationToken aborted)
    {
        int read;
        while ((read = await body.ReadAsync(_bytes.AsMemory(_length, Math.Min(_bytes.Length, largest + 1) - _length), aborted)) > 0)
        {
            _length += read;
            if (_length > largest)
                return false;
            if (_length == _bytes.Length)
                Grow();
        }

        return true;
    }

    public void Dispose() => GiveBack(_bytes);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
        Bytes.CopyTo(larger);
        GiveBack(_bytes);
        _bytes = larger;
    }

    private void GiveBack(byte[] bytes)
    {
        bytes.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
