<#
.SYNOPSIS
The module at one task, in this process: prints time per round, CPU and peak memory as JSON, as peer.mjs does for JSforce.
#>
param(
    [Parameter(Mandatory)] [ValidateSet('query', 'bulkQuery', 'bulkLoad')] [string] $Task,
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [uri] $LoginUrl,
    [Parameter(Mandatory)] [string] $ClientId,
    [Parameter(Mandatory)] [string] $ClientSecret,
    [Parameter(Mandatory)] [string] $Argument,
    [int] $Rounds = 1
)
$ErrorActionPreference = 'Stop'
Import-Module $Module
Connect-Sf -LoginUrl $LoginUrl -ClientId $ClientId -ClientSecret (ConvertTo-SecureString $ClientSecret -AsPlainText -Force)
$seconds = foreach ($round in 1..$Rounds) {
    (Measure-Command {
        switch ($Task) {
            'query' { Invoke-SfQuery $Argument -Api Rest | Out-Null }
            'bulkQuery' { Invoke-SfQuery $Argument -Api Bulk | Out-Null }
            'bulkLoad' { Import-SfRecord -Path $Argument -ObjectType Account -Operation Insert -Force | Out-Null }
        }
    }).TotalSeconds
}
$process = [Diagnostics.Process]::GetCurrentProcess()
[pscustomobject]@{
    Seconds       = @($seconds)
    CpuSeconds    = $process.TotalProcessorTime.TotalSeconds
    PeakMegabytes = [int] ($process.PeakWorkingSet64 / 1MB)
} | ConvertTo-Json -Compress
