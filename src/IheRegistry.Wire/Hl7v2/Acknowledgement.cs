namespace IheRegistry.Wire.Hl7v2;

/// <summary>What became of a message.</summary>
public enum AcknowledgementOutcome
{
    /// <summary>Taken: AA or CA.</summary>
    Accepted,

    /// <summary>Its content is in error: AE or CE.</summary>
    Error,

    /// <summary>Rejected for what it is, or for the receiver's state: AR or CR.</summary>
    Rejected,
}

/// <summary>The content of an acknowledgement: what became of the message and what was wrong with it.</summary>
/// <param name="Outcome">MSA-1.</param>
/// <param name="Problems">ERR.</param>
public sealed record Acknowledgement(AcknowledgementOutcome Outcome, IReadOnlyList<Hl7Problem> Problems)
{
    /// <summary>Taken, nothing to remark.</summary>
    public static Acknowledgement Accepted { get; } = new(AcknowledgementOutcome.Accepted, []);

    /// <summary>The acknowledgement of a message with these problems; it is accepted when none is an error.</summary>
    public static Acknowledgement Of(IReadOnlyList<Hl7Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var outcome = AcknowledgementOutcome.Accepted;
        foreach (var problem in problems)
        {
            if (problem.Severity != Hl7Severity.Error) continue;
            if (problem.Code.IsRejection()) return new(AcknowledgementOutcome.Rejected, problems);
            outcome = AcknowledgementOutcome.Error;
        }

        return new(outcome, problems);
    }

    /// <summary>The acknowledgement of a message with one problem.</summary>
    public static Acknowledgement Of(Hl7Problem problem) => Of([problem]);
}
