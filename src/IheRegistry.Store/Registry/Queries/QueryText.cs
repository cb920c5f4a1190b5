using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// A SQL statement in the making. A hole of an interpolated string becomes a bound parameter, never text, so that no value of a request
/// can reach the statement; its text comes from literals of this project only.
/// </summary>
sealed class QueryText
{
    // Few statements need more parameters than this; names beyond are made as they come.
    static readonly string[] KnownNames = [.. Enumerable.Range(0, 64).Select(NewName)];

    readonly ArrayBufferWriter<char> _text = new(2048);
    readonly List<object> _values = [];

    /// <summary>The text so far; valid until more is added.</summary>
    internal ReadOnlySpan<char> Text => _text.WrittenSpan;

    /// <summary>The values to bind, in the order of their names.</summary>
    internal IReadOnlyList<object> Values => _values;

    /// <summary>The name of the parameter of that number.</summary>
    internal static string Name(int number) => number < KnownNames.Length ? KnownNames[number] : NewName(number);

    /// <summary>Adds a literal of this project.</summary>
    internal QueryText Raw(string literal)
    {
        _text.Write(literal);
        return this;
    }

    /// <summary>Adds text; what stands in its holes is bound.</summary>
    internal QueryText Add([InterpolatedStringHandlerArgument("")] Handler sql) => sql.Statement;

    /// <summary>Starts anew in the same memory.</summary>
    internal void Clear()
    {
        _text.ResetWrittenCount();
        _values.Clear();
    }

    /// <inheritdoc />
    public override string ToString() => Text.ToString();

    static string NewName(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    void Bind(object value)
    {
        _text.Write(Name(_values.Count));
        _values.Add(value);
    }

    /// <summary>Binds the holes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount, QueryText statement)
    {
        internal QueryText Statement { get; } = WithRoom(statement, literalLength + (4 * formattedCount));

        public void AppendLiteral(string literal) => Statement.Raw(literal);

        public void AppendFormatted(string value) => Statement.Bind(value);

        public void AppendFormatted(long value) => Statement.Bind(value);

        /// <summary>The right side of IN: one value, or a list that is one parameter however long it is.</summary>
        public void AppendFormatted(IReadOnlyList<string> values)
        {
            if (values.Count == 1)
            {
                In(values[0]);
                return;
            }

            Statement.Raw("(SELECT value FROM json_each(");
            Statement.Bind(JsonSerializer.Serialize(values));
            Statement.Raw("))");
        }

        /// <summary>The right side of IN: codes as the schema keeps them.</summary>
        public void AppendFormatted(IReadOnlyList<Code> codes) => AppendFormatted(Texts(codes));

        /// <summary>The right side of IN: entryUUIDs. One that is none matches nothing.</summary>
        public void AppendFormatted(UuidList uuids)
        {
            if (uuids.Single is { } single)
            {
                In(single);
                return;
            }

            Statement.Raw("(SELECT unhex(value) FROM json_each(");
            Statement.Bind(JsonSerializer.Serialize(uuids.Hex));
            Statement.Raw("))");
        }

        /// <summary>The right side of IN.</summary>
        public void AppendFormatted(IReadOnlyList<AvailabilityStatus> statuses) => Numbers(statuses, static s => (int)s);

        /// <summary>The right side of IN.</summary>
        public void AppendFormatted(IReadOnlyList<AssociationType> types) => Numbers(types, static t => (int)t);

        static QueryText WithRoom(QueryText statement, int length)
        {
            statement._text.GetSpan(length);
            return statement;
        }

        static string[] Texts(IReadOnlyList<Code> codes)
        {
            var texts = new string[codes.Count];
            for (var i = 0; i < texts.Length; i++) texts[i] = codes[i].ToString();
            return texts;
        }

        void In(object value)
        {
            Statement.Raw("(");
            Statement.Bind(value);
            Statement.Raw(")");
        }

        // Numbers of our own enumerations are text, so that the planner sees how many there are.
        void Numbers<T>(IReadOnlyList<T> values, Func<T, int> number)
        {
            Statement.Raw("(");
            for (var i = 0; i < values.Count; i++)
            {
                if (i > 0) Statement.Raw(", ");
                Statement.Raw(number(values[i]).ToString(CultureInfo.InvariantCulture));
            }

            Statement.Raw(")");
        }
    }
}
