# A PowerShell that came as a .NET tool has no pwsh beside it, only pwsh.dll.
function Invoke-ChildPowerShell {
    param([Parameter(Mandatory)] [string] $Script)

    $program = Get-Item "$PSHOME/pwsh", "$PSHOME/pwsh.exe", "$PSHOME/pwsh.dll" -ErrorAction Ignore | Select-Object -First 1
    $text = '$ErrorActionPreference = "Stop"; $ProgressPreference = "SilentlyContinue"; ' + $Script
    $arguments = @(
        '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text'
        '-EncodedCommand', [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text))
    )
    $output = if ($program.Extension -eq '.dll') { dotnet $program @arguments 2>&1 } else { & $program @arguments 2>&1 }
    if ($LASTEXITCODE -ne 0) {
        throw "The child PowerShell ended with exit code ${LASTEXITCODE}: $($output -join "`n")"
    }

    $output
}
