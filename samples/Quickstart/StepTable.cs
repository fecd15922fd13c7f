using System.Diagnostics;
using System.Globalization;

namespace Quickstart;

/// <summary>Runs the steps of the scenario, keeps what each took, and compares its count with what was expected.</summary>
internal sealed class StepTable
{
    private readonly List<(string Name, int Records, int Expected, int Calls, double Seconds)> steps = [];

    public Func<int> ApiCalls { get; set; } = () => 0;

    public async Task RunAsync(string name, int expected, Func<Task<int>> work)
    {
        var callsBefore = ApiCalls();
        var clock = Stopwatch.StartNew();
        var records = await work();
        steps.Add((name, records, expected, ApiCalls() - callsBefore, clock.Elapsed.TotalSeconds));
    }

    /// <summary>Writes the table; false where a count is not as expected.</summary>
    public bool Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"Step",-40} {"Records",7} {"Expected",8} {"API calls",9} {"Seconds",7}");
        foreach (var step in steps)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{step.Name,-40} {step.Records,7} {step.Expected,8} {step.Calls,9} {step.Seconds,7:F2}"));
        Console.WriteLine();
        var wrong = steps.Where(step => step.Records != step.Expected).Select(step => step.Name).ToList();
        Console.WriteLine(wrong.Count == 0
            ? $"All {steps.Count} steps are as expected, with {ApiCalls()} API calls."
            : $"Not as expected: {string.Join("; ", wrong)}.");
        return wrong.Count == 0;
    }
}
