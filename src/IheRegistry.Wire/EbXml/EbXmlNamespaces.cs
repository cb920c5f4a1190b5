namespace IheRegistry.Wire.EbXml;

/// <summary>Namespaces of the ebXML Registry standards and of XDS.b (ITI TF-2 Appendix V.2.4 and 3.43.5).</summary>
public static class EbXmlNamespaces
{
    /// <summary>ebRIM 3.0.</summary>
    public const string Rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";

    /// <summary>ebRS 3.0.</summary>
    public const string Rs = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0";

    /// <summary>ebRS 3.0 life cycle.</summary>
    public const string Lcm = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";

    /// <summary>ebRS 3.0 query.</summary>
    public const string Query = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0";

    /// <summary>XDS.b.</summary>
    public const string XdsB = "urn:ihe:iti:xds-b:2007";

    /// <summary>Remove Metadata and Documents.</summary>
    public const string Rmd = "urn:ihe:iti:rmd:2017";
}
