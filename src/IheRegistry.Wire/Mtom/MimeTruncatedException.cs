using IheRegistry.Wire.Soap;

namespace IheRegistry.Wire.Mtom;

/// <summary>The message ended before the boundary that should have closed the part being read: the part is not whole.</summary>
public sealed class MimeTruncatedException() : MimeRefusedException(SoapRejectionReason.MimeTruncated);
