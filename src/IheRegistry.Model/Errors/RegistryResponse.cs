namespace IheRegistry.Model.Errors;

/// <summary>The outcome of a transaction, whatever wire it came by (ITI TF-3 4.2.4).</summary>
/// <param name="Status">Its status.</param>
/// <param name="Errors">Errors and warnings.</param>
public sealed record RegistryResponse(ResponseStatus Status, IReadOnlyCollection<RegistryError> Errors)
{
    /// <summary>Success without warnings.</summary>
    public static RegistryResponse Success { get; } = new(ResponseStatus.Success, []);

    /// <summary>Failure when the list holds an error, else success with its warnings.</summary>
    public static RegistryResponse From(ErrorList errors) =>
        new(errors.HasErrors ? ResponseStatus.Failure : ResponseStatus.Success, errors);

    /// <summary>Failure for one reason.</summary>
    public static RegistryResponse Failure(XdsErrorCode code, string context) =>
        new(ResponseStatus.Failure, [new RegistryError(code, context)]);
}
