using System.Globalization;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>Makes records ready for comparing. Any text is taken; what says nothing is left out. Safe for concurrent use.</summary>
public sealed class PatientNormaliser(StopList stopList)
{
    /// <summary>Telecoms of a patient that are compared and indexed.</summary>
    const int MostTelecoms = 8;

    /// <summary>The record in the form in which it is compared, with its keys.</summary>
    public NormalisedPatient Normalise(PatientFacts facts)
    {
        var said = facts.Demographics;
        var flags = new List<MatchFlag>();
        var names = new NameNormalisation(stopList, flags);
        names.Add(said.Names);
        var birthDate = BirthDate(said.BirthDate, flags);
        var sex = SexCodes.Parse(said.Sex);
        var identifiers = Identifiers(facts, birthDate, sex, flags);
        FillFrom(identifiers, ref birthDate, ref sex);
        var mothersIds = new IdentifierNormalisation(stopList, []);
        foreach (var id in facts.MothersIds) mothersIds.Add(id, default, '\0');
        var mothersNames = new NameNormalisation(stopList, []);
        mothersNames.Add(said.MothersMaidenNames);
        var isNewborn = names.HasNewbornName || mothersIds.Identifiers.Length > 0;
        if (isNewborn) flags.Add(MatchFlag.Newborn);
        if (facts.Id.Kind == AuthorityKind.Temporary) flags.Add(MatchFlag.TemporaryDomain);
        return new NormalisedPatient(facts)
        {
            Names = names.Names,
            BirthDate = birthDate,
            Sex = sex,
            Telecoms = Telecoms(said.Telecoms, flags),
            Addresses = AddressNormalisation.Normalise(said.Addresses),
            Identifiers = identifiers,
            MothersIdentifiers = mothersIds.Identifiers,
            MothersNames = mothersNames.Names,
            BirthOrder = int.TryParse(said.BirthOrder, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0,
            IsMultipleBirth = said.MultipleBirth is "Y" or "y",
            HasNewbornName = names.HasNewbornName,
            IsNewborn = isNewborn,
            Flags = flags,
        };
    }

    PartialDate BirthDate(string? text, List<MatchFlag> flags)
    {
        var date = PartialDate.Parse(text);
        if (PartialDate.IsImpossible(text)) flags.Add(MatchFlag.ImpossibleBirthDate);
        if (!stopList.HasBirthDate(date)) return date;
        if (!date.IsEmpty) flags.Add(MatchFlag.Placeholder);
        return default;
    }

    NormalisedIdentifier[] Identifiers(PatientFacts facts, PartialDate birthDate, char sex, List<MatchFlag> flags)
    {
        var identifiers = new IdentifierNormalisation(stopList, flags);
        identifiers.AddOwn(facts.Id, birthDate, sex);
        foreach (var other in facts.OtherIds) identifiers.Add(other, birthDate, sex);
        identifiers.AddUnassigned(facts.Demographics.SocialSecurityNumber, NormalisedIdentifier.SocialSecurity, birthDate, sex);
        identifiers.AddUnassigned(facts.Demographics.DriversLicense, NormalisedIdentifier.DriversLicense, birthDate, sex);
        return identifiers.Identifiers;
    }

    /// <summary>An identity number that passes its checks says when its holder was born and of what sex.</summary>
    static void FillFrom(NormalisedIdentifier[] identifiers, ref PartialDate birthDate, ref char sex)
    {
        foreach (var identifier in identifiers)
        {
            if (identifier is not { Scope: NormalisedIdentifier.GB11643, IsSound: true }) continue;
            var number = IdentityNumber.Read(identifier.Value)!.Value;
            if (birthDate.IsEmpty) birthDate = number.BirthDate;
            if (sex == '\0') sex = number.Sex;
        }
    }

    string[] Telecoms(IReadOnlyList<Telecom>? telecoms, List<MatchFlag> flags)
    {
        if (telecoms is null) return [];
        var numbers = new List<string>();
        foreach (var telecom in telecoms)
        {
            var number = TelecomNormalisation.Normalise(telecom.Number);
            if (number.Length < TelecomNormalisation.ShortestNumber || numbers.Count == MostTelecoms || numbers.Contains(number)) continue;
            if (!stopList.HasTelecom(number)) numbers.Add(number);
            else if (!flags.Contains(MatchFlag.Placeholder)) flags.Add(MatchFlag.Placeholder);
        }
        return [.. numbers];
    }
}
