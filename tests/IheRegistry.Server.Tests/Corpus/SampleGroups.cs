namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// Many samples are variations of one and carry the same ids: those that share one never meet in one server, so that a verdict does not
/// depend on what was sent before.
/// </summary>
static class SampleGroups
{
    /// <summary>The samples in groups without a common id.</summary>
    public static IReadOnlyList<IReadOnlyList<SampleFile>> Of(IEnumerable<SampleFile> files)
    {
        var groups = new List<(List<SampleFile> Files, HashSet<string> Ids)>();
        foreach (var file in files)
        {
            var ids = SampleObjects.IdsIn(SoapSample.Read(file.Name, file.Text).Root).Where(id => !Placeholders.AreIn(id)).ToList();
            var at = groups.FindIndex(group => !group.Ids.Overlaps(ids));
            if (at < 0)
            {
                at = groups.Count;
                groups.Add(([], []));
            }

            groups[at].Files.Add(file);
            groups[at].Ids.UnionWith(ids);
        }

        return [.. groups.Select(group => group.Files)];
    }
}
