# An import in a process of its own, which a test kills.
param([uri] $LoginUrl, [string] $ClientId, [string] $Path, [string] $StatePath, [int] $BatchSize = 500)

$ProgressPreference = 'SilentlyContinue'
Import-Module $env:SALESFORCEPS_MODULE
Connect-Sf -LoginUrl $LoginUrl -ClientId $ClientId -ClientSecret (ConvertTo-SecureString $env:SF_TEST_SECRET -AsPlainText -Force)
Import-SfRecord $Path Account -Operation Insert -BatchSize $BatchSize -StatePath $StatePath
