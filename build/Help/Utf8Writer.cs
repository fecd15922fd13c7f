using System.Globalization;
using System.Text;

namespace SalesforcePS.Build.Help;

internal sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => Encoding.UTF8;
}
