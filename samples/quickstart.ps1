<#
.SYNOPSIS
Loads companies and their contacts into a local org, queries, changes, repairs and removes them.

.DESCRIPTION
Starts a local org, signs in, and does what a data load does: upserts accounts from a CSV file by an external id, upserts
three contacts for each and links them by the account's external id, queries accounts with their contacts, updates some,
has one record refused and repairs it, and removes everything. A table at the end shows records, API calls and time of
each step. Every count is checked; the exit code is 1 where one is not as expected.

.PARAMETER Path
The CSV file, with a header row. The default is the file of 1,000 made-up companies beside this script.

.PARAMETER Mapping
Which column goes to which Account field, as a hashtable of field = column, or as text such as
'CompanyKey__c=Symbol; Name=Security'. CompanyKey__c (the external id, unique in the file) and Name must be there.

.EXAMPLE
./build.sh demo

Builds the module and runs this script with the file that comes with it.

.EXAMPLE
./build.sh demo -Path ../shared/data/sp500.csv -Mapping 'CompanyKey__c=Symbol; Name=Security; TickerSymbol=Symbol; Industry=GICS Sector; SicDesc=GICS Sub-Industry; Site=Headquarters Location; AccountNumber=CIK; CustomerSince__c=Date added'

Loads another file: the constituents of the S&P 500 (github.com/datasets/s-and-p-500-companies).

.EXAMPLE
samples/quickstart.ps1 -Path people.csv -Mapping @{ CompanyKey__c = 'Number'; Name = 'Organisation' }

The same from a PowerShell prompt, after ./build.ps1.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [string] $Path = "$PSScriptRoot/data/companies.csv",

    [object] $Mapping = [ordered]@{
        CompanyKey__c     = 'Key'
        Name              = 'Company'
        Industry          = 'Industry'
        BillingCity       = 'City'
        BillingState      = 'Region'
        BillingCountry    = 'Country'
        Phone             = 'Phone'
        Website           = 'Website'
        NumberOfEmployees = 'Employees'
        AnnualRevenue     = 'Revenue'
        CustomerSince__c  = 'Customer Since'
        Description       = 'Remarks'
    }
)

$ErrorActionPreference = 'Stop'
$manifest = $env:SALESFORCEPS_MODULE ?? (Get-Item "$PSScriptRoot/../output/SalesforcePS/*/SalesforcePS.psd1" -ErrorAction Ignore | Select-Object -Last 1)
Import-Module ($manifest ?? 'SalesforcePS')

if ($Mapping -is [string]) {
    # A shell can pass text, but no hashtable.
    $Mapping = $Mapping -replace ';', "`n" | ConvertFrom-StringData
}
$rows = @(Import-Csv -LiteralPath $Path)
$missing = @('CompanyKey__c', 'Name' | Where-Object { $_ -notin $Mapping.Keys }) +
    @($Mapping.Values | Where-Object { $_ -notin $rows[0].PSObject.Properties.Name })
if ($missing) {
    throw "Fields without a column, or columns that are not in ${Path}: $($missing -join ', ')."
}

$steps = [System.Collections.Generic.List[object]]::new()

function Invoke-Step {
    param([string] $Step, [int] $Expected, [scriptblock] $Work)

    $callsBefore = [int] (Get-SfSession).ApiCalls
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $count = & $Work
    $steps.Add([pscustomobject]@{
            Step        = $Step
            Records     = $count
            Expected    = $Expected
            'API calls' = (Get-SfSession).ApiCalls - $callsBefore
            Seconds     = [Math]::Round($clock.Elapsed.TotalSeconds, 2)
        })
}

filter ConvertTo-Account {
    $account = [ordered]@{}
    foreach ($field in $Mapping.Keys) {
        $account[$field] = $_.($Mapping[$field])
    }
    [pscustomobject] $account
}

