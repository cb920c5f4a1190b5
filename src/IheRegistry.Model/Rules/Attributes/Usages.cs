namespace IheRegistry.Model.Rules.Attributes;

/// <summary>An attribute's usage by transaction: the columns of ITI TF-3 table 4.3.1-3 that matter to a registry.</summary>
sealed record Usages(Usage ProvideAndRegister, Usage Register, Usage RegisterOnDemand)
{
    public static Usages Required { get; } = new(Usage.Required, Usage.Required, Usage.Required);

    public static Usages Optional { get; } = new(Usage.Optional, Usage.Optional, Usage.Optional);

    public static Usages Forbidden { get; } = new(Usage.Forbidden, Usage.Forbidden, Usage.Forbidden);

    /// <summary>Usage in an update, where it is not that of a registration: what is sent is a whole object, too.</summary>
    public Usage? Update { get; init; }

    /// <summary>Required of a Metadata-Limited Document Source, too: few are (column XDR MS).</summary>
    public bool EvenIfLimited { get; init; }

    public Usage In(SubmissionKind kind) => kind switch
    {
        SubmissionKind.ProvideAndRegister or SubmissionKind.ProvideToRecipient => ProvideAndRegister,
        SubmissionKind.ProvideLimited => ProvideAndRegister == Usage.Required && !EvenIfLimited ? Usage.Optional : ProvideAndRegister,
        SubmissionKind.RegisterOnDemand => RegisterOnDemand,
        SubmissionKind.Update or SubmissionKind.RestrictedUpdate => Update ?? Register,
        _ => Register,
    };
}
