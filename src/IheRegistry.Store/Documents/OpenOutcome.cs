using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Store.Documents;

/// <summary>A stored document opened for reading, or what is wrong with it.</summary>
public sealed record OpenOutcome
{
    OpenOutcome(Stream? content, ContentFault? fault) => (Content, Fault) = (content, fault);

    /// <summary>
    /// The bytes; null where there is a fault. The stream has a length, reads forward only, and checks the hash on the way: the read
    /// that would hand out the last bytes of a damaged document throws <see cref="DocumentDamagedException"/> instead.
    /// </summary>
    public Stream? Content { get; }

    /// <summary>What was found before the first byte; null where the document opened.</summary>
    public ContentFault? Fault { get; }

    /// <summary>True where the document exists and has the expected size.</summary>
    [MemberNotNullWhen(true, nameof(Content))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsOpen => Content is not null;

    internal static OpenOutcome Opened(Stream content) => new(content, null);

    internal static OpenOutcome Faulty(ContentFault fault) => new(null, fault);
}

/// <summary>What can be wrong with a stored document.</summary>
public enum ContentFault
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is shorter or longer than it was when it was stored.</summary>
    WrongSize,

    /// <summary>Its bytes have changed.</summary>
    WrongHash,

    /// <summary>The disk returned an error.</summary>
    Unreadable,
}
