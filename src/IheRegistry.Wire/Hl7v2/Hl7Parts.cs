namespace IheRegistry.Wire.Hl7v2;

/// <summary>The parts of a field, repetition or component, to be walked by <c>foreach</c> without allocation.</summary>
/// <typeparam name="T">The view of a part.</typeparam>
public readonly struct Hl7Parts<T> where T : struct
{
    readonly Hl7Slice _whole;
    readonly byte _delimiter;
    readonly Func<Hl7Slice, T> _view;

    internal Hl7Parts(Hl7Slice whole, byte delimiter, Func<Hl7Slice, T> view)
    {
        _whole = whole;
        _delimiter = delimiter;
        _view = view;
    }

    /// <summary>Begins before the first part.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks the parts.</summary>
    public struct Enumerator
    {
        readonly Hl7Parts<T> _parts;
        Hl7Slice _rest;
        bool _more;

        internal Enumerator(Hl7Parts<T> parts)
        {
            _parts = parts;
            _rest = parts._whole;
            _more = !_rest.IsEmpty;
        }

        /// <summary>The part.</summary>
        public T Current { get; private set; }

        /// <summary>Goes to the next part.</summary>
        public bool MoveNext()
        {
            if (!_more) return false;
            _more = _rest.TryCut(_parts._delimiter, out var part, out _rest);
            Current = _parts._view(part);
            return true;
        }
    }
}
