BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-Count { Invoke-SfQuery 'SELECT COUNT() FROM Account' }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Remove-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $accounts = 1..3 | ForEach-Object { [pscustomobject]@{ Name = "A$_" } } | New-SfRecord Account -PassThru
        Clear-OrgRequest
    }

    Context 'Input' {
        It 'IdsAsArgument_AreDeleted' {
            $results = Remove-SfRecord $accounts[0].Id, $accounts[1].Id

            $results.Id | Should -Be $accounts[0].Id, $accounts[1].Id
            $results.Operation | Should -Be 'Delete', 'Delete'
            Get-OrgWrite | Should -Be 'delete'
            Get-Count | Should -Be 1
        }

        It 'IdsFromThePipeline_AreDeleted' {
            $accounts.Id | Remove-SfRecord | Should -HaveCount 3

            Get-Count | Should -Be 0
        }

        It 'ObjectOfKind<Kind>_IsDeleted' -ForEach @(
            @{ Kind = 'PSCustomObject'; Make = { $accounts[0] } }
            @{ Kind = 'Hashtable'; Make = { @{ Id = $accounts[0].Id } } }
            @{ Kind = 'QueriedRecord'; Make = { Invoke-SfQuery 'SELECT Id, Name FROM Account LIMIT 1' } }
            @{ Kind = 'Result'; Make = { New-SfRecord Account @{ Name = 'B' }; $accounts[0] } }
            @{ Kind = 'CsvRow'; Make = { 'Id,Name', "$($accounts[0].Id),x" | ConvertFrom-Csv } }
        ) {
            $input = @(& $Make)

            ($input | Remove-SfRecord).InputObject | Should -Be $input

            Get-Count | Should -BeLessThan 3
        }

        It 'ObjectsAsArgument_AreDeleted' {
            Remove-SfRecord -InputObject $accounts | Should -HaveCount 3
        }

        It 'BareIds_HaveTheirObjectInTheResultsWithoutACall' {
            $contact = New-SfRecord Contact @{ LastName = 'C' } -PassThru
            Clear-OrgRequest

            $results = Remove-SfRecord $accounts[0].Id, $contact.Id, $accounts[1].Id.Substring(0, 15)

            $results.ObjectType | Should -Be 'Account', 'Contact', 'Account'
            @(Get-OrgRequest) | Should -HaveCount 1
        }

        It 'BareIdsOfAnObjectThatTheSessionDoesNotKnow_StayWithoutIt' {
            $org | Connect-Sf
            Clear-OrgRequest

            (Remove-SfRecord $accounts[0].Id).ObjectType | Should -Be ''
            @(Get-OrgRequest) | Should -HaveCount 1
            $null = Get-SfObject Camp*
            (Remove-SfRecord $accounts[1].Id).ObjectType | Should -Be 'Account'
        }

        It 'PassThru_PutsTheInputOut' {
            $accounts | Remove-SfRecord -PassThru | Should -Be $accounts
        }

        It 'DeletedRecords_AreInTheRecycleBin' {
            $accounts | Remove-SfRecord | Out-Null

            (Invoke-SfQuery 'SELECT IsDeleted FROM Account' -IncludeDeleted).IsDeleted | Should -Be $true, $true, $true
        }

        It 'ThousandRecords_TakeFiveCalls' {
            1..997 | ForEach-Object { @{ Name = "B$_" } } | New-SfRecord Account | Out-Null
            Clear-OrgRequest

            Invoke-SfQuery 'SELECT Id FROM Account' | Remove-SfRecord | Should -HaveCount 1000

            Get-OrgWrite | Should -Be (, 'delete' * 5)
            Get-Count | Should -Be 0
        }
    }

    Context 'Errors' {
        It 'UnknownId_IsAnErrorRecordWithItsTarget' {
            $results = $accounts[0].Id, '001gL0000000999QAA' | Remove-SfRecord -ErrorAction SilentlyContinue -ErrorVariable bad

            $results | Should -HaveCount 1
            $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.RemoveSfRecordCommand'
            $bad[0].CategoryInfo.Category | Should -Be ObjectNotFound
            $bad[0].TargetObject | Should -Be '001gL0000000999QAA'
        }

        It 'RecordDeletedTwice_IsRefusedTheSecondTime' {
            Remove-SfRecord $accounts[0].Id | Out-Null

            Remove-SfRecord $accounts[0].Id -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode | Should -Be ENTITY_IS_DELETED
        }

        It 'ObjectWithoutId_IsRefused' {
            $source = [pscustomobject]@{ Name = 'x' }

            $source | Remove-SfRecord -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode | Should -Be MISSING_ARGUMENT
            $bad[0].TargetObject | Should -Be $source
            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'TextThatIsNoId_IsRefused' {
            'nonsense' | Remove-SfRecord -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].CategoryInfo.Category | Should -Be InvalidArgument
            $bad[0].Exception.ErrorCode | Should -Be MALFORMED_ID
        }

        It 'ErrorActionStop_EndsAtTheFirst' {
            { 'nonsense', $accounts[0].Id | Remove-SfRecord -BatchSize 1 -ErrorAction Stop } | Should -Throw -ErrorId 'RecordRefused,*'

            Get-Count | Should -Be 3
        }

        It 'AllOrNone_RollsBackItsBatch' {
            $accounts[0].Id, '001gL0000000999QAA' | Remove-SfRecord -AllOrNone -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad | Should -HaveCount 2
            Get-Count | Should -Be 3
        }
    }
}
