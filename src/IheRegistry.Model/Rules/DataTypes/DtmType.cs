using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>DTM: <see cref="Dtm"/>.</summary>
static class DtmType
{
    public static string? Problem(string value) =>
        Dtm.IsValid(value) ? null : "is not a DTM: 4, 6, 8, 10, 12 or 14 digits that name a date and time";
}
