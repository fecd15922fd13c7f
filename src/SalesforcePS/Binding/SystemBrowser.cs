using System.ComponentModel;
using System.Diagnostics;

namespace SalesforcePS.Binding;

/// <summary>Opens an address in the browser that the user has chosen for the system.</summary>
internal static class SystemBrowser
{
    /// <summary>False where there is none to open, as on a server.</summary>
    public static bool Open(Uri address)
    {
        try
        {
            return OperatingSystem.IsWindows() ? Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true })
                : OperatingSystem.IsMacOS() ? Start(new ProcessStartInfo("open", [address.AbsoluteUri]))
                : HasDisplay && Start(new ProcessStartInfo("xdg-open", [address.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Without a display xdg-open would start a browser in the terminal, over the prompt.</summary>
    private static bool HasDisplay =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static bool Start(ProcessStartInfo start)
    {
        using var process = Process.Start(start);
        return true;
    }
}
