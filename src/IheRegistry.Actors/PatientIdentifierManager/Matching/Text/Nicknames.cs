namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>English given names and what their bearers are called.</summary>
static class Nicknames
{
    static readonly string[] Groups =
    [
        "william bill will billy liam", "robert bob rob bobby", "richard dick rick rich", "james jim jimmy jamie", "john jack johnny", "michael mike mick",
        "joseph joe joey", "thomas tom tommy", "charles charlie chuck", "christopher chris", "daniel dan danny", "matthew matt", "anthony tony",
        "edward ed eddie ted ned", "andrew andy drew", "steven steve stephen", "kenneth ken", "joshua josh", "benjamin ben", "samuel sam", "alexander alex",
        "nicholas nick", "jonathan jon", "david dave", "henry harry hank", "patrick pat", "gregory greg", "ronald ron", "donald don", "timothy tim",
        "elizabeth liz beth betty lisa eliza", "margaret maggie peggy meg", "katherine kate kathy katie catherine cathy", "jennifer jen jenny",
        "patricia pat patty tricia", "susan sue susie", "deborah debbie deb", "barbara barb", "rebecca becky", "jessica jess", "mary molly polly",
        "victoria vicky", "christina chris tina", "dorothy dot dolly", "sandra sandy", "kimberly kim", "pamela pam", "cynthia cindy", "theresa terry tess",
        "alexandra alex sandra", "samantha sam", "frances fran", "jacqueline jackie", "judith judy", "virginia ginny",
    ];

    static readonly ILookup<string, int> Groupings =
        Groups.SelectMany((group, number) => group.Split(' ').Select(name => (name, number))).ToLookup(n => n.name, n => n.number);

    public static bool Agree(string a, string b) => Groupings[a].Any(g => Groupings[b].Contains(g));
}
