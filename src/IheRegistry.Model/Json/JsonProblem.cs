using System.Globalization;

namespace IheRegistry.Model.Json;

/// <summary>What is wrong in a JSON file that people edit, and where.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Path">The place as a JSON path: <c>$.codes.classCode[3].display</c>.</param>
/// <param name="Message">What is wrong.</param>
public sealed record JsonProblem(int Line, string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}, {Path}: {Message}");
}
