BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-Count { Invoke-SfQuery 'SELECT COUNT() FROM Account' }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Restore-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $accounts = 1..3 | ForEach-Object { [pscustomobject]@{ Name = "A$_" } } | New-SfRecord Account -PassThru
        $accounts | Remove-SfRecord | Out-Null
        Clear-OrgRequest
    }

    It 'IdsAsArgument_AreBack' {
        $results = Restore-SfRecord $accounts[0].Id, $accounts[1].Id

        $results.Id | Should -Be $accounts[0].Id, $accounts[1].Id
        $results.Operation | Should -Be 'Undelete', 'Undelete'
        $results.Created | Should -Be $false, $false
        Get-OrgWrite | Should -Be 'undelete'
        Get-Count | Should -Be 2
    }

    It '<Kind>FromThePipeline_IsBack' -ForEach @(
        @{ Kind = 'Id'; Make = { $accounts[0].Id } }
        @{ Kind = 'PSCustomObject'; Make = { $accounts[0] } }
        @{ Kind = 'QueriedRecord'; Make = { Invoke-SfQuery 'SELECT Id FROM Account WHERE IsDeleted = true LIMIT 1' -IncludeDeleted } }
        @{ Kind = 'Result'; Make = { $id = (New-SfRecord Account @{ Name = 'B' }).Id; Remove-SfRecord $id } }
    ) {
        $source = @(& $Make)

        ($source | Restore-SfRecord).InputObject | Should -Be $source
        Get-Count | Should -Be 1
    }

    It 'ChildrenThatWentAlong_ComeBackToo' {
        $parent = New-SfRecord Account @{ Name = 'P' } -PassThru
        New-SfRecord Contact @{ LastName = 'C'; AccountId = $parent.Id } | Out-Null
        Remove-SfRecord $parent.Id | Out-Null

        Restore-SfRecord $parent.Id | Out-Null

        Invoke-SfQuery 'SELECT COUNT() FROM Contact' | Should -Be 1
    }

    It 'PassThru_PutsTheInputOut' {
        $accounts | Restore-SfRecord -PassThru | Should -Be $accounts
    }

    It 'RecordThatIsNotInTheBin_IsAnErrorRecord' {
        Restore-SfRecord $accounts[0].Id | Out-Null

        $results = $accounts.Id | Restore-SfRecord -ErrorAction SilentlyContinue -ErrorVariable bad

        $results | Should -HaveCount 2
        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.RestoreSfRecordCommand'
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'UNDELETE_FAILED', 'InvalidOperation', $accounts[0].Id
    }

    It 'AllOrNone_RollsBackItsRequest' {
        Restore-SfRecord $accounts[0].Id | Out-Null

        $accounts.Id | Restore-SfRecord -AllOrNone -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

        $bad | Should -HaveCount 3
        Get-Count | Should -Be 1
    }

    It 'AnswerThatIsLost_LeavesTheOutcomeUnknown' {
        Set-OrgFault @{ match = 'undelete'; closeConnection = 'after' }

        Restore-SfRecord $accounts[0].Id -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -Be 'OutcomeUnknown,SalesforcePS.Commands.RestoreSfRecordCommand'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ConnectionError', $accounts[0].Id
        Get-Count | Should -Be 1
    }

    It 'BatchSize_SplitsTheRequests' {
        $accounts | Restore-SfRecord -BatchSize 1 | Should -HaveCount 3

        Get-OrgWrite | Should -Be 'undelete', 'undelete', 'undelete'
    }

    It 'ValidateOfWhatIsNoId_SendsNothing' {
        'nonsense' | Restore-SfRecord -Validate -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].Exception.ErrorCode, $bad[0].TargetObject | Should -Be 'MALFORMED_ID', 'nonsense'
        Get-OrgWrite | Should -BeNullOrEmpty
    }

    It 'WhatIf_SendsNothing' {
        Invoke-Unattended { $ids | Restore-SfRecord -WhatIf } -Variables @{ ids = $accounts.Id } | Should -BeNullOrEmpty

        Get-OrgWrite | Should -BeNullOrEmpty
    }
}
