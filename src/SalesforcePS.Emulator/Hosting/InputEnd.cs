namespace SalesforcePS.Emulator.Hosting;

internal static class InputEnd
{
    /// <summary>Calls back once standard input is at its end: the process that held the other side of the pipe is gone.</summary>
    public static void OnReached(Action callback) => new Thread(() =>
    {
        var buffer = new byte[256];
        using var input = Console.OpenStandardInput();
        while (input.Read(buffer, 0, buffer.Length) > 0)
        {
        }

        callback();
    })
    { IsBackground = true, Name = "standard input" }.Start();
}
