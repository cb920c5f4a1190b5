namespace IheRegistry.Wire.Soap;

/// <summary>
/// Bounds the namespace declarations in scope at once. The XML reader resolves each prefix by walking through them, so that some megabytes
/// of nested declarations and prefixed names would keep a processor busy for minutes.
/// </summary>
/// <remarks>
/// It follows tags, comments and CDATA sections of well-formed XML only; where the bytes are something else, the XML reader refuses them at
/// the same place.
/// </remarks>
ref struct NamespaceScopes
{
    readonly ReadOnlySpan<byte> _xml;
    readonly SoapLimits _limits;
    readonly int[] _declaredAtDepth;
    int _at;
    int _depth;
    int _inScope;

    NamespaceScopes(ReadOnlySpan<byte> xml, SoapLimits limits)
    {
        _xml = xml;
        _limits = limits;
        _declaredAtDepth = new int[limits.MaxDepth];
    }

    /// <summary>Null when the declarations in scope stay within the limit.</summary>
    internal static SoapRejectionReason? Find(ReadOnlySpan<byte> xml, SoapLimits limits) => new NamespaceScopes(xml, limits).Walk();

    SoapRejectionReason? Walk()
    {
        while (SkipPast("<"u8) && _at < _xml.Length)
        {
            var rest = _xml[_at..];
            if (rest.StartsWith("!--"u8))
                SkipPast("-->"u8);
            else if (rest.StartsWith("![CDATA["u8))
                SkipPast("]]>"u8);
            else if (rest[0] == '/')
                Leave();
            else if (Enter() is { } flaw)
                return flaw;
        }

        return null;
    }

    SoapRejectionReason? Enter()
    {
        if (_depth == _declaredAtDepth.Length)
            return SoapRejectionReason.NestedTooDeep;

        var declared = CountDeclarations(out var isEmptyElement);
        if (_inScope + declared > _limits.MaxNamespacesInScope)
            return SoapRejectionReason.TooManyNamespaces;
        if (isEmptyElement)
            return null;

        _declaredAtDepth[_depth++] = declared;
        _inScope += declared;
        return null;
    }

    void Leave()
    {
        if (_depth > 0)
            _inScope -= _declaredAtDepth[--_depth];
    }

    /// <summary>Passes a start tag, in whose attribute values <c>&gt;</c> may stand.</summary>
    int CountDeclarations(out bool isEmptyElement)
    {
        var declared = 0;
        isEmptyElement = false;
        while (_at < _xml.Length)
        {
            var rest = _xml[_at..];
            var mark = rest.IndexOfAny((byte)'"', (byte)'\'', (byte)'>');
            if (mark < 0)
            {
                _at = _xml.Length;
                break;
            }

            _at += mark + 1;
            declared += rest[..mark].Count("xmlns"u8);
            if (rest[mark] == '>')
            {
                isEmptyElement = mark > 0 && rest[mark - 1] == '/';
                break;
            }

            SkipPast(rest.Slice(mark, 1));
        }

        return declared;
    }

    bool SkipPast(ReadOnlySpan<byte> mark)
    {
        var found = _xml[_at..].IndexOf(mark);
        _at = found < 0 ? _xml.Length : _at + found + mark.Length;
        return found >= 0;
    }
}
