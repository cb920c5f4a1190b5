using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Model.Access;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager;

[TestFixture]
public sealed class StewardRolesTests
{
    [TestCase("", true, true, true, Description = "no authentication, no roles")]
    [TestCase("identity-reader", true, false, false)]
    [TestCase("identity-steward", true, true, false)]
    [TestCase("administrator", false, false, true)]
    [TestCase("administrator identity-steward", true, true, true)]
    [TestCase("physician", false, false, false)]
    public void A_role_gives_its_rights_and_no_other(string roles, bool read, bool decide, bool operate)
    {
        var caller = new Caller("who", Caller.UnknownInstitution, "127.0.0.1") { Roles = roles.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

        Assert.That(
            new[] { StewardRight.Read, StewardRight.Decide, StewardRight.Operate }.Select(right => right.IsGrantedTo(caller)),
            Is.EqualTo(new[] { read, decide, operate }));
    }
}
