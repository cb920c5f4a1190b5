namespace IheRegistry.Benchmarks.Ratio;

/// <summary>One measurement of one side.</summary>
/// <param name="Value">The figure that is compared.</param>
/// <param name="ProcessorMicroseconds">Processor time that the measured process took for each request; null where that says nothing.</param>
sealed record Sample(double Value, double? ProcessorMicroseconds = null);
