namespace IheRegistry.Store.Notifications;

/// <summary>How many notifications of a consumer are where.</summary>
/// <param name="Consumer">The name of the consumer.</param>
/// <param name="Waiting">Those that are to be sent.</param>
/// <param name="GivenUp">Those that were given up and can be sent again.</param>
/// <param name="Lost">Those that were given up and had to make room: of these persons the consumer may know less than is so.</param>
public sealed record ConsumerBacklog(string Consumer, int Waiting, int GivenUp, long Lost);
