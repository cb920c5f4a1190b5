using System.Security.Cryptography;
using System.Text;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Hashes the one document of an answer while it comes, so that it need not be held.</summary>
/// <param name="marker">Text before the document.</param>
/// <param name="behindMarker">Text behind the marker, at whose end the document begins.</param>
/// <param name="length">Bytes of the document as they are on the wire.</param>
/// <param name="isBase64">They are base64.</param>
sealed class ContentSink(string marker, string behindMarker, long length, bool isBase64) : IDisposable
{
    readonly IncrementalHash _sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
    readonly FromBase64Transform _decoder = new();
    readonly StringBuilder _head = new();
    readonly StringBuilder _tail = new();
    long _left = -1;

    /// <summary>What came behind the document.</summary>
    public string Tail => _tail.ToString();

    /// <summary>The hash of the document.</summary>
    public string Sha1 => Convert.ToHexString(_sha1.GetHashAndReset());

    public void Take(byte[] bytes, int count)
    {
        var at = 0;
        while (_left < 0 && at < count)
        {
            _head.Append((char)bytes[at++]);
            if (IsAtStart()) _left = length;
        }

        var taken = (int)Math.Min(count - at, Math.Max(_left, 0));
        Hash(bytes, at, taken);
        _left -= taken;
        if (_left == 0) _tail.Append(Encoding.Latin1.GetString(bytes, at + taken, count - at - taken));
    }

    public void Dispose()
    {
        _sha1.Dispose();
        _decoder.Dispose();
    }

    bool IsAtStart()
    {
        var last = behindMarker.Length > 0 ? behindMarker : marker;
        if (_head.Length < last.Length || _head[^1] != last[^1]) return false;
        var head = _head.ToString();
        return head.EndsWith(last, StringComparison.Ordinal) && head.Contains(marker, StringComparison.Ordinal) && !head.EndsWith("</" + last, StringComparison.Ordinal);
    }

    void Hash(byte[] bytes, int at, int count)
    {
        if (!isBase64)
        {
            _sha1.AppendData(bytes, at, count);
            return;
        }

        var decoded = new byte[count + 4];
        _sha1.AppendData(decoded, 0, _decoder.TransformBlock(bytes, at, count, decoded, 0));
    }
}
