using System.Globalization;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Authentication;
using SalesforcePS.Resources;

namespace SalesforcePS.Pipeline;

/// <summary>Brings the user to the sign-in page. The address is always shown: nobody knows whether a browser that was started came up.</summary>
internal static class BrowserPrompt
{
    public static void Show(Cmdlet cmdlet, BrowserSignIn signIn, bool noBrowser)
    {
        var isOpen = !noBrowser && SystemBrowser.Open(signIn.AuthorizationUri);
        var text = string.Format(
            CultureInfo.CurrentCulture, isOpen ? Messages.SignInPageOpened : Messages.SignInPageToOpen, signIn.AuthorizationUri.AbsoluteUri, signIn.Options.Timeout.TotalSeconds);
        // As Write-Host does, so that it is seen whatever becomes of the output.
        cmdlet.WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);
    }
}
