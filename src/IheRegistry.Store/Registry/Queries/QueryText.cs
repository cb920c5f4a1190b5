using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
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

    readonly StringBuilder _text = new(2048);
    readonly List<object> _values = [];

    /// <summary>The values to bind, in the order of their names.</summary>
    internal IReadOnlyList<object> Values => _values;

    /// <summary>The name of the parameter of that number.</summary>
    internal static string Name(int number) => number < KnownNames.Length ? KnownNames[number] : NewName(number);

    /// <summary>Adds a literal of this project.</summary>
    internal QueryText Raw(string literal)
    {
        _text.Append(literal);
        return this;
    }

    /// <summary>Adds text; what stands in its holes is bound.</summary>
    internal QueryText Add([InterpolatedStringHandlerArgument("")] Handler sql) => sql.Statement;

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    static string NewName(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    void Bind(object value)
    {
        _text.Append(Name(_values.Count));
        _values.Add(value);
    }

    /// <summary>Binds the holes of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount, QueryText statement)
    {
        internal QueryText Statement { get; } = Prepared(statement, literalLength, formattedCount);

        public void AppendLiteral(string literal) => Statement._text.Append(literal);

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

            Statement._text.Append("(SELECT value FROM json_each(");
            Statement.Bind(JsonSerializer.Serialize(values));
            Statement._text.Append("))");
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

            Statement._text.Append("(SELECT unhex(value) FROM json_each(");
            Statement.Bind(JsonSerializer.Serialize(uuids.Hex));
            Statement._text.Append("))");
        }

        /// <summary>The right side of IN.</summary>
        public void AppendFormatted(IReadOnlyList<AvailabilityStatus> statuses) => Numbers(statuses, static s => (int)s);

        /// <summary>The right side of IN.</summary>
        public void AppendFormatted(IReadOnlyList<AssociationType> types) => Numbers(types, static t => (int)t);

        static QueryText Prepared(QueryText statement, int literalLength, int formattedCount)
        {
            statement._text.EnsureCapacity(statement._text.Length + literalLength + (4 * formattedCount));
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
            Statement._text.Append('(');
            Statement.Bind(value);
            Statement._text.Append(')');
        }

        // Numbers of our own enumerations are text, so that the planner sees how many there are.
        void Numbers<T>(IReadOnlyList<T> values, Func<T, int> number)
        {
            Statement._text.Append('(');
            for (var i = 0; i < values.Count; i++)
            {
                if (i > 0) Statement._text.Append(", ");
                Statement._text.Append(CultureInfo.InvariantCulture, $"{number(values[i])}");
            }

            Statement._text.Append(')');
        }
    }
}
