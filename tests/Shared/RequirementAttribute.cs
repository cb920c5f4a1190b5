using NUnit.Framework;

namespace IheRegistry.Tests.Shared;

/// <summary>
/// Ties a test to the sentence of the framework that it proves: <c>[Requirement("ITI-42:3.42.4.1.3.5")]</c> is section 3.42.4.1.3.5 of
/// ITI TF-2, <c>[Requirement("TF-3:4.2.3.2.25")]</c> one of volume 3.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirementAttribute(string section) : PropertyAttribute(section);
