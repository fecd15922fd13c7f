namespace SalesforcePS.Emulator.Bulk1;

internal enum AnswerFormat
{
    Xml,
    Json,
}
