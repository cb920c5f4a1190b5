using System.Globalization;

namespace IheRegistry.Store.Patients;

/// <summary>The reason of a review item that an event of the ledger gave rise to.</summary>
static class EventReason
{
    internal static string Of(long number) => string.Create(CultureInfo.InvariantCulture, $$"""{"event":{{number}}}""");
}
