# An export in a process of its own, which a test kills.
param([uri] $LoginUrl, [string] $ClientId, [string] $ClientSecret, [string] $Path)

Import-Module $env:SALESFORCEPS_MODULE
Connect-Sf -LoginUrl $LoginUrl -ClientId $ClientId -ClientSecret (ConvertTo-SecureString $ClientSecret -AsPlainText -Force)
Export-SfRecord 'SELECT Id FROM Account' $Path
