# Sends the whole table by each transport under each culture, reads it by each, and says what came out otherwise.
param([string] $Credential, [string] $Parent, [Parameter(ValueFromRemainingArguments)] [string[]] $Culture)

$ErrorActionPreference = 'Stop'
Import-Module $env:SALESFORCEPS_MODULE
Connect-Sf $Credential
$parent = $Parent

function Test-Same([object] $Expected, [object] $Actual) {
    if ($Expected -is [array]) { return $Actual -is [array] -and ($Actual -join ';') -ceq ($Expected -join ';') }
    if ($null -eq $Actual -or $Actual.GetType() -ne $Expected.GetType()) { return $false }
    if ($Expected -is [string]) { return [string]::Equals($Expected, $Actual, 'Ordinal') }
    $Expected.Equals($Actual)
}

$checked = 0
foreach ($name in $Culture) {
    [cultureinfo]::CurrentCulture = [cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::GetCultureInfo($name)
    $table = . "$PSScriptRoot/FidelityTable.ps1"
    $rowOf = @{}
    foreach ($api in 'Soap', 'Rest', 'Bulk', 'Bulk1') {
        $records = foreach ($row in $table) { [pscustomobject]@{ Case__c = $row.Case; $row.Field = $row.In } }
        $results = @($records | New-SfRecord Sample__c -Api $api)
        for ($i = 0; $i -lt $results.Count; $i++) { $rowOf[$results[$i].Id] = @{ Row = ($table | Where-Object Case -EQ $results[$i].InputObject.Case__c)[0]; Api = $api } }
        if ($results.Count -ne $table.Count) { "${api}: $($results.Count) of $($table.Count) were written" }
    }
    $fields = ($table.Field | Select-Object -Unique) -join ', '
    foreach ($api in 'Soap', 'Rest', 'Bulk', 'Bulk1') {
        $read = if ($api -eq 'Soap') { $rowOf.Keys | Get-SfRecord -Api Soap } else { Invoke-SfQuery "SELECT Id, $fields FROM Sample__c" -Api $api }
        foreach ($record in $read) {
            $known = $rowOf[$record.Id]
            $checked++
            if (-not (Test-Same $known.Row.Out $record.($known.Row.Field))) {
                "$name, in by $($known.Api), out by ${api}: $($known.Row.Case): '$($record.($known.Row.Field))' in place of '$($known.Row.Out)'"
            }
        }
    }
    $null = Invoke-SfQuery 'SELECT Id FROM Sample__c' | Remove-SfRecord -Api Soap
}
"checked $checked in $([TimeZoneInfo]::Local.Id)"