filter New-Desk {
    foreach ($desk in 'Purchasing', 'Support', 'Warehouse') {
        [pscustomobject]@{
            ContactKey__c           = "$($_.CompanyKey__c)-$desk"
            'Account.CompanyKey__c' = $_.CompanyKey__c
            LastName                = "$desk desk"
            Email                   = "$desk@$($_.CompanyKey__c -replace '[^A-Za-z0-9]+', '-').example".ToLowerInvariant()
        }
    }
}

try {
    Invoke-Step 'Sign in to a local org' 1 {
        $local = Start-SfEmulator -SchemaPath "$PSScriptRoot/data/schema.json"
        ($local | Connect-Sf -PassThru | Measure-Object).Count
    }
    Invoke-Step 'Create accounts by external id' $rows.Count {
        ($rows | ConvertTo-Account | Set-SfRecord Account -ExternalIdField CompanyKey__c | Where-Object Created | Measure-Object).Count
    }
    Invoke-Step 'Create contacts, linked by external id' (3 * $rows.Count) {
        ($rows | ConvertTo-Account | New-Desk | Set-SfRecord Contact -ExternalIdField ContactKey__c | Where-Object Created | Measure-Object).Count
    }
    Invoke-Step 'Query accounts that have three contacts' $rows.Count {
        $accounts = Invoke-SfQuery 'SELECT Id, Name, (SELECT Id, Email FROM Contacts) FROM Account'
        ($accounts | Where-Object { $_.Contacts.Count -eq 3 } | Measure-Object).Count
    }
    $some = @(($rows | ConvertTo-Account | Select-Object -First 100).CompanyKey__c)
    Invoke-Step 'Update accounts, found by their keys' $some.Count {
        Invoke-SfQuery 'SELECT Id, Rating FROM Account WHERE CompanyKey__c IN :keys' -Parameter @{ keys = $some } |
            ForEach-Object { $_.Rating = 'Hot'; $_ } |
            Set-SfRecord Account | Out-Null
        Invoke-SfQuery "SELECT COUNT() FROM Account WHERE Rating = 'Hot'"
    }
    Invoke-Step 'Have a contact refused' 1 {
        [pscustomobject]@{ ContactKey__c = 'night'; LastName = 'Night desk'; Email = 'night desk, ring twice'; 'Account.CompanyKey__c' = $some[0] } |
            Set-SfRecord Contact -ExternalIdField ContactKey__c -ErrorVariable script:refused -ErrorAction SilentlyContinue
        $refused.Count
    }
    Write-Host "Refused, as it should be: $($refused[0])"
    Invoke-Step 'Repair it and send it again' 1 {
        ($refused.TargetObject |
            ForEach-Object { $_.Email = 'night@desk.example'; $_ } |
            Set-SfRecord Contact -ExternalIdField ContactKey__c | Where-Object Created | Measure-Object).Count
    }
    # All Ids first: a query must not run over records that its own pipeline removes.
    Invoke-Step 'Remove the contacts' (3 * $rows.Count + 1) {
        ((Invoke-SfQuery 'SELECT Id FROM Contact') | Remove-SfRecord | Measure-Object).Count
    }
    Invoke-Step 'Remove the accounts' $rows.Count {
        ((Invoke-SfQuery 'SELECT Id FROM Account') | Remove-SfRecord | Measure-Object).Count
    }
    Invoke-Step 'Count what is left' 0 {
        (Invoke-SfQuery 'SELECT COUNT() FROM Account') + (Invoke-SfQuery 'SELECT COUNT() FROM Contact')
    }
    $calls = (Get-SfSession).ApiCalls
    Disconnect-Sf
}
finally {
    Stop-SfEmulator
}

$steps | Format-Table -AutoSize
$wrong = @($steps | Where-Object { $_.Records -ne $_.Expected })
if ($wrong) {
    Write-Host "Not as expected: $($wrong.Step -join '; ')."
    exit 1
}
Write-Host "All $($steps.Count) steps are as expected, with $calls API calls."
