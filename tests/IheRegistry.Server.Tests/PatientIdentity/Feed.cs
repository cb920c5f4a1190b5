namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>A feed message in the making.</summary>
sealed record Feed(string Event, string Facility, string Pid3)
{
    public Resident? Of { get; init; }

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mother { get; init; } = "";

    public string MultipleBirth { get; init; } = "";

    public string BirthOrder { get; init; } = "";

    public string Prior { get; init; } = "";

    public string Pv1 { get; init; } = "PV1||O";

    /// <summary>A second patient, of a link or unlink.</summary>
    public string SecondPid3 { get; init; } = "";

    public string Text => Header(Facility, $"ADT^{Event}") + $"EVN|{Event}|20260102030405\r" + Pid(Pid3)
        + (Prior.Length > 0 ? $"MRG|{Prior}\r" : SecondPid3.Length > 0 ? $"PV1||N\r{Pid(SecondPid3)}PV1||N\r" : Pv1 + "\r");

    public static string Header(string facility, string type) =>
        $"MSH|^~\\&|HIS|{facility}|MANAGER|REGION|20260102030405||{type}|{Guid.NewGuid().ToString("N")[..20]}|P|2.5||||||UNICODE UTF-8\r";

    string Pid(string ids) =>
        $"PID|1||{ids}||{(Name.Length > 0 ? Name : Of is null ? "" : $"{Of.Family}^{Of.Given}")}||{Of?.BirthDate}|{Of?.Sex}|||||{Phone}||||||||{Mother}|||{MultipleBirth}|{BirthOrder}\r";
}
