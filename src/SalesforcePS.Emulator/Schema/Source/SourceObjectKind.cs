namespace SalesforcePS.Emulator.Schema.Source;

internal enum SourceObjectKind
{
    Standard,
    Custom,
    CustomSetting,
    CustomMetadataType,
    PlatformEvent,
}
