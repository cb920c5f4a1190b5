using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Cuts addresses into segments, those of China (省市区街道路号栋单元室) by their markers, others by words and numbers.</summary>
static class AddressNormalisation
{
    /// <summary>Addresses of a patient that are compared: every pair of them costs, and former ones say little of who it is.</summary>
    const int MostAddresses = 6;

    public static NormalisedAddress[] Normalise(IReadOnlyList<PostalAddress>? addresses)
    {
        if (addresses is null || addresses.Count == 0) return [];
        var normalised = new List<NormalisedAddress>();
        foreach (var address in addresses.Take(MostAddresses))
            if (Normalise(address) is { } one && !normalised.Contains(one)) normalised.Add(one);
        return [.. normalised];
    }

    static NormalisedAddress? Normalise(PostalAddress address)
    {
        var text = string.Concat(address.State, address.City, address.OtherDesignation, address.Street);
        var normalised = Folding.HasHan(text) ? ChineseAddress.Read(address) : WesternAddress.Read(address);
        return normalised is { Region: "", City: "", District: "", Street: "", PostalCode: "" } ? null : normalised;
    }
}
