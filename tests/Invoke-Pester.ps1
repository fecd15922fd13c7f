<#
.SYNOPSIS
Runs the Pester suites against the staged module and writes a JUnit file; exit code 77 where there is no Pester 5.
#>
param(
    [Parameter(Mandatory)]
    [string] $ResultFile,

    # Folders beside this file.
    [Parameter(ValueFromRemainingArguments)]
    [string[]] $Folder = @('Commands', 'Module')
)

$ErrorActionPreference = 'Stop'
if (-not $env:SALESFORCEPS_MODULE) {
    throw 'SALESFORCEPS_MODULE must hold the path of the staged SalesforcePS.psd1. Run ./build.ps1 -Task Test, which sets it.'
}

function Find-Pester {
    Get-Module Pester -ListAvailable |
        Where-Object { $_.Version.Major -eq 5 } |
        Sort-Object Version -Descending |
        Select-Object -First 1
}

$own = "$PSScriptRoot/../artifacts/modules"
$env:PSModulePath = $own + [IO.Path]::PathSeparator + $env:PSModulePath
$pester = Find-Pester
if (-not $pester) {
    try {
        $null = New-Item $own -ItemType Directory -Force
        Save-PSResource Pester -Version '[5.5,6.0)' -Path $own -TrustRepository -WarningAction Ignore
    }
    catch {
        Write-Host "Pester could not be fetched: $_"
    }

    $pester = Find-Pester
    if (-not $pester) { exit 77 }
}

# Pester cannot write a results file that holds escape sequences; child processes take the variable over.
$env:NO_COLOR = '1'
$PSStyle.OutputRendering = 'PlainText'
Import-Module $pester.Path
$result = Invoke-Pester -Configuration @{
    Run        = @{ Path = @($Folder | ForEach-Object { Join-Path $PSScriptRoot $_ } | Where-Object { Test-Path $_ }); PassThru = $true }
    Output     = @{ Verbosity = 'Normal'; RenderMode = 'Plaintext' }
    TestResult = @{ Enabled = $true; OutputFormat = 'JUnitXml'; OutputPath = $ResultFile }
}
exit [int]($result.Result -ne 'Passed')
