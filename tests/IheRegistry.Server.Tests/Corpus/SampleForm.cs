namespace IheRegistry.Server.Tests.Corpus;

/// <summary>What a sample is.</summary>
enum SampleForm
{
    /// <summary>An HTTP request with its head.</summary>
    Http,

    /// <summary>The body of an HTTP request in multipart/related, whose head is lost.</summary>
    Mime,

    /// <summary>A SOAP envelope, or a broken one.</summary>
    Envelope,

    /// <summary>What stands in the body of an envelope.</summary>
    Body,

    /// <summary>An answer, in an envelope or not.</summary>
    Response,

    /// <summary>A message of ebXML RegRep 2.1, which XDS.a used.</summary>
    RegRep2,

    /// <summary>A log.</summary>
    Text,
}
