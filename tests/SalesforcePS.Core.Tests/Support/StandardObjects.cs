using System.Text.Json;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Tests.Support;

/// <summary>The describe answers of the objects the tests use: a few fields of each type.</summary>
internal static class StandardObjects
{
    public static ObjectDescription Account => Read("Account");

    public static ObjectDescription Contact => Read("Contact");

    public static ObjectDescription Task => Read("Task");

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Account"] = Object(
            "Account", "001",
            ["Id:id:r", "Name:string", "Phone:phone", "Industry:picklist", "NumberOfEmployees:int", "AnnualRevenue:currency", "Rating__c:double",
                "Share__c:percent", "Views__c:long", "IsActive__c:boolean", "Founded__c:date", "OpensAt__c:time", "Interests__c:multipicklist",
                "Key__c:string:x", "Number__c:double:x", "Code__c:string:xc", "Auto__c:string:xr", "Logo__c:base64", "BillingAddress:address:r", "Spot__c:location:r",
                "CreatedDate:datetime:r", "ReviewedAt__c:datetime", "OwnerId:reference::User:Owner", "ParentId:reference::Account:Parent"],
            "Contacts=Contact", "Opportunities=Opportunity"),
        ["Contact"] = Object(
            "Contact", "003",
            ["Id:id:r", "FirstName:string", "LastName:string", "Email:email", "Birthdate:date", "Key__c:string:x", "AccountId:reference::Account:Account", "CreatedDate:datetime:r"],
            "Cases=Case", "Tasks=Task"),
        ["Case"] = Object("Case", "500", ["Id:id:r", "Subject:string", "Priority:picklist", "ContactId:reference::Contact:Contact", "ClosedDate:datetime:r"]),
        ["Opportunity"] = Object("Opportunity", "006", ["Id:id:r", "Name:string", "Amount:currency", "CloseDate:date", "StageName:picklist", "AccountId:reference::Account:Account"]),
        ["Task"] = Object("Task", "00T", ["Id:id:r", "Subject:string", "WhoId:reference::Contact,Lead:Who", "WhatId:reference::Account,Opportunity:What", "OwnerId:reference::User,Group:Owner"]),
        ["User"] = Object("User", "005", ["Id:id:r", "Name:string:r", "Email:email", "LastLoginDate:datetime:r"]),
    };

    public static ObjectDescription Read(string name)
    {
        using var json = JsonDocument.Parse(All[name]);
        return DescribeReader.Read(json.RootElement);
    }

    /// <summary>A field is <c>name:type[:flags[:targets:relationship]]</c>; r is read-only, x an external id, c case-sensitive.</summary>
    public static string Object(string name, string keyPrefix, string[] fields, params string[] children) => JsonSerializer.Serialize(new
    {
        name,
        label = name,
        keyPrefix,
        fields = fields.Select(Field),
        childRelationships = children.Select(child => child.Split('=')).Select(child => new { relationshipName = child[0], childSObject = child[1] }),
    });

    private static object Field(string spec)
    {
        var parts = spec.Split(':');
        var flags = parts.Length > 2 ? parts[2] : "";
        return new
        {
            name = parts[0],
            label = parts[0],
            type = parts[1],
            referenceTo = parts.Length > 3 ? parts[3].Split(',') : [],
            relationshipName = parts.Length > 4 ? parts[4] : null,
            createable = !flags.Contains('r', StringComparison.Ordinal),
            updateable = !flags.Contains('r', StringComparison.Ordinal),
            externalId = flags.Contains('x', StringComparison.Ordinal),
            idLookup = flags.Contains('x', StringComparison.Ordinal),
            nillable = true,
            caseSensitive = flags.Contains('c', StringComparison.Ordinal),
        };
    }
}
