using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Where segments and fields lie in a message: one array of offsets, no tree. The first <see cref="SegmentCount"/> + 1 entries
/// say where a segment's marks begin; a segment of n fields (its name counts as one) has n + 1 marks, and field k lies between
/// marks k and k + 1. Components and below are found when they are asked for.
/// </summary>
readonly struct Hl7Index
{
    // Enough for a usual ADT without renting: some twenty segments of twenty fields.
    const int StackMarks = 384;
    const int StackSegments = 64;

    readonly int[] _offsets;

    Hl7Index(ReadOnlySpan<int> segments, ReadOnlySpan<int> marks)
    {
        SegmentCount = segments.Length;
        _offsets = new int[segments.Length + 1 + marks.Length];
        for (var i = 0; i < segments.Length; i++) _offsets[i] = segments[i] + segments.Length + 1;
        _offsets[segments.Length] = _offsets.Length;
        marks.CopyTo(_offsets.AsSpan(segments.Length + 1));
    }

    public int SegmentCount { get; }

    /// <summary>The number of fields of a segment, its name being one.</summary>
    public int FieldCount(int segment) => _offsets[segment + 1] - _offsets[segment] - 1;

    /// <summary>Start and length of a field; field 0 is the segment's name.</summary>
    public (int Start, int Length) Field(int segment, int field)
    {
        var mark = _offsets[segment] + field;
        var start = _offsets[mark] + 1;
        return (start, _offsets[mark + 1] - start);
    }

    /// <summary>Start and length of a whole segment without its end.</summary>
    public (int Start, int Length) Segment(int segment)
    {
        var start = _offsets[_offsets[segment]] + 1;
        return (start, _offsets[_offsets[segment + 1] - 1] - start);
    }

    public static Hl7Refusal TryBuild(ReadOnlySpan<byte> message, byte fieldSeparator, Hl7ReadOptions options, out Hl7Index index)
    {
        var builder = new Builder(message, stackalloc int[StackSegments], stackalloc int[StackMarks], options);
        try
        {
            builder.Scan(fieldSeparator);
            index = builder.Refusal == Hl7Refusal.None ? new Hl7Index(builder.Segments.Written, builder.Marks.Written) : default;
            return builder.Refusal;
        }
        finally
        {
            builder.Segments.Return();
            builder.Marks.Return();
        }
    }

    ref struct Builder
    {
        public IntList Segments;
        public IntList Marks;
        readonly ReadOnlySpan<byte> _message;
        readonly Hl7ReadOptions _options;
        int _lineStart;
        bool _inSegment;

        public Builder(ReadOnlySpan<byte> message, Span<int> segments, Span<int> marks, Hl7ReadOptions options)
        {
            _message = message;
            _options = options;
            Segments = new IntList(segments);
            Marks = new IntList(marks);
        }

        public Hl7Refusal Refusal { get; private set; }

        public void Scan(byte fieldSeparator)
        {
            // The end of the MSH line tells how the sender ends segments. Where it is CR, as the standard says, a line feed that
            // is not right behind a CR is text; a sender that ends lines by LF alone (files, mostly) has LF and CR end them.
            var end = _message.IndexOfAny((byte)'\r', (byte)'\n');
            var lineFeed = end >= 0 && _message[end] == '\n' ? (byte)'\n' : (byte)'\r';

            var position = 0;
            if (Vector128.IsHardwareAccelerated) position = ScanVectors(fieldSeparator, lineFeed);
            for (; position < _message.Length && Refusal == Hl7Refusal.None; position++)
            {
                var value = _message[position];
                if (value == fieldSeparator || value == '\r' || value == lineFeed) Hit(position, fieldSeparator);
            }

            if (Refusal != Hl7Refusal.None) return;
            if (!_inSegment && !Open(_message.Length)) return;
            Marks.Add(_message.Length);
            CheckLimits();
        }

        int ScanVectors(byte fieldSeparator, byte lineFeed)
        {
            var field = Vector128.Create(fieldSeparator);
            var carriageReturn = Vector128.Create((byte)'\r');
            var line = Vector128.Create(lineFeed);
            var position = 0;
            for (; position <= _message.Length - Vector128<byte>.Count && Refusal == Hl7Refusal.None; position += Vector128<byte>.Count)
            {
                var bytes = Vector128.Create(_message.Slice(position, Vector128<byte>.Count));
                var found = Vector128.Equals(bytes, field) | Vector128.Equals(bytes, carriageReturn) | Vector128.Equals(bytes, line);
                for (var hits = found.ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
                    Hit(position + BitOperations.TrailingZeroCount(hits), fieldSeparator);
            }

            return position;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Hit(int position, byte fieldSeparator)
        {
            if (_message[position] == fieldSeparator && _inSegment)
            {
                Marks.Add(position);
                return;
            }

            HitLine(position, fieldSeparator);
        }

        void HitLine(int position, byte fieldSeparator)
        {
            var isEnd = _message[position] != fieldSeparator;
            // A blank line is no segment.
            if (!_inSegment && !Open(position) && isEnd)
            {
                _lineStart = position + 1;
                return;
            }

            Marks.Add(position);
            if (!isEnd) return;
            CheckLimits();
            _inSegment = false;
            _lineStart = position + 1;
        }

        void CheckLimits()
        {
            if (Segments.Count > _options.MaxSegments) Refusal = Hl7Refusal.TooManySegments;
            if (Marks.Count - Segments.Count > _options.MaxFields) Refusal = Hl7Refusal.TooManyFields;
        }

        /// <summary>Begins a segment at the line's start, behind the LF of a CR LF; false when nothing lies between.</summary>
        bool Open(int position)
        {
            while (_lineStart < position && _message[_lineStart] == '\n') _lineStart++;
            if (_lineStart == position && (position == _message.Length || _message[position] is (byte)'\r' or (byte)'\n')) return false;
            Segments.Add(Marks.Count);
            Marks.Add(_lineStart - 1);
            _inSegment = true;
            return true;
        }
    }

    /// <summary>A list that begins on the stack and goes on in a rented array.</summary>
    ref struct IntList(Span<int> initial)
    {
        Span<int> _items = initial;
        int[]? _rented;

        public int Count { get; private set; }

        public readonly ReadOnlySpan<int> Written => _items[..Count];

        public void Add(int value)
        {
            if (Count == _items.Length) Grow();
            _items[Count++] = value;
        }

        public readonly void Return()
        {
            if (_rented is not null) ArrayPool<int>.Shared.Return(_rented);
        }

        void Grow()
        {
            var larger = ArrayPool<int>.Shared.Rent(_items.Length * 4);
            _items.CopyTo(larger);
            Return();
            _items = _rented = larger;
        }
    }
}
