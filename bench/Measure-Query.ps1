<#
.SYNOPSIS
Queries all accounts of a local org in this process and tells the time per round and the process's peak memory, as JSON.
#>
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [uri] $LoginUrl,
    [Parameter(Mandatory)] [string] $ClientId,
    [Parameter(Mandatory)] [string] $ClientSecret,
    [Parameter(Mandatory)] [string] $Query,
    [int] $Rounds = 3
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Sf -LoginUrl $LoginUrl -ClientId $ClientId -ClientSecret (ConvertTo-SecureString $ClientSecret -AsPlainText -Force)
$seconds = foreach ($round in 1..$Rounds) {
    (Measure-Command { Invoke-SfQuery $Query | Out-Null }).TotalSeconds
}
$process = [Diagnostics.Process]::GetCurrentProcess()
[pscustomobject]@{
    Seconds        = $seconds
    CpuSeconds     = $process.TotalProcessorTime.TotalSeconds
    PeakMegabytes  = [int] ($process.PeakWorkingSet64 / 1MB)
} | ConvertTo-Json -Compress
