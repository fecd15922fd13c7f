using System.Reflection;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class CoverageTests
{
    [Fact]
    public void EachRecordedResponse_HasATest()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(RecordedFile.Path(RecordedFile.Restforce + "sobject__recent_success_response.json")))!;
        var recorded = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
        var tested = typeof(CoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<RecordedAttribute>())
            .Select(attribute => attribute.File);

        Assert.Equal(recorded.Order(StringComparer.Ordinal), tested.Distinct().Order(StringComparer.Ordinal));
    }
}
