using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// What replacing a document entails (ITI TF-2 3.42.4.1.3.5): the old entry and all that was appended to it or transformed from it
/// become deprecated, and the replacement takes the old entry's place in every Folder.
/// </summary>
/// <param name="Deprecated">Entries of the registry that become deprecated.</param>
/// <param name="Folders">Folders of the registry that gain the replacement, and so change.</param>
/// <param name="Memberships">New associations: Folder to replacement, and SubmissionSet to each of those.</param>
sealed record Replacement(
    IReadOnlyList<KnownObject> Deprecated, IReadOnlyList<KnownObject> Folders, IReadOnlyList<Association> Memberships)
{
    static readonly Replacement Nothing = new([], [], []);

    internal static Replacement Of(Submission submission, RegistrySnapshot registry)
    {
        var replacements = submission.Associations.Where(a => a.Type.Replaces()).ToList();
        if (replacements.Count == 0) return Nothing;

        var deprecated = new Dictionary<long, KnownObject>();
        var folders = new Dictionary<long, KnownObject>();
        var memberships = new List<Association>();
        // The submitter may have put the replacement into the Folder already, or it may replace several documents of the Folder.
        var members = submission.Associations.Where(a => a.Type == AssociationType.HasMember).Select(a => (a.Source, a.Target)).ToHashSet();
        foreach (var association in replacements)
        {
            var old = registry.Object(association.Target)!;
            foreach (var item in registry.DependentsOf(association.Target).Prepend(old)) deprecated[item.Row] = item;
            foreach (var folder in registry.FoldersOf(association.Target))
            {
                if (!members.Add((folder.EntryUuid, association.Source))
                    || registry.ApprovedAssociationsOf(association.Source).Any(a => a.Source.Row == folder.Row))
                    continue;
                folders[folder.Row] = folder;
                var membership = HasMember.Of(folder.EntryUuid, association.Source, original: null);
                memberships.Add(membership);
                memberships.Add(HasMember.Of(submission.SubmissionSet.EntryUuid, membership.EntryUuid, original: true));
            }
        }

        return new Replacement([.. deprecated.Values], [.. folders.Values], memberships);
    }
}
