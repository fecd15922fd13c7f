<#
.SYNOPSIS
A million rows in and out: peak memory of the process, and that an import which is killed and resumed five times leaves exactly the rows of
its file. Ends with an error where that does not hold.
.PARAMETER Module
The manifest of the staged module.
.PARAMETER Rows
Rows of the file.
.PARAMETER LimitMegabytes
What a process may take at most.
#>
param(
    [Parameter(Mandatory)] [string] $Module,
    [ValidateRange(200000, 100000000)] [int] $Rows = 1000000,
    [int] $LimitMegabytes = 250
)
$ErrorActionPreference = 'Stop'
Import-Module $Module

function Write-Accounts([string] $Path, [int] $Count) {
    $writer = [IO.StreamWriter]::new($Path)
    $writer.WriteLine('Name,Industry,Phone,Website,NumberOfEmployees,Site')
    foreach ($i in 1..$Count) {
        $writer.WriteLine("Account $i,Energy,+49 30 123456,https://example.com/$i,$i,`"Hall $i, north`"")
    }
    $writer.Dispose()
}

function Assert-SameName([string] $Expected, [string] $Actual, [int] $Count) {
    $names = [Collections.Generic.HashSet[string]]::new()
    $received = 0
    Import-Csv $Actual | ForEach-Object { $received++; [void] $names.Add($_.Name) }
    $missing = (Import-Csv $Expected | Where-Object { -not $names.Contains($_.Name) } | Measure-Object).Count
    if ($received -ne $Count -or $names.Count -ne $Count -or $missing) {
        throw "The org has $received accounts with $($names.Count) names, and $missing names of the file's $Count are missing."
    }
}

function Measure-InAndOut([string] $Path, [int] $Count) {
    $emulator = Start-SfEmulator -DailyApiLimit 10000000
    try {
        $login = @{
            LoginUrl     = $emulator.LoginUrl
            ClientId     = $emulator.ClientId
            ClientSecret = [Net.NetworkCredential]::new('', $emulator.ClientSecret).Password
        }
        $out = "$Path.out"
        $in = pwsh -NoProfile -File "$PSScriptRoot/Measure-Module.ps1" -Task bulkLoad -Module $Module -Argument $Path @login | ConvertFrom-Json
        $back = pwsh -NoProfile -File "$PSScriptRoot/Measure-Module.ps1" -Task bulkExport -Module $Module -Argument $out @login | ConvertFrom-Json
        Assert-SameName $Path $out $Count
        foreach ($peak in $in.PeakMegabytes, $back.PeakMegabytes) {
            if ($peak -ge $LimitMegabytes) { throw "$Count rows took $peak MB; $LimitMegabytes are allowed." }
        }
        [pscustomobject]@{ Rows = $Count; 'Import s' = $in.Seconds[0]; 'Import MB' = $in.PeakMegabytes; 'Export s' = $back.Seconds[0]; 'Export MB' = $back.PeakMegabytes }
    }
    finally {
        $emulator | Stop-SfEmulator
    }
}

function Test-Kill([string] $Path, [int] $Count, [double] $Seconds) {
    $emulator = Start-SfEmulator -DailyApiLimit 10000000
    try {
        $env:SALESFORCEPS_MODULE = $Module
        $env:SF_TEST_SECRET = [Net.NetworkCredential]::new('', $emulator.ClientSecret).Password
        $arguments = '-NoProfile', '-File', "$PSScriptRoot/../tests/Commands/ImportInChild.ps1", $emulator.LoginUrl, $emulator.ClientId, $Path, "$Path.state", 50000
        $alive = foreach ($kill in 1..5) {
            $child = Start-Process pwsh -PassThru -ArgumentList $arguments -RedirectStandardOutput "$Path.$kill.txt"
            $moment = [TimeSpan]::FromSeconds(1 + (Get-Random -Maximum ($Seconds / 6)))
            -not $child.WaitForExit($moment)
            $child.Kill()
            $child.WaitForExit()
        }
        $emulator | Connect-Sf
        $result = Import-SfRecord $Path Account -Operation Insert -StatePath "$Path.state"
        Export-SfRecord 'SELECT Name FROM Account' "$Path.out" -Force | Out-Null
        Assert-SameName $Path "$Path.out" $Count
        [pscustomobject]@{ Rows = $Count; Killed = @($alive | Where-Object { $_ }).Count; Resumed = $result.Resumed; Succeeded = $result.Succeeded }
    }
    finally {
        $env:SF_TEST_SECRET = $null
        $emulator | Stop-SfEmulator
    }
}

$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName()))
try {
    $few = Join-Path $folder 'few.csv'
    $many = Join-Path $folder 'many.csv'
    Write-Accounts $few 100000
    Write-Accounts $many $Rows
    Measure-InAndOut $few 100000
    ($measured = Measure-InAndOut $many $Rows)
    # A file of its own: beside the other lie the results of its import.
    $again = Copy-Item $many (Join-Path $folder 'again.csv') -PassThru
    Test-Kill $again $Rows $measured.'Import s'
}
finally {
    Remove-Item -Recurse -Force $folder
}
