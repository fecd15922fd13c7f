BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-JobRequest([string] $Method = '*') { @(Get-OrgRequest | Where-Object { $_.path -like '*/jobs/query*' -and $_.method -like $Method }) }
    function Find-Error([scriptblock] $Script) { try { & $Script } catch { $_ } }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Export-SfRecord' {
    BeforeAll {
        $null = 1..500 | ForEach-Object { @{ Name = "A$_, `"quoted`"`nline"; Key__c = "K$_"; NumberOfEmployees = $_; Founded__c = [datetime]'1999-12-31' } } |
            New-SfRecord Account -Api Bulk
        $query = 'SELECT Key__c, Id, Name, NumberOfEmployees, Founded__c, Owner.Name, Site FROM Account ORDER BY NumberOfEmployees'
    }

    BeforeEach {
        Clear-OrgRequest
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
    }

    It 'File_HasTheHeaderInTheOrderOfTheQueryAndAllRecords' {
        $result = Export-SfRecord $query $path

        $rows = Import-Csv $path
        $rows[0].PSObject.Properties.Name | Should -Be 'Key__c', 'Id', 'Name', 'NumberOfEmployees', 'Founded__c', 'Owner.Name', 'Site'
        $rows.Key__c | Should -Be (1..500 | ForEach-Object { "K$_" })
        $rows[4].Name, $rows[4].Founded__c, $rows[4].Site | Should -Be "A5, `"quoted`"`nline", '1999-12-31', ''
        $result.Path, $result.Rows, $result.Resumed | Should -Be $path, 500, $false
        $result.JobId | Should -Match '^750'
        $result.Duration | Should -BeOfType timespan
        Get-ChildItem $TestDrive -Filter '*.partial*' | Should -HaveCount 0
    }

    It 'File_IsUtf8WithoutByteOrderMarkAndHasLineFeeds' {
        $null = Export-SfRecord 'SELECT Key__c FROM Account LIMIT 1' $path

        [IO.File]::ReadAllBytes($path)[0] | Should -Be ([byte][char]'"')
        [IO.File]::ReadAllText($path) | Should -Not -Match "`r"
    }

    It 'Parameters_AreBound' {
        (Export-SfRecord 'SELECT Id FROM Account WHERE Key__c IN :keys' $path -Parameter @{ keys = 'K1', 'K2' }).Rows | Should -Be 2
    }

    It 'Delimiter_IsThatAskedFor' {
        $null = Export-SfRecord $query $path -Delimiter ';'

        (Import-Csv $path -Delimiter ';').Key__c | Should -HaveCount 500
    }

    It 'DelimiterThatBulkDoesNotKnow_IsRefused' {
        $failed = Find-Error { Export-SfRecord $query $path -Delimiter '#' }

        $failed.FullyQualifiedErrorId | Should -Be 'DelimiterNotSupported,SalesforcePS.Commands.ExportSfRecordCommand'
        $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'InvalidArgument', '#'
    }

    It 'ExistingFile_IsRefusedWithoutForceAndReplacedWithIt' {
        Set-Content $path old

        $failed = Find-Error { Export-SfRecord $query $path }

        $failed.FullyQualifiedErrorId | Should -Be 'FileExists,SalesforcePS.Commands.ExportSfRecordCommand'
        $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'ResourceExists', $path
        Get-JobRequest | Should -HaveCount 0
        Get-Content $path | Should -Be old
        (Export-SfRecord $query $path -Force).Rows | Should -Be 500
    }

    It 'FolderThatIsNotThere_IsAnErrorAboutTheFile' {
        $path = Join-Path $TestDrive 'missing' 'out.csv'

        $failed = Find-Error { Export-SfRecord $query $path }

        $failed.FullyQualifiedErrorId | Should -Be 'FileNotWritten,SalesforcePS.Commands.ExportSfRecordCommand'
        $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'WriteError', $path
    }

    It 'WhatIf_MakesNoJobAndNoFile' {
        Export-SfRecord $query $path -WhatIf

        Get-JobRequest | Should -HaveCount 0
        Test-Path $path | Should -BeFalse
    }

    It 'QueryThatBulkCannotRun_IsRefusedByName' {
        $failed = Find-Error { Export-SfRecord 'SELECT Industry, COUNT(Id) FROM Account GROUP BY Industry' $path }

        $failed.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.ExportSfRecordCommand'
        $failed.CategoryInfo.Category, $failed.Exception.ErrorCode | Should -Be 'InvalidArgument', 'NOT_SUPPORTED_BY_BULK'
        $failed.Exception.Message | Should -BeLike '*GROUP BY*'
        Get-JobRequest | Should -HaveCount 0
    }

    It 'Killed_GoesOnWithTheSameJob' {
        Set-OrgFault @{ match = '/results'; delayMs = 60000; count = 1 }
        $shell = "$PSScriptRoot/ExportInChild.ps1"
        $secret = [Net.NetworkCredential]::new('', $org.ClientSecret).Password
        $child = Start-Process pwsh -PassThru -ArgumentList '-NoProfile', '-File', $shell, $org.LoginUrl, $org.ClientId, $secret, $path
        Wait-Until { @(Get-JobRequest Post).Count -eq 1 -and (Test-Path "$path.partial.json") } -Seconds 60
        $child.Kill()
        $child.WaitForExit()
        Invoke-OrgControl Delete faults

        $result = Export-SfRecord 'SELECT Id FROM Account' $path

        $result.Resumed, $result.Rows | Should -Be $true, 500
        (Import-Csv $path).Id | Sort-Object -Unique | Should -HaveCount 500
        Get-JobRequest Post | Should -HaveCount 1
    }

    It 'CtrlC_EndsWithinASecondAndLeavesWhatGoesOn' {
        Set-OrgFault @{ match = '/results'; delayMs = 60000 }
        $script = { Export-SfRecord 'SELECT Id FROM Account' $path -Session $session }

        $stopped = Stop-Midway $script -When { Test-Path "$path.partial" } -Variables @{ path = $path; session = (Get-SfSession) }

        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
        Invoke-OrgControl Delete faults
        (Export-SfRecord 'SELECT Id FROM Account' $path).Resumed | Should -BeTrue
    }
}
