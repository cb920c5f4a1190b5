namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>Parts of values in HL7 v2 notation, found without allocating.</summary>
static class Hl7Notation
{
    /// <summary>The part of that number, counted from 1 as HL7 does; empty where there is none.</summary>
    public static ReadOnlySpan<char> Part(ReadOnlySpan<char> value, int number, char separator)
    {
        for (; number > 1; number--)
        {
            var next = value.IndexOf(separator);
            if (next < 0) return default;
            value = value[(next + 1)..];
        }

        var end = value.IndexOf(separator);
        return end < 0 ? value : value[..end];
    }

    public static ReadOnlySpan<char> Component(ReadOnlySpan<char> value, int number) => Part(value, number, '^');

    public static ReadOnlySpan<char> SubComponent(ReadOnlySpan<char> component, int number) => Part(component, number, '&');

    /// <summary>True when a component after that number holds anything.</summary>
    public static bool AnyBeyond(ReadOnlySpan<char> value, int number)
    {
        for (; number > 0; number--)
        {
            var next = value.IndexOf('^');
            if (next < 0) return false;
            value = value[(next + 1)..];
        }

        return value.ContainsAnyExcept('^');
    }
}
