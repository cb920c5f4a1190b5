using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Server.AffinityDomains;

/// <summary>What a <c>codes.xml</c> of NIST's XDS Toolkit says.</summary>
/// <param name="Codes">The codes of each attribute that the file has.</param>
/// <param name="MimeTypes">The mime types.</param>
/// <param name="Authorities">The assigning authorities, all of them for patient ids.</param>
/// <param name="Notices">What was left out or merged.</param>
/// <param name="Problems">Why the file cannot be taken; empty when it can.</param>
public sealed record CodesXml(
    IReadOnlyDictionary<CodedAttribute, IReadOnlyList<Code>> Codes,
    IReadOnlyList<string> MimeTypes,
    IReadOnlyList<AssigningAuthority> Authorities,
    IReadOnlyList<string> Notices,
    IReadOnlyList<string> Problems)
{
    /// <summary>Reads a file. It comes from elsewhere: no DTD, no entities, no external anything.</summary>
    /// <param name="file">The file.</param>
    /// <returns>What it says, and what is wrong with it.</returns>
    public static CodesXml Read(Stream file) => new CodesXmlReader().Read(file);
}
