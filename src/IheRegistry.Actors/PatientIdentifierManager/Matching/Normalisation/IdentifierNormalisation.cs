using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Brings identifiers to one form, leaves out placeholders, and checks identity numbers against GB 11643 and the record.</summary>
sealed class IdentifierNormalisation(StopList stopList, List<MatchFlag> flags)
{
    // Far more than one person has; a mother's are as many as the message says.
    const int MostIdentifiers = 100;

    readonly List<NormalisedIdentifier> _identifiers = [];

    public NormalisedIdentifier[] Identifiers => [.. _identifiers];

    /// <summary>The record's own number was given out, however much it looks like a placeholder; a card's was copied from something.</summary>
    public void AddOwn(KnownIdentifier identifier, PartialDate birthDate, char sex)
    {
        if (ClassOf(identifier.Kind) != IdentifierClass.Record) Add(identifier, birthDate, sex);
        else if (identifier.Kind != AuthorityKind.Temporary && Folding.Compact(identifier.Id) is { Length: > 0 } value)
            Add(new NormalisedIdentifier(identifier.Authority, value, IdentifierClass.Record, identifier.IsTrusted, IsSound: true));
    }

    public void Add(KnownIdentifier identifier, PartialDate birthDate, char sex)
    {
        if (identifier.Kind == AuthorityKind.Temporary) return;
        var value = Folding.Compact(identifier.Id);
        if (IsNothing(value)) return;
        var isNational = identifier.Kind == AuthorityKind.NationalId;
        if (isNational && IdentityNumber.Read(value) is { } number) AddIdentityNumber(number, identifier.IsTrusted, birthDate, sex);
        else Add(new NormalisedIdentifier(identifier.Authority, value, ClassOf(identifier.Kind), identifier.IsTrusted, IsSound: true));
    }

    /// <summary>A number that comes without an authority: nobody trusted it.</summary>
    public void AddUnassigned(string? text, string scope, PartialDate birthDate, char sex)
    {
        var value = Folding.Compact(text);
        if (IsNothing(value)) return;
        if (IdentityNumber.Read(value) is { IsValid: true } number) AddIdentityNumber(number, false, birthDate, sex);
        else Add(new NormalisedIdentifier(scope, value, IdentifierClass.Card, IsTrusted: false, IsSound: true));
    }

    bool IsNothing(string value)
    {
        if (value.Length > 0 && !stopList.HasIdentifier(value)) return false;
        if (value.Length > 0) Flag(MatchFlag.Placeholder);
        return true;
    }

    void AddIdentityNumber(IdentityNumber number, bool isTrusted, PartialDate birthDate, char sex)
    {
        var differsInDate = number.HasValidDate && birthDate.IsWhole && number.BirthDate != birthDate;
        var differsInSex = sex != '\0' && number.Sex != sex;
        if (!number.HasValidDate) Flag(MatchFlag.IdentityNumberDate);
        if (!number.HasValidCheckDigit) Flag(MatchFlag.IdentityNumberChecksum);
        if (differsInDate) Flag(MatchFlag.IdentityNumberBirthDate);
        if (differsInSex) Flag(MatchFlag.IdentityNumberSex);
        var isSound = number.IsValid && !differsInSex;
        Add(new NormalisedIdentifier(NormalisedIdentifier.GB11643, number.Value, IdentifierClass.National, isTrusted, isSound));
    }

    void Add(NormalisedIdentifier identifier)
    {
        var known = _identifiers.FindIndex(i => i.Scope == identifier.Scope && i.Value == identifier.Value);
        if (known < 0 && _identifiers.Count < MostIdentifiers) _identifiers.Add(identifier);
        else if (known >= 0 && identifier.IsTrusted) _identifiers[known] = _identifiers[known] with { IsTrusted = true };
    }

    void Flag(MatchFlag flag)
    {
        if (!flags.Contains(flag)) flags.Add(flag);
    }

    static IdentifierClass ClassOf(AuthorityKind kind) => kind switch
    {
        AuthorityKind.NationalId => IdentifierClass.National,
        AuthorityKind.HealthCard or AuthorityKind.Insurance => IdentifierClass.Card,
        _ => IdentifierClass.Record,
    };
}
