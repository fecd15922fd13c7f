using System.Collections.Concurrent;

namespace SalesforcePS.Emulator;

/// <summary>The local orgs that this PowerShell process has started.</summary>
internal static class RunningEmulators
{
    private static readonly ConcurrentDictionary<int, SfEmulator> Emulators = new();

    public static void Add(SfEmulator emulator) => Emulators[emulator.ProcessId] = emulator;

    public static void Remove(SfEmulator emulator) => Emulators.TryRemove(emulator.ProcessId, out _);

    public static SfEmulator[] All() => [.. Emulators.Values.Where(emulator => emulator.IsRunning)];
}
