using System.IO.Pipelines;

namespace IheRegistry.Server.Soap;

/// <summary>Where an answer goes: on the connection that the request came on, or to an address of its own.</summary>
interface ISoapReply : IDisposable
{
    /// <summary>Takes the answer.</summary>
    PipeWriter Output { get; }

    /// <summary>The HTTP Content-Type of the answer, set when it begins.</summary>
    string ContentType { set; }

    /// <summary>Takes back an answer that was begun; false where that cannot be.</summary>
    bool TryStartOver();

    /// <summary>The answer is whole: what has not left yet goes where it is to go.</summary>
    Task EndAsync(CancellationToken cancellationToken);
}
