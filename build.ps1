<#
.SYNOPSIS
Builds, tests and packs the module.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Package', 'Clean')]
    [string] $Task = 'Build',

    # Handed on to the demo or the benchmark.
    [Parameter(ValueFromRemainingArguments)]
    [string[]] $ArgumentList = @()
)

$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    if ($Task -eq 'Clean') {
        'artifacts', 'output' | Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
        return
    }

    if (-not (Get-Command dotnet -CommandType Application -ErrorAction Ignore)) {
        throw "'dotnet' is not on PATH. Install the .NET 10 SDK and try again."
    }

    dotnet msbuild SalesforcePS.sln -restore -p:Configuration=Release -v:quiet -nologo
    if ($LASTEXITCODE -ne 0) {
        if ($Task -eq 'Test') { '0 passed, 1 failed, 0 skipped' }
        exit 1
    }

    dotnet artifacts/bin/SalesforcePS.Build/release/SalesforcePS.Build.dll $Task.ToLowerInvariant() @ArgumentList
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
