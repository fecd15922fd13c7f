<#
.SYNOPSIS
The module at one task, in this process: prints time and CPU of each round and the peak memory as JSON, as peer.mjs does for JSforce.
#>
param(
    [Parameter(Mandatory)] [ValidateSet('query', 'bulkQuery', 'bulkLoad', 'bulkExport', 'upload', 'download')] [string] $Task,
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
$process = [Diagnostics.Process]::GetCurrentProcess()
function Get-Cpu {
    $process.Refresh()
    $process.TotalProcessorTime.TotalSeconds
}
$cpu = @()
$seconds = foreach ($round in 1..$Rounds) {
    $before = Get-Cpu
    (Measure-Command {
        switch ($Task) {
            'query' { Invoke-SfQuery $Argument -Api Rest | Out-Null }
            'bulkQuery' { Invoke-SfQuery $Argument -Api Bulk | Out-Null }
            'bulkLoad' { Import-SfRecord -Path $Argument -ObjectType Account -Operation Insert -Force | Out-Null }
            'bulkExport' { Export-SfRecord 'SELECT Id, Name, Industry, Phone, Website, NumberOfEmployees, Site FROM Account' $Argument -Force | Out-Null }
            'upload' { Add-SfAttachment -LiteralPath $Argument | Out-Null }
            'download' { Invoke-SfQuery 'SELECT Id FROM ContentDocument' | Save-SfAttachment -Destination $Argument }
        }
    }).TotalSeconds
    $cpu += (Get-Cpu) - $before
}
$process.Refresh()
[pscustomobject]@{
    Seconds       = @($seconds)
    CpuSeconds    = @($cpu)
    PeakMegabytes = [int] ($process.PeakWorkingSet64 / 1MB)
} | ConvertTo-Json -Compress
