using System.Buffers;
using System.Text;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Writes a message in the canonical delimited encoding: fields and components by the standard's numbers in ascending order, no
/// delimiters behind the last value, every segment ended by CR.
/// <code>writer.Segment("PID").Field(3).Component(1, "8601").Component(4).Subcomponent(2, "1.2.3").Subcomponent(3, "ISO");</code>
/// </summary>
public sealed class Hl7Writer
{
    readonly IBufferWriter<byte> _output;
    readonly Hl7Delimiters _delimiters;
    readonly Encoding _encoding;
    bool _inSegment;
    int _field;
    int _component;
    int _subcomponent;

    // Delimiters that are written when a value follows them.
    int _fieldsDue;
    int _repetitionsDue;
    int _componentsDue;
    int _subcomponentsDue;

    /// <summary>Writes with these delimiters, which have to be complete, in this character set.</summary>
    public Hl7Writer(IBufferWriter<byte> output, Hl7Delimiters delimiters, Hl7Charset charset)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(charset);
        if (!delimiters.IsComplete) throw new ArgumentException("The delimiters are not complete.", nameof(delimiters));
        _output = output;
        _delimiters = delimiters;
        _encoding = charset.Encoding;
    }

    /// <summary>Begins the message with MSH-1 and MSH-2.</summary>
    public Hl7Writer Header()
    {
        Segment("MSH");
        Span<byte> fields =
        [
            _delimiters.Field, _delimiters.Component, _delimiters.Repetition, _delimiters.Escape, _delimiters.Subcomponent,
            _delimiters.Truncation,
        ];
        _output.Write(_delimiters.Truncation == 0 ? fields[..5] : fields);
        _field = 2;
        return this;
    }

    /// <summary>Begins a segment and ends the one before.</summary>
    public Hl7Writer Segment(string name)
    {
        End();
        _encoding.GetBytes(name, _output);
        _inSegment = true;
        _field = 0;
        _fieldsDue = 0;
        BeginRepetition(0);
        return this;
    }

    /// <summary>Ends the last segment.</summary>
    public void End()
    {
        if (_inSegment) _output.Write("\r"u8);
        _inSegment = false;
    }

    /// <summary>Goes on to a field and writes a value of it that has no parts.</summary>
    public Hl7Writer Field(int number, string value) => Field(number).Text(value);

    /// <summary>Goes on to a field.</summary>
    public Hl7Writer Field(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(number, _field);
        _fieldsDue += number - _field;
        _field = number;
        BeginRepetition(0);
        return this;
    }

    /// <summary>Goes on to a field and writes it as another message has it.</summary>
    public Hl7Writer Field(int number, Hl7Field source)
    {
        Field(number);
        if (source.IsEmpty) return this;
        if (source.Slice.Delimiters == _delimiters && source.Slice.Message!.Encoding == _encoding)
        {
            WriteDue();
            _output.Write(source.Bytes);
            return this;
        }

        var isFirst = true;
        foreach (var repetition in source.Repetitions)
        {
            if (!isFirst) Repetition();
            isFirst = false;
            Copy(repetition);
        }

        return this;
    }

    /// <summary>Begins another repetition of the field.</summary>
    public Hl7Writer Repetition()
    {
        BeginRepetition(_repetitionsDue + 1);
        return this;
    }

    /// <summary>Goes on to a component and writes a value of it that has no parts.</summary>
    public Hl7Writer Component(int number, string value) => Component(number).Text(value);

    /// <summary>Goes on to a component; a field or repetition begins in its first one.</summary>
    public Hl7Writer Component(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, _component);
        _componentsDue += number - _component;
        _component = number;
        _subcomponent = 1;
        _subcomponentsDue = 0;
        return this;
    }

    /// <summary>Goes on to a subcomponent and writes its value.</summary>
    public Hl7Writer Subcomponent(int number, string value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, _subcomponent);
        _subcomponentsDue += number - _subcomponent;
        _subcomponent = number;
        return Text(value);
    }

    Hl7Writer Text(string value)
    {
        if (value.Length == 0) return this;
        WriteDue();
        Hl7Text.Encode(value, _delimiters, _encoding, _output);
        return this;
    }

    void Copy(Hl7Repetition repetition)
    {
        var component = 0;
        foreach (var part in repetition.Components)
        {
            Component(++component);
            var subcomponent = 0;
            foreach (var subpart in part.Subcomponents) Subcomponent(++subcomponent, subpart.Text);
        }
    }

    void BeginRepetition(int due)
    {
        _repetitionsDue = due;
        _component = _subcomponent = 1;
        _componentsDue = _subcomponentsDue = 0;
    }

    void WriteDue()
    {
        Write(_delimiters.Field, ref _fieldsDue);
        Write(_delimiters.Repetition, ref _repetitionsDue);
        Write(_delimiters.Component, ref _componentsDue);
        Write(_delimiters.Subcomponent, ref _subcomponentsDue);
    }

    void Write(byte delimiter, ref int count)
    {
        if (count == 0) return;
        var span = _output.GetSpan(count)[..count];
        span.Fill(delimiter);
        _output.Advance(count);
        count = 0;
    }
}
