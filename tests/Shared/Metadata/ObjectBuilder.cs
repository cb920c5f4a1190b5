using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Tests.Shared.Metadata;

/// <summary>One object of a submission under construction; anything can be made wrong.</summary>
public sealed class ObjectBuilder(EbrimElement element, string? id)
{
    readonly List<Slot> _slots = [];
    readonly List<Classification> _classifications = [];
    readonly List<ExternalIdentifier> _identifiers = [];
    List<LocalizedText> _name = [];
    List<LocalizedText> _description = [];

    /// <summary>id.</summary>
    public string? Id { get; set; } = id;

    /// <summary>lid.</summary>
    public string? LogicalId { get; set; }

    /// <summary>objectType.</summary>
    public string? ObjectType { get; set; }

    /// <summary>status.</summary>
    public string? Status { get; set; }

    /// <summary>home.</summary>
    public string? Home { get; set; }

    /// <summary>mimeType.</summary>
    public string? MimeType { get; set; }

    /// <summary>associationType.</summary>
    public string? AssociationType { get; set; }

    /// <summary>sourceObject.</summary>
    public string? SourceObject { get; set; }

    /// <summary>targetObject.</summary>
    public string? TargetObject { get; set; }

    /// <summary>VersionInfo/@versionName.</summary>
    public string? VersionName { get; set; }

    /// <summary>Sets a slot in place of any of that name.</summary>
    public ObjectBuilder Slot(string name, params string[] values)
    {
        var at = _slots.FindIndex(s => s.Name == name);
        if (at < 0) return AddSlot(name, values);
        _slots[at] = new Slot(name, values);
        return this;
    }

    /// <summary>Adds a slot beside any of that name.</summary>
    public ObjectBuilder AddSlot(string name, params string[] values)
    {
        _slots.Add(new Slot(name, values));
        return this;
    }

    /// <summary>Takes out slots of a name, or classifications or identifiers of a scheme.</summary>
    public ObjectBuilder Without(string slotOrScheme)
    {
        _slots.RemoveAll(s => s.Name == slotOrScheme);
        _classifications.RemoveAll(c => c.Scheme == slotOrScheme || c.Node == slotOrScheme);
        _identifiers.RemoveAll(e => e.Scheme == slotOrScheme);
        return this;
    }

    /// <summary>Sets the title; null for none.</summary>
    public ObjectBuilder Title(string? text)
    {
        _name = text is null ? [] : [new LocalizedText(text)];
        return this;
    }

    /// <summary>Sets the comments; null for none.</summary>
    public ObjectBuilder Comments(string? text)
    {
        _description = text is null ? [] : [new LocalizedText(text)];
        return this;
    }

    /// <summary>Adds the classification that says what a package is.</summary>
    public ObjectBuilder Mark(string node) => Classify(new Classification { ClassifiedObject = Id, Node = node });

    /// <summary>Adds a code.</summary>
    public ObjectBuilder Code(string scheme, string code, string codingScheme, string? display) => Classify(new Classification
    {
        ClassifiedObject = Id,
        Scheme = scheme,
        NodeRepresentation = code,
        Slots = [new Slot(SlotNames.CodingScheme, codingScheme)],
        Name = display is null ? [] : [new LocalizedText(display)],
    });

    /// <summary>Adds an author.</summary>
    public ObjectBuilder Author(string scheme, params (string Name, string Value)[] slots) => Classify(new Classification
    {
        ClassifiedObject = Id,
        Scheme = scheme,
        NodeRepresentation = "",
        Slots = [.. slots.GroupBy(s => s.Name).Select(g => new Slot(g.Key, [.. g.Select(s => s.Value)]))],
    });

    /// <summary>Adds any classification.</summary>
    public ObjectBuilder Classify(Classification classification)
    {
        _classifications.Add(classification);
        return this;
    }

    /// <summary>Changes the classifications of a scheme.</summary>
    public ObjectBuilder Reclassify(string scheme, Func<Classification, Classification> change)
    {
        for (var i = 0; i < _classifications.Count; i++)
            if (_classifications[i].Scheme == scheme || _classifications[i].Node == scheme) _classifications[i] = change(_classifications[i]);
        return this;
    }

    /// <summary>Sets an external identifier in place of any of that scheme.</summary>
    public ObjectBuilder Identifier(string scheme, string? value, string? name = null)
    {
        _identifiers.RemoveAll(e => e.Scheme == scheme);
        return AddIdentifier(scheme, value, name);
    }

    /// <summary>Adds an external identifier beside any of that scheme.</summary>
    public ObjectBuilder AddIdentifier(string scheme, string? value, string? name = null) => AddIdentifier(new ExternalIdentifier
    {
        RegistryObject = Id,
        Scheme = scheme,
        Value = value,
        Name = name is null ? [] : [new LocalizedText(name)],
    });

    /// <summary>Adds any external identifier.</summary>
    public ObjectBuilder AddIdentifier(ExternalIdentifier identifier)
    {
        _identifiers.Add(identifier);
        return this;
    }

    /// <summary>The object.</summary>
    public RegistryObject Build() => new()
    {
        Element = element,
        Id = Id,
        LogicalId = LogicalId,
        ObjectType = ObjectType,
        Status = Status,
        Home = Home,
        MimeType = MimeType,
        AssociationType = AssociationType,
        SourceObject = SourceObject,
        TargetObject = TargetObject,
        VersionName = VersionName,
        Slots = [.. _slots],
        Name = [.. _name],
        Description = [.. _description],
        Classifications = [.. _classifications],
        ExternalIdentifiers = [.. _identifiers],
    };
}
