<#
.SYNOPSIS
Measures the module beside JSforce on one local org, in one run: time and CPU of the first round and of the best one, without the start of
the process, and the peak memory of the process.
.PARAMETER Module
The manifest of the staged module; that of this repository's output without it.
.PARAMETER Rows
Rows of the REST query.
.PARAMETER BulkRows
Rows that go in and out by Bulk 2.0.
.PARAMETER Rounds
How often each task is done in one process.
.PARAMETER Files
In place of all this: a file of 1 GB up and down, with the peak memory.
.PARAMETER Endurance
In place of all this: a million rows in and out, with the peak memory, and an import that is killed five times.
#>
param(
    [string] $Module = (Resolve-Path "$PSScriptRoot/../output/SalesforcePS/*/SalesforcePS.psd1").Path,
    [ValidateRange(1000, 10000000)] [int] $Rows = 200000,
    [ValidateRange(1000, 10000000)] [int] $BulkRows = 500000,
    [ValidateRange(1, 20)] [int] $Rounds = 3,
    [switch] $Endurance,
    [switch] $Files
)
$ErrorActionPreference = 'Stop'
if ($Endurance) {
    return & "$PSScriptRoot/Test-Endurance.ps1" -Module $Module
}
if ($Files) {
    return & "$PSScriptRoot/Test-Files.ps1" -Module $Module
}
Import-Module $Module
$fields = 'Name', 'Industry', 'Phone', 'Website', 'AnnualRevenue', 'NumberOfEmployees', 'BillingCity', 'Site'
$query = "SELECT Id, $($fields -join ', '), CreatedDate FROM Account"
$conformance = Resolve-Path "$PSScriptRoot/../tests/Conformance"
if (-not (Test-Path "$conformance/node_modules/jsforce")) {
    npm ci --prefix $conformance --no-audit --no-fund --silent
}

function Write-Csv([string] $Path, [int] $Count) {
    $writer = [IO.StreamWriter]::new($Path)
    $writer.NewLine = "`n"
    $writer.WriteLine($fields -join ',')
    foreach ($i in 1..$Count) {
        $writer.WriteLine("Account $i,Energy,+49 30 123456,https://example.com/$i,$($i)000,$i,Berlin,`"Hall $i, north`"")
    }
    $writer.Dispose()
}

function Get-Best([double[]] $Seconds) {
    [math]::Round(($Seconds | Measure-Object -Minimum).Minimum, 2)
}

# The module's bulk query and PowerShell's own cmdlet at the same rows: those of the query, and a file of them.
function Measure-ImportCsv([string] $Fill) {
    $emulator = Start-SfEmulator
    try {
        $emulator | Connect-Sf
        Import-SfRecord -Path $Fill -ObjectType Account -Operation Insert -Force | Out-Null
        $export = Join-Path $folder 'export.csv'
        Export-SfRecord -Query $query -Path $export | Out-Null
        $mine, $theirs = @(), @()
        foreach ($round in 1..$Rounds) {
            $mine += (Measure-Command { Invoke-SfQuery $query -Api Bulk | Out-Null }).TotalSeconds
            $theirs += (Measure-Command { Import-Csv $export | Out-Null }).TotalSeconds
        }
        [pscustomobject]@{
            Task             = 'bulkQuery beside Import-Csv of the same rows'
            Rows             = $BulkRows
            'SalesforcePS s' = Get-Best $mine
            'Import-Csv s'   = Get-Best $theirs
            'Time ratio'     = [math]::Round((Get-Best $mine) / (Get-Best $theirs), 2)
        }
    }
    finally {
        $emulator | Stop-SfEmulator
    }
}

# Each task has an org of its own, filled before the clock starts.
function Measure-Both([string] $Task, [string] $Argument, [int] $Count, [string] $Fill) {
    $result = [ordered]@{ Task = $Task; Rows = $Count }
    foreach ($who in 'SalesforcePS', 'JSforce') {
        $emulator = Start-SfEmulator -DailyApiLimit 10000000
        try {
            $emulator | Connect-Sf
            if ($Fill) { Import-SfRecord -Path $Fill -ObjectType Account -Operation Insert -Force | Out-Null }
            if ($who -eq 'JSforce') {
                # JSforce 3 reads the pages of a bulk result into each other (jsforce #1739): it gets one page.
                Invoke-RestMethod -Method Post -Uri "$($emulator.LoginUrl)__emulator/bulk" -Body (@{ resultPageSize = $Count } | ConvertTo-Json) -ContentType 'application/json' | Out-Null
            }
            $secret = [Net.NetworkCredential]::new('', $emulator.ClientSecret).Password
            $login = $emulator.LoginUrl, $emulator.ClientId, $secret
            $json = if ($who -eq 'JSforce') {
                node "$PSScriptRoot/peer.mjs" $Task @login $Argument $Rounds
            }
            else {
                pwsh -NoProfile -File "$PSScriptRoot/Measure-Module.ps1" -Task $Task -Module $Module -LoginUrl $login[0] `
                    -ClientId $login[1] -ClientSecret $login[2] -Argument $Argument -Rounds $Rounds
            }
            $measured = $json | ConvertFrom-Json
        }
        finally {
            $emulator | Stop-SfEmulator
        }
        $result["$who s"] = Get-Best $measured.Seconds
        $result["$who CPU s"] = Get-Best $measured.CpuSeconds
        $result["$who CPU s, first"] = [math]::Round($measured.CpuSeconds[0], 2)
        $result["$who MB"] = $measured.PeakMegabytes
    }
    $result['Time ratio'] = [math]::Round($result['SalesforcePS s'] / $result['JSforce s'], 2)
    $result['CPU ratio'] = [math]::Round($result['SalesforcePS CPU s'] / $result['JSforce CPU s'], 2)
    $result['CPU ratio, first'] = [math]::Round($result['SalesforcePS CPU s, first'] / $result['JSforce CPU s, first'], 2)
    [pscustomobject] $result
}

$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName()))
try {
    $few = Join-Path $folder 'few.csv'
    $many = Join-Path $folder 'many.csv'
    Write-Csv $few $Rows
    Write-Csv $many $BulkRows
    Measure-Both query $query $Rows $few
    Measure-Both bulkQuery $query $BulkRows $many
    Measure-Both bulkLoad $many $BulkRows
    Measure-ImportCsv $many
}
finally {
    Remove-Item -Recurse -Force $folder
}
