using IheRegistry.Store.Tests.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests;

[TestFixture]
public sealed class DataFolderTests
{
    ScratchFolder _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [Test]
    public async Task A_second_process_is_refused_and_told_which_one_has_the_folder()
    {
        using var first = TestProcess.Start(["lock", _scratch.Path]);
        Assert.That(await first.ReadLineAsync(), Is.EqualTo("open"));

        var second = DataFolder.Open(_scratch.Path);

        Assert.That(second.IsOpen, Is.False);
        Assert.That(second.Refusal, Does.Contain($"in use by process {first.Id}").And.Contain(_scratch.Path));
        Assert.That(await first.EndAsync(), Is.Zero);
    }

    [Test]
    public async Task A_killed_process_leaves_no_lock()
    {
        using var first = TestProcess.Start(["lock", _scratch.Path]);
        Assert.That(await first.ReadLineAsync(), Is.EqualTo("open"));
        await first.KillAsync();

        using var folder = DataFolder.Open(_scratch.Path).Folder;

        Assert.That(folder, Is.Not.Null);
    }

    [Test]
    public void A_closed_folder_can_be_opened_again()
    {
        DataFolder.Open(_scratch.Path).Folder!.Dispose();

        using var again = DataFolder.Open(_scratch.Path).Folder;

        Assert.That(again, Is.Not.Null);
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_scratch.PathOf("file"), "in the way");

        var outcome = DataFolder.Open(_scratch.PathOf("file/data"));

        Assert.That(outcome.Refusal, Does.Contain("cannot be made"));
    }

    [Test]
    public void A_folder_open_to_others_is_closed_to_them()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no modes.");
            return;
        }
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_scratch.Path, Private | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        using var folder = DataFolder.Open(_scratch.Path).Folder!;

        Assert.That(File.GetUnixFileMode(folder.Root), Is.EqualTo(Private));
        Assert.That(File.GetUnixFileMode(folder.PrivateFile("registry.db")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Only_plain_names_are_files_of_the_folder([Values("../x", "a/b", "/etc/passwd")] string name)
    {
        using var folder = DataFolder.Open(_scratch.Path).Folder!;

        Assert.That(() => folder.PathOf(name), Throws.ArgumentException);
    }
}
