using IheRegistry.Model.Audit;

namespace IheRegistry.Wire.Audit;

/// <summary>The letters of EventActionCode (DICOM PS3.15 A.5.2.1).</summary>
static class EventActionCode
{
    public static string Of(EventAction action) => action switch
    {
        EventAction.Create => "C",
        EventAction.Read => "R",
        EventAction.Update => "U",
        EventAction.Delete => "D",
        EventAction.Execute => "E",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    public static EventAction? Parse(string? code) => code switch
    {
        "C" => EventAction.Create,
        "R" => EventAction.Read,
        "U" => EventAction.Update,
        "D" => EventAction.Delete,
        "E" => EventAction.Execute,
        _ => null,
    };
}
