using System.Text;
using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Errors;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Import;

public sealed class SdlTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("#Mapping values\n#Fri Jan 01 10:00:00 CET 2027\n! more\n\nCOMPANY=Name\n", "COMPANY=Name")]
    [InlineData("Customer\\ no.=Key__c\r\n", "Customer no.=Key__c")]
    [InlineData("a\\=b\\:c = Name", "a=b:c=Name")]
    [InlineData("A:Name\nB Phone\n", "A=Name|B=Phone")]
    [InlineData("Stra\\u00dfe=BillingStreet", "Stra\u00dfe=BillingStreet")]
    [InlineData("Long\\\n   \\ name=Na\\\n   me", "Long name=Name")]
    [InlineData("A=Name,Phone\nB=\n", "A=Name|A=Phone")]
    [InlineData("\"Hot\"=Rating__c", "\"Hot\"=Rating__c")]
    [InlineData("K=Parent\\:Key__c\nL=Lead\\:Who-Email\nM=Parent.Key__c", "K=Parent.Key__c|L=Lead:Who.Email|M=Parent.Key__c")]
    public void File_IsReadAsJavaReadsIt(string text, string pairs)
    {
        File.WriteAllText(path, text);

        Assert.Equal(pairs, string.Join('|', ImportMapping.ReadSdl(path).Pairs.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    public void Encoding_IsJavasOrThatOfAnEditor(string encoding)
    {
        File.WriteAllBytes(path, Encoding.GetEncoding(encoding).GetBytes("Straße=BillingStreet"));

        Assert.Equal("Straße", ImportMapping.ReadSdl(path).Pairs[0].Key);
    }

    [Fact]
    public void BrokenEscape_IsNamedWithTheFile()
    {
        File.WriteAllText(path, "A\\u12=Name");

        var refused = Assert.Throws<ImportException>(() => ImportMapping.ReadSdl(path));

        Assert.Equal(ImportProblem.File, refused.Problem);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }
}
