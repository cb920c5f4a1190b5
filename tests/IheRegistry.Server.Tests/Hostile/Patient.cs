using System.Globalization;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>A patient of one test, every value of it marked so that it is recognised where it must not be.</summary>
sealed class Patient
{
    static int _count;

    readonly int _number = Interlocked.Increment(ref _count);

    public const string Authority = "1.3.6.1.4.1.21367.13.20.1000";

    /// <summary>Its id in the affinity domain.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Leaks.PatientMark}-{_number}");

    /// <summary>Its patientId as metadata carry it.</summary>
    public string Cx => $"{Id}^^^&{Authority}&ISO";

    /// <summary>Its id at the hospital.</summary>
    public string SourceCx => $"N{Id}^^^&1.3.6.1.4.1.21367.2026.3.1.1&ISO";

    /// <summary>A feed message about it.</summary>
    public string Admission(string triggerEvent = "A04") => string.Join(
        '\r',
        $@"MSH|^~\&|ADT|NORTHFIELD|IHEREGISTRY|DEMO|20260205093000||ADT^{triggerEvent}|H{_number}|P|2.5||||||UNICODE UTF-8",
        "EVN||20260205093000",
        $"PID|1||{Id}^^^IHERED&{Authority}&ISO||{Leaks.PatientMark}field^Amara||19580314|F|||1 {Leaks.PatientMark} Street^^Exampleton",
        "PV1|1|O",
        "");

    /// <summary>A merge of another patient into it.</summary>
    public string Merge(Patient subsumed) => Admission("A40").Replace(
        "PV1|1|O", $"MRG|{subsumed.Id}^^^IHERED&{Authority}&ISO", StringComparison.Ordinal);

    /// <summary>Has a server know it.</summary>
    public async Task<Patient> FedToAsync(AttackedServer server)
    {
        using var wire = new MllpWire(server.MllpPort);
        Assert.That(await wire.AskAsync(Admission()), Does.Contain("\rMSA|AA|"));
        return this;
    }
}
