using System.Text;

namespace IheRegistry.Server.Tests.AffinityDomains;

/// <summary>A folder that is gone with the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string _path = Directory.CreateTempSubdirectory("iheregistry-").FullName;

    internal string this[string name] => Path.Combine(_path, name);

    internal string Write(string name, string content)
    {
        File.WriteAllText(this[name], content, new UTF8Encoding(false));
        return this[name];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
