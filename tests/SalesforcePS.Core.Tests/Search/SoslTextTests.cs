using SalesforcePS.Core.Search;
using Xunit;

namespace SalesforcePS.Core.Tests.Search;

public sealed class SoslTextTests
{
    [Theory]
    [InlineData("Grace Hopper", "Grace Hopper")]
    [InlineData("O'Brien", @"O\'Brien")]
    [InlineData("a-b+c", @"a\-b\+c")]
    [InlineData("""? & | ! { } [ ] ( ) ^ ~ * : \ " ' + -""", """\? \& \| \! \{ \} \[ \] \( \) \^ \~ \* \: \\ \" \' \+ \-""")]
    [InlineData("cats and dogs", "cats \"and\" dogs")]
    [InlineData("this OR that, NOT those", "this \"OR\" that, \"NOT\" those")]
    [InlineData("android nothing", "android nothing")]
    [InlineData("  two\r\n\tlines ", "two lines")]
    [InlineData("x} RETURNING User(Id)", @"x\} RETURNING User\(Id\)")]
    [InlineData("日本 Zoë 😀", "日本 Zoë 😀")]
    public void Text_MeansItself(string text, string term) => Assert.Equal(term, SoslText.Escape(text));
}
