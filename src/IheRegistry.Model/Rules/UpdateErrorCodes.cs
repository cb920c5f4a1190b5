using IheRegistry.Model.Errors;

namespace IheRegistry.Model.Rules;

/// <summary>
/// The codes of one finding in Update Document Set and in its restricted form, which has names of its own
/// (ITI TF-2 3.57.4.1.3 and 3.92.4.1.3).
/// </summary>
/// <param name="Undecodable">What is asked for cannot be made out.</param>
/// <param name="Annotation">The slots that tell how to update are missing or malformed.</param>
/// <param name="Identifier">The uniqueId is not the object's.</param>
/// <param name="ObjectType">The object is of another kind or type than the registered one.</param>
/// <param name="State">The registered object is not in a state in which this can be done.</param>
public sealed record UpdateErrorCodes(
    XdsErrorCode Undecodable, XdsErrorCode Annotation, XdsErrorCode Identifier, XdsErrorCode ObjectType, XdsErrorCode State)
{
    static readonly UpdateErrorCodes Update = new(
        XdsErrorCode.XDSMetadataUpdateOperationError,
        XdsErrorCode.XDSMetadataUpdateOperationError,
        XdsErrorCode.XDSMetadataUpdateError,
        XdsErrorCode.XDSMetadataUpdateError,
        XdsErrorCode.XDSMetadataUpdateError);

    static readonly UpdateErrorCodes Restricted = new(
        XdsErrorCode.XDSInvalidRequestException,
        XdsErrorCode.XDSMetadataAnnotationError,
        XdsErrorCode.XDSMetadataIdentifierError,
        XdsErrorCode.XDSObjectTypeError,
        XdsErrorCode.XDSInvalidRequestException);

    /// <summary>True for those of ITI-92.</summary>
    public bool IsRestricted => this == Restricted;

    /// <summary>Those of a kind of update.</summary>
    public static UpdateErrorCodes Of(SubmissionKind kind) => kind == SubmissionKind.RestrictedUpdate ? Restricted : Update;
}
