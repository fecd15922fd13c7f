<#
.SYNOPSIS
A large file up and down: the peak memory of the process, and that it comes back byte for byte. Ends with an error where that does not hold.
.PARAMETER Module
The manifest of the staged module.
.PARAMETER Megabytes
The size of the file.
.PARAMETER LimitMegabytes
What a process may take at most.
#>
param(
    [Parameter(Mandatory)] [string] $Module,
    [ValidateRange(1, 2047)] [int] $Megabytes = 1024,
    [int] $LimitMegabytes = 150
)
$ErrorActionPreference = 'Stop'
Import-Module $Module

function Write-Random([string] $Path) {
    $file = [IO.File]::Create($Path)
    $random = [Random]::new(1)
    $block = [byte[]]::new(1MB)
    foreach ($i in 1..$Megabytes) {
        $random.NextBytes($block)
        $file.Write($block, 0, $block.Length)
    }
    $file.Dispose()
}

$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName()))
# In a file: an org in memory would hold it there.
$emulator = Start-SfEmulator -DatabasePath (Join-Path $folder 'org.db')
try {
    $path = Join-Path $folder 'large.bin'
    $back = Join-Path $folder 'back'
    Write-Random $path
    $login = @{
        Module       = $Module
        LoginUrl     = $emulator.LoginUrl
        ClientId     = $emulator.ClientId
        ClientSecret = [Net.NetworkCredential]::new('', $emulator.ClientSecret).Password
    }
    $up = pwsh -NoProfile -File "$PSScriptRoot/Measure-Module.ps1" -Task upload -Argument $path @login | ConvertFrom-Json
    $down = pwsh -NoProfile -File "$PSScriptRoot/Measure-Module.ps1" -Task download -Argument $back @login | ConvertFrom-Json
    if ((Get-FileHash $path).Hash -ne (Get-FileHash (Join-Path $back 'large.bin')).Hash) { throw 'The file did not come back as it was.' }
    foreach ($peak in $up.PeakMegabytes, $down.PeakMegabytes) {
        if ($peak -ge $LimitMegabytes) { throw "$Megabytes MB took $peak MB of memory; $LimitMegabytes are allowed." }
    }
    [pscustomobject]@{
        MB            = $Megabytes
        'Upload s'    = [math]::Round($up.Seconds[0], 1)
        'Upload MB'   = $up.PeakMegabytes
        'Download s'  = [math]::Round($down.Seconds[0], 1)
        'Download MB' = $down.PeakMegabytes
        'Emulator MB' = [int] ((Get-Process -Id $emulator.ProcessId).PeakWorkingSet64 / 1MB)
    }
}
finally {
    $emulator | Stop-SfEmulator
    Remove-Item -Recurse -Force $folder
}
