namespace IheRegistry.Model.Rules;

/// <summary>The places of the Technical Framework that findings cite.</summary>
static class Tf
{
    public const string Usage = "ITI TF-3 table 4.3.1-3";
    public const string DataTypes = "ITI TF-3 table 4.2.3.1.7-2";
    public const string Slot = "ebRIM 3.0 Slot; ITI TF-3 4.2.3.1.6";
    public const string Classification = "ITI TF-3 4.2.3.1.2 and 4.2.3.1.10";
    public const string ExternalIdentifier = "ITI TF-3 4.2.3.1.3";
    public const string Submission = "ITI TF-3 4.1.4 and 4.2.1.5";
    public const string PackageMark = "ITI TF-3 4.2.1.2.1 and 4.2.1.3.1";
    public const string HasMember = "ITI TF-3 4.2.2.1";
    public const string SubmissionSetStatus = "ITI TF-3 4.2.2.1.1";
    public const string Relationship = "ITI TF-3 4.2.2.2";
    public const string RelationshipEnds = "ITI TF-2 3.42.4.1.3.5";
    public const string AssociationTypes = "ITI TF-3 table 4.2.2-1";
    public const string Code = "ITI TF-3 4.2.3.1.2";
    public const string Author = "ITI TF-3 4.2.3.1.4";
    public const string ExtraMetadata = "ITI TF-3 4.2.3.1.6";
    public const string OnDemandSubmission = "ITI TF-2 3.61.4.1.2";
    public const string Identifiers = "ITI TF-3 4.2.3.1.5";
    public const string HomeCommunity = "ITI TF-3 4.2.3.2.12";
    public const string Schema = "ebRIM 3.0 schema";
    public const string PatientIds = "ITI TF-2 3.42.4.1.3.3.2";
    public const string ErrorCodes = "ITI TF-3 table 4.2.4.1-2";
    public const string PatientInfo = "ITI TF-3 4.2.3.2.23";
    public const string Update = "ITI TF-2 3.57.4.1.3.1";
    public const string UpdateStatus = "ITI TF-2 3.57.4.1.3.3.2";
    public const string SubmitAssociation = "ITI TF-2 3.57.4.1.3.3.6";
    public const string RestrictedUpdate = "ITI TF-2 3.92.4.1.3";
    public const string ServiceTimes = "ITI TF-2 3.42.4.1.3.3.6";
}
