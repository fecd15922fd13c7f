using System.Text;
using SalesforcePS.Core.Files;
using Xunit;

namespace SalesforcePS.Core.Tests.Files;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Windows\system32\cmd.exe", "cmd.exe")]
    [InlineData("a<b>c:d\"e|f?g*h", "a_b_c_d_e_f_g_h")]
    [InlineData("line\nbreak\0.txt", "line_break_.txt")]
    [InlineData("dots...", "dots")]
    [InlineData(" spaces ", "spaces")]
    [InlineData("..", "ID")]
    [InlineData("folder/", "ID")]
    [InlineData("NUL", "_NUL")]
    [InlineData("com1.tar.gz", "_com1.tar.gz")]
    [InlineData("AUX .txt", "_AUX .txt")]
    [InlineData("console.log", "console.log")]
    public void Name_IsMadeSafe(string name, string safe) => Assert.Equal(safe, SafeFileName.Of(name, "ID"));

    [Fact]
    public void LongName_IsShortenedBeforeItsExtensionAndBetweenCharacters()
    {
        var safe = SafeFileName.Of(string.Concat(Enumerable.Repeat("\U0001F600", 100)) + ".txt", "ID");

        Assert.EndsWith("\U0001F600.txt", safe, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(safe), 190, 200);
    }

    [Fact]
    public void Number_StandsBeforeTheExtension() => Assert.Equal("a.tar (2).gz", SafeFileName.Numbered("a.tar.gz", 2));
}
