using IheRegistry.Server.Options;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Options;

[TestFixture]
public sealed class OptionSyntaxTests
{
    static IEnumerable<OptionDescriptor> Options => OptionTable.All;

    [TestCase("1", 1L)]
    [TestCase("3KiB", 3L << 10)]
    [TestCase("64mib", 64L << 20)]
    [TestCase("2GiB", 2L << 30)]
    [TestCase("1TiB", 1L << 40)]
    public void Bytes_are_a_number_with_or_without_a_unit(string text, long expected)
    {
        Assert.That(OptionSyntax.Bytes.TryRead(text, out var value));
        Assert.That(value, Is.EqualTo(expected));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1MB")]
    [TestCase("KiB")]
    [TestCase("1.5GiB")]
    [TestCase("9999999TiB")]
    [TestCase("")]
    public void Other_byte_counts_are_refused(string text) => Assert.That(OptionSyntax.Bytes.TryRead(text, out _), Is.False);

    [TestCase("1GiB", true)]
    [TestCase("1025MiB", false)]
    [TestCase("0", false)]
    public void Bytes_in_memory_are_at_most_a_gibibyte(string text, bool taken) =>
        Assert.That(OptionSyntax.MemoryBytes.TryRead(text, out _), Is.EqualTo(taken));

    [TestCase("250ms", 0.25)]
    [TestCase("90s", 90)]
    [TestCase("2m", 120)]
    [TestCase("1h", 3600)]
    [TestCase("7d", 604800)]
    public void A_time_is_a_number_with_its_unit(string text, double seconds)
    {
        Assert.That(OptionSyntax.Duration.TryRead(text, out var value));
        Assert.That(value.TotalSeconds, Is.EqualTo(seconds));
    }

    [TestCase("90")]
    [TestCase("0s")]
    [TestCase("-1s")]
    [TestCase("41d")]
    [TestCase("off")]
    [TestCase("s")]
    public void Other_times_are_refused(string text) => Assert.That(OptionSyntax.Duration.TryRead(text, out _), Is.False);

    [TestCase("1")]
    [TestCase("localhost")]
    [TestCase("127.0.0")]
    public void Other_addresses_are_refused(string text) => Assert.That(OptionSyntax.Address.TryRead(text, out _), Is.False);

    [TestCase("2")]
    [TestCase("none")]
    [TestCase("critical")]
    [TestCase("loud")]
    public void Other_levels_are_refused(string text) => Assert.That(OptionSyntax.Level.TryRead(text, out _), Is.False);

    [TestCaseSource(nameof(Options))]
    public void The_default_as_it_is_printed_is_a_value_of_the_option(OptionDescriptor option)
    {
        if (option.DefaultText is { } text)
            Assert.That(ServerOptions.Resolve([], new Dictionary<string, string?> { [option.EnvironmentName] = text }).Problems, Is.Empty);
        else
            Assert.That(option, Is.AnyOf(OptionTable.AffinityDomain, OptionTable.ReplyTo, OptionTable.Config));
    }

    [Test]
    public void A_secret_is_masked_in_report_and_problem()
    {
        var secret = new OptionDescriptor<string?>("--secret", OptionSyntax.Text("TEXT"), null, "A secret.") { IsSecret = true };
        var pin = new OptionDescriptor<int>("--pin", OptionSyntax.Whole("PIN", 0, 9999), 0, "A secret number.") { IsSecret = true };
        var problems = new List<OptionProblem>();

        var values = new OptionValues(
            [secret, pin],
            new Dictionary<OptionDescriptor, string> { [secret] = "open sesame", [pin] = "12345" },
            new Dictionary<string, string?>(),
            new Dictionary<OptionDescriptor, string>(),
            problems);

        Assert.Multiple(() =>
        {
            Assert.That(values.Get(secret), Is.EqualTo("open sesame"));
            Assert.That(values.Describe([secret]), Is.EqualTo(new[] { "--secret ******** (command line)" }));
            Assert.That(problems.Single().ToString(), Is.EqualTo("--pin: \"********\": expected a whole number from 0 to 9999"));
        });
    }
}
