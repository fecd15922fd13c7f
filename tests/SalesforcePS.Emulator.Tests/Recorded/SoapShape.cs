using System.Net;
using System.Xml.Linq;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Recorded;

/// <summary>Compares the elements of SOAP messages with those that were recorded for soapforce.</summary>
internal static class SoapShape
{
    /// <summary>The recorded elements in their order, with others between them unless nothing may be.</summary>
    public static void AssertShape(string file, SoapAnswer answer, bool isExact = false)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var recorded = Names(BodyOf(file)).ToArray();
        if (isExact)
            Assert.Equal(recorded, Names(answer.Body));
        else
            AssertSubsequence(recorded, Names(answer.Body));
    }

    public static void AssertSubsequence(IEnumerable<string> recorded, IEnumerable<string> actual)
    {
        using var rest = actual.GetEnumerator();
        foreach (var name in recorded)
        {
            var isFound = false;
            while (!isFound && rest.MoveNext())
                isFound = rest.Current == name;
            Assert.True(isFound, $"{name} is missing, or not in its place.");
        }
    }

    public static XElement BodyOf(string file) => RecordedFile.Xml(RecordedFile.Soapforce + file).Element(SoapAnswer.Envelope + "Body")!;

    public static IEnumerable<string> Names(XElement element) => element.Descendants().Select(item => item.Name.LocalName);
}
