using IheRegistry.Model.Json;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>The affinity domain file: JSON as <c>schemas/affinity-domain.schema.json</c> describes it.</summary>
public static class AffinityDomainJson
{
    /// <summary>Reads a file strictly and reports everything that is wrong with it.</summary>
    /// <param name="utf8">The file.</param>
    /// <returns>The domain, or the problems.</returns>
    public static AffinityDomainReading Read(ReadOnlySpan<byte> utf8)
    {
        var problems = new List<JsonProblem>();
        var root = LocatedJson.Parse(utf8, problems);
        var definition = root is null ? null : new AffinityDomainReader(problems).Read(root);
        return definition is null || problems.Count > 0
            ? new AffinityDomainReading(null, [.. problems.OrderBy(problem => problem.Line)])
            : new AffinityDomainReading(new AffinityDomain(definition), []);
    }

    /// <summary>Writes a file that reads back as the same definition, one code a line.</summary>
    /// <param name="definition">The definition.</param>
    /// <returns>The file in UTF-8.</returns>
    public static byte[] Write(AffinityDomainDefinition definition) => AffinityDomainWriter.Write(definition);
}
