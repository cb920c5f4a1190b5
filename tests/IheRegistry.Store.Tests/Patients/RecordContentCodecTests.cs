using System.Reflection;
using System.Text.Json;
using IheRegistry.Model.Demographics;
using IheRegistry.Store.Patients;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>Every property of the demographics comes back, those too that are added to the model later.</summary>
[TestFixture]
public sealed class RecordContentCodecTests
{
    int _texts;

    static IEnumerable<PropertyInfo> Properties<T>() => typeof(T).GetProperties().Where(property => property.CanWrite);

    static IEnumerable<string> OfDemographics() => Properties<PatientDemographics>().Select(property => property.Name);

    static IEnumerable<string> OfVisit() => Properties<PatientVisit>().Select(property => property.Name);

    [TestCaseSource(nameof(OfDemographics))]
    public void A_field_of_the_demographics_comes_back_alone(string property)
    {
        var demographics = new PatientDemographics();
        Set(demographics, property);
        AssertComesBack(new RecordContent(demographics, null, [], IsTentative: false));
    }

    [TestCaseSource(nameof(OfVisit))]
    public void A_field_of_the_visit_comes_back_alone(string property)
    {
        var visit = new PatientVisit();
        Set(visit, property);
        AssertComesBack(new RecordContent(PatientDemographics.None, visit, [], IsTentative: true));
    }

    [Test]
    public void All_of_it_comes_back_together()
    {
        var (demographics, visit) = (new PatientDemographics(), new PatientVisit());
        foreach (var property in OfDemographics()) Set(demographics, property);
        foreach (var property in OfVisit()) Set(visit, property);
        AssertComesBack(new RecordContent(demographics, visit, [Ledger.Identifier("1", "1.2"), Ledger.Identifier("王小明", "1.3")], IsTentative: true));
    }

    [Test]
    public void What_is_not_said_and_what_is_said_to_be_nothing_stay_apart()
    {
        AssertComesBack(new RecordContent(PatientDemographics.None, null, [], IsTentative: false));
        AssertComesBack(new RecordContent(new PatientDemographics { Names = [], BirthDate = "" }, new PatientVisit(), [], IsTentative: false));
    }

    static void AssertComesBack(RecordContent content)
    {
        var back = RecordContentCodec.Decode(RecordContentCodec.Encode(content));
        Assert.That(JsonSerializer.Serialize(back), Is.EqualTo(JsonSerializer.Serialize(content)));
    }

    void Set(object target, string property)
    {
        var info = target.GetType().GetProperty(property)!;
        info.SetValue(target, Make(info.PropertyType));
    }

    // A value all of whose texts differ.
    object Make(Type type)
    {
        if (type == typeof(string)) return $"文本 {++_texts}";
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[0];
            var list = Array.CreateInstance(item, 2);
            for (var i = 0; i < list.Length; i++) list.SetValue(Make(item), i);
            return list;
        }

        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
    }
}
