namespace IheRegistry.Store.Outbox;

/// <summary>What the answers that wait, and those that are being written, take of the outbox.</summary>
sealed class OutboxRoom(OutboxLimits limits)
{
    readonly Lock _counting = new();
    int _answers;
    long _bytes;

    internal int Answers
    {
        get
        {
            lock (_counting) return _answers;
        }
    }

    internal long Bytes
    {
        get
        {
            lock (_counting) return _bytes;
        }
    }

    /// <summary>Counts what a start finds, which is there already.</summary>
    internal void Add(long bytes)
    {
        lock (_counting)
        {
            _answers++;
            _bytes += bytes;
        }
    }

    internal bool TryTakeAnswer(long bytes)
    {
        lock (_counting)
        {
            if (_answers >= limits.MaxAnswers || bytes > limits.MaxBytes - _bytes) return false;
            _answers++;
            _bytes += bytes;
            return true;
        }
    }

    internal bool TryTakeBytes(long bytes)
    {
        lock (_counting)
        {
            if (bytes > limits.MaxBytes - _bytes) return false;
            _bytes += bytes;
            return true;
        }
    }

    internal void ReturnBytes(long bytes)
    {
        lock (_counting) _bytes -= bytes;
    }

    internal void ReturnAnswer(long bytes)
    {
        lock (_counting)
        {
            _answers--;
            _bytes -= bytes;
        }
    }
}
