using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesforcePS.Emulator.Soql.Binding;

internal abstract class RowItem(string name)
{
    public string Name => name;

    public JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
