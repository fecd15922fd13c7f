@{
    RootModule           = 'bin/SalesforcePS.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6b0f6b3e-8c7d-4a55-9d0c-3f6f4c1c9c11'
    Author               = 'SalesforcePS contributors'
    CompanyName          = 'SalesforcePS contributors'
    Copyright            = '(c) SalesforcePS contributors. MIT licence.'
    Description          = 'Moves data in and out of Salesforce: pipeline objects stream into SOAP and Bulk batches, results and error records come back as objects. Brings its own local org.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('SalesforcePS.Format.ps1xml')
    CmdletsToExport      = @(
        'Add-SfAttachment'
        'Connect-Sf'
        'Disconnect-Sf'
        'Export-SfRecord'
        'Find-SfRecord'
        'Get-SfAttachment'
        'Get-SfDeletedRecord'
        'Get-SfField'
        'Get-SfJob'
        'Get-SfLimit'
        'Get-SfObject'
        'Get-SfRecord'
        'Get-SfSession'
        'Get-SfUpdatedRecord'
        'Import-SfRecord'
        'Invoke-SfApi'
        'Invoke-SfQuery'
        'Merge-SfRecord'
        'New-SfRecord'
        'Receive-SfJob'
        'Remove-SfRecord'
        'Restore-SfRecord'
        'Save-SfAttachment'
        'Set-SfRecord'
        'Start-SfEmulator'
        'Stop-SfEmulator'
        'Stop-SfJob'
        'Test-SfConnection'
        'Wait-SfJob'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('Salesforce', 'SOQL', 'Bulk', 'SOAP', 'REST', 'ETL', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md'
        }
    }
}
