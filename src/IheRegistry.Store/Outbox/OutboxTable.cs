using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Outbox;

/// <summary>The answers to be sent, on the writer's connection.</summary>
sealed class OutboxTable(StatementCache statements)
{
    const string Folder = "Outbox/Sql/";

    internal long Keep(KeptAnswer answer, ReadOnlyMemory<byte> body)
    {
        using var reader = statements[Folder + "insert_answer.sql"].Query(
            answer.Transaction, answer.Endpoint, answer.RelatesTo, answer.Address, answer.ContentType, answer.Size,
            answer.File is null ? body.ToArray() : null, answer.File,
            answer.At.ToUnixTimeMilliseconds(), answer.Deadline.ToUnixTimeMilliseconds());
        reader.Read();
        return reader.GetInt64(0);
    }

    internal void Change(long row, AnswerProgress progress)
    {
        if (progress.GivenUpAt is { } at)
            statements[Folder + "give_up_answer.sql"].Execute(progress.Attempts, progress.Failure, at.ToUnixTimeMilliseconds(), row);
        else
            statements[Folder + "put_off_answer.sql"].Execute(progress.Attempts, progress.NextAt.ToUnixTimeMilliseconds(), progress.Failure, row);
    }

    internal void Drop(long row) => statements[Folder + "delete_answer.sql"].Execute(row);

    internal int DropDead(DateTimeOffset before) => statements[Folder + "delete_dead_answers.sql"].Execute(before.ToUnixTimeMilliseconds());
}
