namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>A String of no particular form; that it is not empty and not too long holds for every slot.</summary>
static class AnyText
{
    public static string? Problem(string value) => null;
}
