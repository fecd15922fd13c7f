using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Layouts;

internal static class LayoutFields
{
    private const int TextAreaLines = 6;

    /// <summary>The parts of an address, location or person's name that pages show.</summary>
    public static IReadOnlyList<SObjectField> PartsOf(SObjectType type, SObjectField compound) => [.. type.PartsOf(compound).Where(part =>
        compound.Type != FieldType.Address || !(part.Name.EndsWith("Latitude", StringComparison.Ordinal)
            || part.Name.EndsWith("Longitude", StringComparison.Ordinal) || part.Name.EndsWith("GeocodeAccuracy", StringComparison.Ordinal)))];

    public static int DisplayLines(SObjectField field) => field.VisibleLines ?? (field.Type == FieldType.TextArea ? TextAreaLines : 1);
}
