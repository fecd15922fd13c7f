<#
.SYNOPSIS
Measures the module beside JSforce on one local org, in one run: a query of many rows, and the peak memory of it.
.PARAMETER Module
The manifest of the staged module; that of this repository's output without it.
.PARAMETER Rows
How many accounts to load and query.
#>
param(
    [string] $Module = (Resolve-Path "$PSScriptRoot/../output/SalesforcePS/*/SalesforcePS.psd1").Path,
    [ValidateRange(1000, 10000000)] [int] $Rows = 200000,
    [ValidateRange(1, 20)] [int] $Rounds = 3
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
$query = 'SELECT Id, Name, Industry, Phone, Website, AnnualRevenue, NumberOfEmployees, BillingCity, CreatedDate, Owner.Name FROM Account'
$conformance = Resolve-Path "$PSScriptRoot/../tests/Conformance"
if (-not (Test-Path "$conformance/node_modules/jsforce")) {
    npm install --prefix $conformance --no-audit --no-fund --silent
}

$emulator = Start-SfEmulator -DailyApiLimit 10000000
try {
    $emulator | Connect-Sf
    $load = Measure-Command {
        1..$Rows | ForEach-Object {
            [pscustomobject]@{
                Name = "Account $_"; Industry = 'Energy'; Phone = '+49 30 123456'; Website = "https://example.com/$_"
                AnnualRevenue = $_ * 1000; NumberOfEmployees = $_; BillingCity = 'Berlin'
            }
        } | New-SfRecord Account -Api Soap | Out-Null
    }
    $secret = [Net.NetworkCredential]::new('', $emulator.ClientSecret).Password
    $ours = pwsh -NoProfile -File "$PSScriptRoot/Measure-Query.ps1" -Module $Module -LoginUrl $emulator.LoginUrl `
        -ClientId $emulator.ClientId -ClientSecret $secret -Query $query -Rounds $Rounds | ConvertFrom-Json
    $theirs = node "$PSScriptRoot/query.mjs" $emulator.LoginUrl $emulator.ClientId $secret $query $Rounds | ConvertFrom-Json
    if ($theirs.Rows -ne $Rows) { throw "JSforce received $($theirs.Rows) of $Rows rows." }
}
finally {
    $emulator | Stop-SfEmulator
}

$best = ($ours.Seconds | Measure-Object -Minimum).Minimum
$bestOfTheirs = ($theirs.Seconds | Measure-Object -Minimum).Minimum
[pscustomobject]@{ What = "Insert $Rows accounts by SOAP, seconds"; SalesforcePS = [math]::Round($load.TotalSeconds, 2); JSforce = $null }
[pscustomobject]@{ What = "Query $Rows rows of 10 fields, best of $Rounds, seconds"; SalesforcePS = [math]::Round($best, 2); JSforce = [math]::Round($bestOfTheirs, 2) }
[pscustomobject]@{ What = 'CPU seconds of the whole process'; SalesforcePS = [math]::Round($ours.CpuSeconds, 2); JSforce = [math]::Round($theirs.CpuSeconds, 2) }
[pscustomobject]@{ What = 'Peak memory, MB'; SalesforcePS = $ours.PeakMegabytes; JSforce = $theirs.PeakMegabytes }
[pscustomobject]@{ What = 'Time per row, SalesforcePS : JSforce'; SalesforcePS = [math]::Round($best / $bestOfTheirs, 2); JSforce = 1 }
