using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Names in the form the XML reader compares without making strings of what it reads.</summary>
static class SoapNames
{
    static readonly XmlDictionary Names = new();

    internal static readonly XmlDictionaryString Soap12 = Names.Add(SoapNamespaces.Soap12);
    internal static readonly XmlDictionaryString Soap11 = Names.Add(SoapNamespaces.Soap11);
    internal static readonly XmlDictionaryString Envelope = Names.Add("Envelope");
    internal static readonly XmlDictionaryString Header = Names.Add("Header");
    internal static readonly XmlDictionaryString Body = Names.Add("Body");
    internal static readonly XmlDictionaryString Fault = Names.Add("Fault");
    internal static readonly XmlDictionaryString Role = Names.Add("role");
    internal static readonly XmlDictionaryString MustUnderstand = Names.Add("mustUnderstand");

    internal static readonly XmlDictionaryString Addressing = Names.Add(SoapNamespaces.Addressing);
    internal static readonly XmlDictionaryString Action = Names.Add("Action");
    internal static readonly XmlDictionaryString MessageId = Names.Add("MessageID");
    internal static readonly XmlDictionaryString To = Names.Add("To");
    internal static readonly XmlDictionaryString From = Names.Add("From");
    internal static readonly XmlDictionaryString ReplyTo = Names.Add("ReplyTo");
    internal static readonly XmlDictionaryString FaultTo = Names.Add("FaultTo");
    internal static readonly XmlDictionaryString RelatesTo = Names.Add("RelatesTo");
    internal static readonly XmlDictionaryString Address = Names.Add("Address");
    internal static readonly XmlDictionaryString ReferenceParameters = Names.Add("ReferenceParameters");
}
