namespace IheRegistry.Store.Sqlite;

/// <summary>A write that waits for its group, and the caller who waits for it.</summary>
abstract class PendingWrite
{
    /// <summary>One SQL statement does it, which SQLite makes all or nothing by itself.</summary>
    internal abstract bool IsOneStatement { get; }

    /// <summary>Does the work inside the group's transaction.</summary>
    internal abstract void Run();

    /// <summary>The work threw: its caller learns it once the group is committed, like everybody.</summary>
    internal abstract void Refuse(Exception error);

    /// <summary>The group is durable.</summary>
    internal abstract void Complete();

    /// <summary>The group was not made durable.</summary>
    internal abstract void Fail(StoreUnavailableException error);
}

/// <summary>A write with an answer.</summary>
sealed class PendingWrite<T>(Func<T> work, bool isOneStatement) : PendingWrite
{
    // Continuations must not run on the writer's thread.
    readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T? _answer;
    Exception? _refusal;

    internal Task<T> Task => _done.Task;

    internal override bool IsOneStatement => isOneStatement;

    internal override void Run() => _answer = work();

    internal override void Refuse(Exception error) => _refusal = error;

    internal override void Complete()
    {
        if (_refusal is null) _done.SetResult(_answer!);
        else _done.SetException(_refusal);
    }

    internal override void Fail(StoreUnavailableException error) => _done.SetException(error);
}
