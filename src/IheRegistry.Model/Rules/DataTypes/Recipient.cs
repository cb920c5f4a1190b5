namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>A value of intendedRecipient: <c>XON|XCN|XTN</c>, at least one of them (ITI TF-3 4.2.3.3.7).</summary>
static class Recipient
{
    public static string? Problem(string value)
    {
        if (value.AsSpan().Count('|') > 2) return "has more than the three parts XON|XCN|XTN";
        var organization = Hl7Notation.Part(value, 1, '|').ToString();
        var person = Hl7Notation.Part(value, 2, '|').ToString();
        var telecom = Hl7Notation.Part(value, 3, '|').ToString();
        if (organization.Length + person.Length + telecom.Length == 0) return "names neither an organization, nor a person, nor an address";
        return Of(organization, Xon.Problem) ?? Of(person, Xcn.Problem) ?? Of(telecom, Xtn.Problem);
    }

    static string? Of(string part, ValueCheck check) => part.Length == 0 ? null : check(part);
}
