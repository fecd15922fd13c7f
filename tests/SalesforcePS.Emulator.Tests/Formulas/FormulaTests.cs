using System.Globalization;
using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Tests.Records;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Formulas;

/// <summary>Formulas over an opportunity with an account, at half past eight on 22 November 2026.</summary>
public sealed class FormulaTests : IDisposable
{
    private readonly TestOrg org = new();
    private readonly string opportunity;

    public FormulaTests()
    {
        var account = org.Create("Account", ("Name", "Acme"), ("Rating", "Hot"));
        opportunity = org.Create(
            "Opportunity", ("Name", "Big Deal"), ("AccountId", account), ("StageName", "Prospecting"), ("CloseDate", "2026-12-31"), ("Amount", 12.5),
            ("Probability", 40L));
    }

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("2 * 3 ^ 2", "36")]
    [InlineData("-2 ^ 2", "4")]
    [InlineData("(1 + 2) * 3 - 4 / 8", "8.5")]
    [InlineData("1 / 3 * 3 > 0.99", "true")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    [InlineData("1 == 1 && 2 <> 3 && 2 != 3 || FALSE", "true")]
    [InlineData("!TRUE", "false")]
    [InlineData("/* why */ \"a\" & 'b' & \"\\\"c\"", "ab\"c")]
    [InlineData("\"abc\" = \"ABC\"", "false")]
    [InlineData("AND(Amount > 10, NOT(Amount > 20))", "true")]
    [InlineData("OR(NextStep = \"x\", ISBLANK(NextStep))", "true")]
    [InlineData("IF(Amount > 100, \"big\", \"small\")", "small")]
    [InlineData("IFS(Amount > 100, 1, Amount > 10, 2, 3)", "2")]
    [InlineData("CASE(StageName, \"Closed Won\", 1, \"Prospecting\", 2, 3)", "2")]
    [InlineData("CASE(MONTH(CloseDate), 1, \"January\", 12, \"December\", \"other\")", "December")]
    [InlineData("ISPICKVAL(Account.Rating, \"Hot\")", "true")]
    [InlineData("ISPICKVAL(Type, \"\")", "true")]
    [InlineData("TEXT(StageName) + TEXT(Amount)", "Prospecting12.5")]
    [InlineData("BLANKVALUE(NextStep, \"none\")", "none")]
    [InlineData("NULLVALUE(TotalOpportunityQuantity, 7)", "7")]
    [InlineData("ISNULL(NextStep)", "false")]
    [InlineData("TotalOpportunityQuantity + 1", null)]
    [InlineData("IF(TotalOpportunityQuantity > 5, 1, 2)", "2")]
    [InlineData("NOT(TotalOpportunityQuantity > 5)", null)]
    [InlineData("Probability", "0.4")]
    [InlineData("LEFT(Name, 3) & MID(Name, 5, 4) & RIGHT(Name, 1)", "BigDeall")]
    [InlineData("LEN(\"äb\") + FIND(\"l\", \"hello\", 4)", "6")]
    [InlineData("UPPER(LOWER(TRIM(\" aB \")))", "AB")]
    [InlineData("SUBSTITUTE(\"a.b.c\", \".\", \"-\")", "a-b-c")]
    [InlineData("LPAD(\"7\", 3, \"0\") & RPAD(\"7\", 3, \"ab\") & LPAD(\"1234\", 2)", "0077ab12")]
    [InlineData("CONTAINS(Name, \"Deal\") && BEGINS(Name, \"Big\")", "true")]
    [InlineData("CONTAINS(NextStep, \"x\")", null)]
    [InlineData("REGEX(\"A-12\", \"[A-Z]-\\\\d+\") && NOT(REGEX(\"A-12x\", \"[A-Z]-\\\\d+\"))", "true")]
    [InlineData("VALUE(\"1.50\") + VALUE(\"2\")", "3.5")]
    [InlineData("ABS(-2) + MAX(1, 3, 2) + MIN(4, 2)", "7")]
    [InlineData("TEXT(CEILING(1.2)) & TEXT(CEILING(-1.2)) & TEXT(FLOOR(1.8)) & TEXT(FLOOR(-1.8)) & TEXT(MCEILING(-1.2))", "2-21-1-1")]
    [InlineData("ROUND(2.5, 0) + ROUND(-1.25, 1) + ROUND(155, -1)", "161.7")]
    [InlineData("FLOOR((NOW() + 1 / 24 - NOW()) * 24)", "1")]
    [InlineData("\"a\" < NextStep", "false")]
    [InlineData("UPPER(\"i\", \"tr_TR\")", "\u0130")]
    [InlineData("INITCAP(\"bIG deal\")", "Big Deal")]
    [InlineData("FROMUNIXTIME(UNIXTIMESTAMP(NOW())) = NOW()", "true")]
    [InlineData("MOD(7, 3) + MOD(-7, 3)", "0")]
    [InlineData("SQRT(16) + LN(EXP(2)) + LOG(100)", "8")]
    [InlineData("1 / 0", "!")]
    [InlineData("TODAY()", "2026-11-22")]
    [InlineData("CloseDate - TODAY()", "39")]
    [InlineData("TODAY() + 1.9", "2026-11-23")]
    [InlineData("NOW() - 0.5", "2026-11-21 20:30:15Z")]
    [InlineData("DATE(2024, 2, 29) - DATE(2024, 2, 1)", "28")]
    [InlineData("DATE(2023, 2, 29)", "!")]
    [InlineData("ADDMONTHS(DATE(2023, 2, 28), 1)", "2023-03-31")]
    [InlineData("YEAR(CloseDate) + DAY(CloseDate) + WEEKDAY(CloseDate)", "2062")]
    [InlineData("DATEVALUE(\"2026-1-5\") - DATEVALUE(NOW())", "-321")]
    [InlineData("DATETIMEVALUE(\"2026-11-22 10:30:15\") - NOW()", "0.0833333333333333333333333333")]
    [InlineData("HOUR(TIMEVALUE(NOW())) * 100 + MINUTE(TIMEVALUE(\"07:31:02.123\"))", "831")]
    [InlineData("HYPERLINK(\"/x\", \"go\", \"_self\") & BR()", "<a href=\"/x\" target=\"_self\">go</a><br>")]
    [InlineData("IMAGE(\"/i.png\", \"i\", 10, 20)", "<img src=\"/i.png\" alt=\"i\" style=\"height:10px; width:20px;\" border=\"0\"/>")]
    [InlineData("Account.Name & \" / \" & Owner.Username", "Acme / admin@emulator.example")]
    [InlineData("LEN(Id) + LEN(CASESAFEID(Id))", "33")]
    [InlineData("OwnerId = $User.Id", "true")]
    [InlineData("$Profile.Name & \"@\" & $Organization.Name", "System Administrator@SalesforcePS Emulator")]
    [InlineData("$Permission.Bypass || FALSE", "false")]
    public void Formula_HasItsValue(string text, string? expected) => Assert.Equal(expected, Evaluate(text));

    [Theory]
    [InlineData("TotalOpportunityQuantity + 1", "1")]
    [InlineData("ISBLANK(TotalOpportunityQuantity)", "false")]
    [InlineData("ISBLANK(LastActivityDate)", "true")]
    public void BlankNumber_CountsAsZeroWhereTheFormulaSaysSo(string text, string expected) =>
        Assert.Equal(expected, Evaluate(text, blankIsZero: true));

    [Theory]
    [InlineData("Amount + Name")]
    [InlineData("Amount = Name")]
    [InlineData("IF(Amount, 1, 2)")]
    [InlineData("IF(TRUE, 1, \"a\")")]
    [InlineData("StageName = \"x\"")]
    [InlineData("ISPICKVAL(Name, \"x\")")]
    [InlineData("LEFT(Name)")]
    [InlineData("UNKNOWN(1)")]
    [InlineData("Account.Nothing")]
    [InlineData("Nothing.Name")]
    [InlineData("\"open")]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1 2")]
    [InlineData("#")]
    [InlineData("$Nothing.X")]
    [InlineData("IsWon > FALSE")]
    public void WrongFormula_IsRefused(string text) => Assert.Throws<FormulaException>(() => Evaluate(text));

    private string? Evaluate(string text, bool blankIsZero = false)
    {
        var type = org.Schema.Find("Opportunity")!;
        var formula = new Formula(text, FormulaUse.Field, "here") { BlankIsZero = blankIsZero };
        Compile(formula, type);
        Assert.True(Emulator.Identity.SalesforceId.TryGetKey(opportunity, out var key));
        return org.Database.Write((_, _) =>
        {
            var sight = org.Database.Sight;
            try
            {
                return Text(formula.Evaluate(new FormulaScope(sight.Record(type, key), Prior: null, sight)));
            }
            catch (FormulaValueException)
            {
                return "!";
            }
        });
    }

    /// <summary>Whatever the type of its result.</summary>
    private void Compile(Formula formula, SObjectType type)
    {
        FormulaException? last = null;
        foreach (var result in Enum.GetValues<FormulaType>())
        {
            try
            {
                formula.Compile(org.Schema, type, result);
                return;
            }
            catch (FormulaException exception)
            {
                last = exception;
            }
        }
        throw last!;
    }

    private static string? Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("u", CultureInfo.InvariantCulture),
        _ => value as string,
    };
}
