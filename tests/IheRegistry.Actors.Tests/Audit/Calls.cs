using System.Text;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Tests.Audit;

/// <summary>Calls to audit, with the parts of messages that they have in common.</summary>
static class Calls
{
    public const string Patient = "P1^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";
    public const string OtherPatient = "P2^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";
    public const string Home = "urn:oid:1.3.6.1.4.1.21367.2026.1";

    public static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static AuditingNode Node { get; } = new(new AuditSource("registry.example.org", "1.3.6.1.4.1.21367.2026.1"), "4711");

    public static AuditContext Registry { get; } =
        new(Node, new Caller("consumer", "hospital", "192.0.2.7"), At, "http://registry.example.org/xds/registry", "198.51.100.1");

    public static AuditContext Repository { get; } =
        new(Node, new Caller("source", "hospital", "192.0.2.7"), At, "http://registry.example.org/xds/repository", "198.51.100.1");

    /// <summary>A message on one line, as it is written, of one that a test shows on many.</summary>
    public static string OneLine(string message) =>
        string.Concat(message.Split('\n').Select(line => line.Trim()));

    public static string Written(AuditEvent audited) => Encoding.UTF8.GetString(AuditRecording.Of(audited).Message.Span);
}
