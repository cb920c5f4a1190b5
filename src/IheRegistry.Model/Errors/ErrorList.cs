using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Model.Errors;

/// <summary>
/// Collects all findings of a request: report all, not the first.
/// Bounded, because a hostile submission could otherwise make the answer larger than itself.
/// </summary>
public sealed class ErrorList : IReadOnlyCollection<RegistryError>
{
    /// <summary>More findings than a person reads; what is beyond is counted in a last entry, not dropped silently.</summary>
    public const int MaxEntries = 200;

    // More than any sentence about values of XDS's own lengths: what is cut is a value that a sender has made endless.
    const int MaxText = 2_000;
    const int MaxTextEnd = 200;

    readonly List<RegistryError> _errors = [];
    int _beyond;

    /// <summary>Number of entries as written on the wire.</summary>
    public int Count => _errors.Count + (_beyond > 0 ? 1 : 0);

    /// <summary>True when at least one entry has severity Error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True when the outcome is certain and further errors would only be counted: looking for more is of no use.</summary>
    public bool IsDecided => HasErrors && _errors.Count == MaxEntries;

    /// <summary>Adds a finding of severity Error.</summary>
    public void Add(XdsErrorCode code, string context, string? location = null) => Add(new RegistryError(code, context, location));

    /// <summary>Adds a finding of severity Warning.</summary>
    public void Warn(XdsErrorCode code, string context, string? location = null) =>
        Add(new RegistryError(code, context, location, Severity.Warning));

    /// <summary>Adds a finding.</summary>
    public void Add(RegistryError error)
    {
        HasErrors |= error.Severity == Severity.Error;
        if (_errors.Count < MaxEntries) _errors.Add(error with { Context = Short(error.Context), Location = Short(error.Location) });
        else _beyond++;
    }

    /// <summary>Adds all findings of another list.</summary>
    public void AddRange(IEnumerable<RegistryError> errors)
    {
        foreach (var error in errors) Add(error);
    }

    /// <inheritdoc />
    public IEnumerator<RegistryError> GetEnumerator()
    {
        foreach (var error in _errors) yield return error;
        if (_beyond > 0)
            yield return new RegistryError(_errors[^1].Code, $"At least {_beyond} more findings are not listed; mend these first.", null, Worst());
    }

    [return: NotNullIfNotNull(nameof(text))]
    static string? Short(string? text) => text is { Length: > MaxText }
        ? string.Concat(text.AsSpan(0, MaxText - MaxTextEnd), "...", text.AsSpan(text.Length - MaxTextEnd))
        : text;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    Severity Worst() => HasErrors ? Severity.Error : Severity.Warning;
}
