using SalesforcePS.Emulator.Tests.Approvals;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Schema.Source;

public sealed class SourceApprovalTests
{
    private const string File = "approvalProcesses/Account.Check.approvalProcess-meta.xml: ";
    private const string WorkflowFile = "workflows/Account.workflow-meta.xml: ";

    private static readonly string Step = ApprovalOrg.Step("First", ApprovalOrg.User("manager"));

    [Theory]
    [InlineData("<surprise/>", "does not support <surprise>")]
    [InlineData("<allowedSubmitters><type>group</type></allowedSubmitters>", "does not support the type 'group'")]
    [InlineData("<entryCriteria/>", "a formula or criteriaItems")]
    [InlineData("<entryCriteria><formula>Nobody__c = 1</formula></entryCriteria>", "no field Nobody__c of Account")]
    [InlineData("<entryCriteria><formula>Size__c</formula></entryCriteria>", "its result is Number")]
    [InlineData("<entryCriteria><formula>ISCHANGED(Name)</formula></entryCriteria>", "validation rules only")]
    [InlineData("<entryCriteria><criteriaItems><field>Account.Nobody__c</field><operation>equals</operation><value>1</value></criteriaItems></entryCriteria>", "no field Nobody__c of Account")]
    [InlineData("<entryCriteria><criteriaItems><field>Account.CreatedDate</field><operation>greaterThan</operation><value>LAST 3 DAYS</value></criteriaItems></entryCriteria>", "cannot compare a field of type DateTime with 'LAST 3 DAYS'")]
    [InlineData("<nextAutomatedApprover><userHierarchyField>Nobody</userHierarchyField></nextAutomatedApprover>", "User has no field 'Nobody'")]
    [InlineData("<finalApprovalActions><action><name>Send</name><type>OutboundMessage</type></action></finalApprovalActions>", "does not support the action Send of type OutboundMessage")]
    [InlineData("<finalApprovalActions><action><name>Lost</name><type>FieldUpdate</type></action></finalApprovalActions>", "no field update Lost in the workflow file of Account")]
    public void UnusableProcess_IsRefusedByItsFile(string children, string problem) =>
        AssertRefused(ApprovalOrg.Project(children + Step), File, problem);

    [Theory]
    [InlineData("<approver><name>Q</name><type>queue</type></approver>", "", "does not support the type 'queue'")]
    [InlineData(ApprovalOrg.ByHierarchy, "", "no nextAutomatedApprover")]
    [InlineData("<approver><name>Name</name><type>relatedUserField</type></approver>", "", "no reference of Account to a user")]
    [InlineData("<approver><type>user</type></approver>", "", "<name> is missing")]
    [InlineData("<approver><type>adhoc</type></approver><whenMultipleApprovers>Half</whenMultipleApprovers>", "", "whenMultipleApprovers 'Half'")]
    [InlineData("<approver><type>adhoc</type></approver>", "<rejectBehavior><type>BackToPrevious</type></rejectBehavior>", "'BackToPrevious' of the step S")]
    [InlineData("<approver><type>adhoc</type></approver>", "<entryCriteria><formula>TRUE</formula></entryCriteria>", "<ifCriteriaNotMet> is missing")]
    [InlineData("<approver><type>adhoc</type></approver>", "<surprise/>", "does not support <surprise>")]
    public void UnusableStep_IsRefusedByItsFile(string approvers, string children, string problem) =>
        AssertRefused(ApprovalOrg.Project(ApprovalOrg.Step("S", approvers, children)), File, problem);

    [Theory]
    [InlineData("<field>Nobody__c</field><operation>Null</operation>", "'Nobody__c'")]
    [InlineData("<field>Name</field><operation>Sum</operation>", "does not support the operation 'Sum'")]
    [InlineData("<field>Name</field><operation>NextValue</operation>", "no picklist")]
    [InlineData("<field>Size__c</field><operation>Literal</operation><literalValue>many</literalValue>", "'many' of the field update Set is no value")]
    [InlineData("<field>Name</field><operation>Null</operation><targetObject>ParentId</targetObject>", "does not support <targetObject>")]
    [InlineData("<field>Size__c</field><formula>Name</formula><operation>Formula</operation>", "its result is Text")]
    [InlineData("<field>RecordTypeId</field><lookupValue>R</lookupValue><lookupValueType>RecordType</lookupValueType><operation>LookupValue</operation>", "record type 'R'")]
    [InlineData("<field>OwnerId</field><lookupValue>Q</lookupValue><lookupValueType>Queue</lookupValueType><operation>LookupValue</operation>", "the field OwnerId refer to a Queue")]
    public void UnusableFieldUpdate_IsRefusedByItsFile(string update, string problem) => AssertRefused(
        ApprovalOrg.Project(
            "<recallActions><action><name>Set</name><type>FieldUpdate</type></action></recallActions>" + Step,
            $"<fieldUpdates><fullName>Set</fullName>{update}<name>Set</name></fieldUpdates>"),
        WorkflowFile,
        problem);

    [Theory]
    [InlineData("Task", "records of Task cannot be approved")]
    [InlineData("Quote", "no object Quote")]
    public void OtherObject_IsRefused(string objectName, string problem) =>
        AssertRefused(ApprovalOrg.Project(Step, objectName: objectName), $"approvalProcesses/{objectName}.Check.approvalProcess-meta.xml: ", problem);

    [Fact]
    public void AllProblems_AreToldAtOnce()
    {
        using var project = ApprovalOrg.Project(
            "<surprise/><allowedSubmitters><type>roleSubordinates</type></allowedSubmitters>"
            + ApprovalOrg.Step("S", "<approver><type>queue</type></approver>") + ApprovalOrg.Step("T", "<approver><type>user</type></approver>")
            + "<recallActions><action><name>A</name><type>Task</type></action><action><name>B</name><type>FlowAction</type></action></recallActions>");

        Assert.Equal(6, project.Problems().Length);
    }

    [Fact]
    public void InactiveProcess_MayUseWhatIsNotSupported()
    {
        using var project = new SourceProject().With(
            "approvalProcesses/Quote.Old.approvalProcess-meta.xml", "ApprovalProcess", "<active>false</active><label>Old</label><surprise/>");

        Assert.False(Assert.Single(project.Load().ApprovalProcesses).IsActive);
    }

    private static void AssertRefused(SourceProject project, string file, string problem)
    {
        using (project)
        {
            var told = Assert.Single(project.Problems());

            Assert.StartsWith(file, told, StringComparison.Ordinal);
            Assert.Contains(problem, told, StringComparison.Ordinal);
        }
    }
}
