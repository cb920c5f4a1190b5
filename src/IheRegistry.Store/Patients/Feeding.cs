namespace IheRegistry.Store.Patients;

/// <summary>Takes feeds of records.</summary>
sealed class Feeding(IdentityTables tables)
{
    internal FeedOutcome Feed(RecordFeed feed, LedgerSource source)
    {
        var keys = RecordKeys.Of(feed);
        var fed = new NewEvent(LedgerEventKind.Fed)
        {
            Sender = feed.Source,
            Content = RecordContentCodec.Encode(RecordContent.Of(feed)),
            Keys = keys.Encode(),
        };
        return tables.Records.Find(feed.Id) switch
        {
            null => FeedNew(feed, fed, keys, source),
            { Content: { } content } known => FeedKnown(known, content, fed, keys, source),
            var forgotten => FeedForgotten(forgotten, feed, fed, source),
        };
    }

    FeedOutcome FeedKnown(RecordRow known, long content, NewEvent fed, RecordKeys keys, LedgerSource source)
    {
        var number = tables.Events.Append(fed with { Record = known.Row }, source);
        tables.ChangeContent(known, content, number, keys);
        return new FeedOutcome(number, null, known.Row, known.Person!.Value, null);
    }

    FeedOutcome FeedNew(RecordFeed feed, NewEvent fed, RecordKeys keys, LedgerSource source)
    {
        var record = tables.Records.Allot();
        var written = Append(record, feed, fed, source);
        tables.InsertRecord(record, feed.Id, written.Person, written.Event, source.At);
        tables.Records.ChangeKeys(record, RecordKeys.None, keys);
        return written;
    }

    // All its feeds were undone: it is as new, but what was decided of it since may still hold.
    FeedOutcome FeedForgotten(RecordRow forgotten, RecordFeed feed, NewEvent fed, LedgerSource source)
    {
        var written = Append(forgotten.Row, feed, fed, source);
        tables.FollowRecord(forgotten.Row);
        tables.FollowOwners([forgotten.Row], new Consequences());
        return written with { Person = tables.Records.Get(forgotten.Row).Person!.Value };
    }

    FeedOutcome Append(long record, RecordFeed feed, NewEvent fed, LedgerSource source)
    {
        if (feed.Person is { } person)
        {
            var joined = (tables.Persons.Find(person) ?? throw new ArgumentException($"There is no person {person}.", nameof(feed))).Survivor;
            var number = tables.Events.Append(fed with { Record = record }, source);
            var link = tables.Events.Append(new NewEvent(LedgerEventKind.Linked) { Record = record, Person = joined }, source);
            return new FeedOutcome(number, link, record, joined, null);
        }

        var consequences = new Consequences();
        var opened = tables.OpenPerson(feed.Epid, feed.EnterpriseAuthority, source, consequences);
        var introduced = tables.Events.Append(fed with { Kind = LedgerEventKind.Introduced, Record = record, Person = opened }, source);
        return new FeedOutcome(introduced, null, record, opened, consequences.NewEpids is [var epid] ? epid : null);
    }
}
