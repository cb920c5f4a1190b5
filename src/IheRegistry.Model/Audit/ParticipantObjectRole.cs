namespace IheRegistry.Model.Audit;

/// <summary>The part an object plays: ParticipantObjectTypeCodeRole (DICOM PS3.15 A.5.2.4), with the standard's numbers.</summary>
public enum ParticipantObjectRole
{
    /// <summary>1.</summary>
    Patient = 1,

    /// <summary>2.</summary>
    Location = 2,

    /// <summary>3; a document is one.</summary>
    Report = 3,

    /// <summary>4.</summary>
    Resource = 4,

    /// <summary>5.</summary>
    MasterFile = 5,

    /// <summary>6.</summary>
    User = 6,

    /// <summary>7.</summary>
    List = 7,

    /// <summary>8.</summary>
    Doctor = 8,

    /// <summary>9.</summary>
    Subscriber = 9,

    /// <summary>10.</summary>
    Guarantor = 10,

    /// <summary>11.</summary>
    SecurityUserEntity = 11,

    /// <summary>12.</summary>
    SecurityUserGroup = 12,

    /// <summary>13.</summary>
    SecurityResource = 13,

    /// <summary>14.</summary>
    SecurityGranularityDefinition = 14,

    /// <summary>15.</summary>
    Provider = 15,

    /// <summary>16.</summary>
    DataDestination = 16,

    /// <summary>17.</summary>
    DataArchive = 17,

    /// <summary>18.</summary>
    Schedule = 18,

    /// <summary>19.</summary>
    Customer = 19,

    /// <summary>20; a submission set is one.</summary>
    Job = 20,

    /// <summary>21.</summary>
    JobStream = 21,

    /// <summary>22.</summary>
    Table = 22,

    /// <summary>23.</summary>
    RoutingCriteria = 23,

    /// <summary>24.</summary>
    Query = 24,

    /// <summary>25.</summary>
    DataSource = 25,

    /// <summary>26.</summary>
    ProcessingElement = 26,
}
