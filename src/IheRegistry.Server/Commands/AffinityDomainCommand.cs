using System.CommandLine;
using System.Text;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Server.AffinityDomains;

namespace IheRegistry.Server.Commands;

/// <summary><c>affinity-domain check</c> and <c>affinity-domain import</c>.</summary>
static class AffinityDomainCommand
{
    const int Wrong = 1;

    internal static Command Create() => new("affinity-domain", "Check an affinity domain file, or import codes into one.")
    {
        CreateCheck(),
        CreateImport(),
    };

    static Command CreateCheck()
    {
        var file = new Argument<string>("FILE") { Description = "The affinity domain file." };
        var command = new Command("check", "Report everything that is wrong with a file.") { file };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(file), parsed.InvocationConfiguration));
        return command;
    }

    static Command CreateImport()
    {
        var codes = new Option<string>("--codes") { Required = true, HelpName = "FILE", Description = "A codes.xml of NIST's XDS Toolkit." };
        var into = new Option<string?>("--into")
        {
            HelpName = "FILE",
            Description = "The affinity domain file to update, or to make; without it the result is printed.",
        };
        var command = new Command("import", "Take codes, mime types and assigning authorities from a codes.xml.") { codes, into };
        command.SetAction(parsed => Import(parsed.GetRequiredValue(codes), parsed.GetValue(into), parsed.InvocationConfiguration));
        return command;
    }

    static int Check(string path, InvocationConfiguration console)
    {
        if (Load(path, console) is not { } domain)
            return Wrong;
        var codes = domain.Definition.Codes.Values.Sum(list => list.Count);
        console.Output.WriteLine($"{path}: {domain.Name}, {codes} codes, {domain.Definition.Authorities.Count} assigning authorities: no problems");
        return 0;
    }

    static int Import(string codesPath, string? intoPath, InvocationConfiguration console)
    {
        if (ReadCodes(codesPath, console) is not { } codes)
            return Wrong;
        if (Start(codes, intoPath, console) is not { } start)
            return Wrong;

        var import = CodesXmlImport.Merge(codes, start);
        Print(import.Notices, codesPath, console);
        var content = AffinityDomainJson.Write(import.Definition);
        var reading = AffinityDomainJson.Read(content);
        Print(reading.Problems, "the result", console);
        return reading.Domain is not null && Save(content, intoPath, console) ? 0 : Wrong;
    }

    // A new file starts from the domain that ships; whose ids it is must be said, since two sites may not share them.
    static AffinityDomainDefinition? Start(CodesXml codes, string? intoPath, InvocationConfiguration console)
    {
        if (intoPath is not null && File.Exists(intoPath))
            return Load(intoPath, console)?.Definition;
        if (Load(AffinityDomainFile.DefaultPath, console)?.Definition is not { } shipped)
            return null;

        console.Error.WriteLine(
            $"new file: name, homeCommunityId {shipped.HomeCommunityId} and repositoryUniqueIds are those of the {shipped.Name}; set your own");
        return shipped with
        {
            Schema = null,
            Codes = new Dictionary<CodedAttribute, IReadOnlyList<Model.Metadata.Code>>(),
            Authorities = codes.Authorities.Count > 0 ? [] : shipped.Authorities,
            EnterpriseAuthority = codes.Authorities.Count > 0 ? null : shipped.EnterpriseAuthority,
        };
    }

    static CodesXml? ReadCodes(string path, InvocationConfiguration console)
    {
        try
        {
            using var file = File.OpenRead(path);
            var codes = CodesXml.Read(file);
            Print(codes.Problems, path, console);
            return codes.Problems.Count == 0 ? codes : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{path}: cannot be read: {unreadable.Message}");
            return null;
        }
    }

    static AffinityDomain? Load(string path, InvocationConfiguration console)
    {
        var problems = new List<string>();
        var domain = AffinityDomainFile.Read(path, problems);
        foreach (var problem in problems)
            console.Error.WriteLine(problem);
        return domain;
    }

    // Renamed into place: a server that runs on the file never sees half of it.
    static bool Save(byte[] content, string? path, InvocationConfiguration console)
    {
        if (path is null)
        {
            console.Output.Write(Encoding.UTF8.GetString(content));
            return true;
        }

        try
        {
            var temporary = path + ".new";
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
            console.Output.WriteLine($"{path} written");
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{path}: cannot be written: {unwritable.Message}");
            return false;
        }
    }

    static void Print<T>(IEnumerable<T> lines, string source, InvocationConfiguration console)
    {
        foreach (var line in lines)
            console.Error.WriteLine($"{source}: {line}");
    }
}
