BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg

    # Every 97th is refused for want of a name, every 50th equals the others of its kind.
    function New-Company([int] $Count) {
        foreach ($i in 0..($Count - 1)) {
            if ($i % 97 -eq 5) { [pscustomobject]@{ Name = ''; Site = "S$i"; Number = $i } }
            elseif ($i % 50 -eq 7) { [pscustomobject]@{ Name = 'Same'; Site = 'Same'; Number = $i } }
            else { [pscustomobject]@{ Name = "A$i, `"quoted`""; Site = "S$i"; Number = $i } }
        }
    }

    # The text of what became of each object, from the org itself.
    function Get-NameOfId {
        $names = @{}
        Invoke-SfQuery 'SELECT Id, Name FROM Account' | ForEach-Object { $names[$_.Id] = $_.Name }
        $names
    }

    function Set-OrgBulk([hashtable] $Setting) {
        Invoke-RestMethod -Method Post -Uri "$($org.LoginUrl)__emulator/bulk" -Body (ConvertTo-Json $Setting)
    }

    function Get-AsyncRequest { @(Get-OrgRequest | Where-Object path -Like '/services/async/*') }
    function Get-BatchRequest { @(Get-AsyncRequest | Where-Object { $_.method -eq 'POST' -and $_.path -like '*/batch' }) }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Bulk 1.0' {
    BeforeEach { Reset-TestOrg }

    Context 'Writing' {
        It 'ThousandsOfRecords_HaveOneOutcomeEachBoundToTheirOwnObject<Switch>' -ForEach @(
            @{ Switch = '' ; Options = @{} }
            @{ Switch = 'WithSerial'; Options = @{ Serial = $true; DisableBatchRetry = $true } }
        ) {
            $companies = New-Company 12000

            $results = $companies | Select-Object Name, Site, @{ n = 'NumberOfEmployees'; e = 'Number' } |
                New-SfRecord Account -Api Bulk1 -BatchSize 2500 @Options -ErrorAction SilentlyContinue -ErrorVariable bad

            $expected = @($companies | Where-Object Name -EQ '')
            $bad.Count | Should -Be $expected.Count
            $bad.TargetObject.NumberOfEmployees | Sort-Object | Should -Be $expected.Number
            $bad | ForEach-Object { $_.Exception.ErrorCode } | Select-Object -Unique | Should -Be REQUIRED_FIELD_MISSING
            $results.Count + $bad.Count | Should -Be 12000
            @($results.InputObject.NumberOfEmployees | Sort-Object -Unique).Count | Should -Be $results.Count
            $stored = @{}
            Invoke-SfQuery 'SELECT Id, Name, Site, NumberOfEmployees FROM Account' | ForEach-Object { $stored[$_.Id] = "$($_.Name)|$($_.Site)|$($_.NumberOfEmployees)" }
            $stored.Count | Should -Be $results.Count
            $wrong = $results | Where-Object { $stored[$_.Id] -cne "$($_.InputObject.Name)|$($_.InputObject.Site)|$($_.InputObject.NumberOfEmployees)" }
            $wrong | Should -BeNullOrEmpty
            (Get-BatchRequest).Count | Should -Be 5
        }

        It 'EqualObjects_EachHaveARecordOfTheirOwn' {
            $same = 1..300 | ForEach-Object { [pscustomobject]@{ Name = 'Same' } }

            $results = $same | New-SfRecord Account -Api Bulk1

            @($results.Id | Sort-Object -Unique).Count | Should -Be 300
            for ($i = 0; $i -lt 300; $i++) { [object]::ReferenceEquals($results[$i].InputObject, $same[$i]) | Should -BeTrue }
        }

        It 'Update_ChangesRecordsAndRefusesUnknownIds' {
            $accounts = 1..500 | ForEach-Object { [pscustomobject]@{ Name = "A$_" } } | New-SfRecord Account -Api Bulk1 -PassThru
            $accounts | ForEach-Object { $_.Name = "B$($_.Id)" }
            $accounts[99].Id = '001000000000000AAA'

            $results = $accounts | Set-SfRecord Account -Api Bulk1 -BatchSize 200 -ErrorAction SilentlyContinue -ErrorVariable bad

            $results.Count | Should -Be 499
            $results.Created | Should -Not -Contain $true
            $bad.Count | Should -Be 1
            $bad[0].TargetObject | Should -Be $accounts[99]
            $names = Get-NameOfId
            $results | Where-Object { $names[$_.Id] -cne "B$($_.Id)" } | Should -BeNullOrEmpty
        }

        It 'Upsert_SaysWhatWasCreated' {
            1..100 | ForEach-Object { @{ Name = "A$_"; Key__c = "K$_" } } | New-SfRecord Account -Api Bulk1

            $results = 51..150 | ForEach-Object { @{ Name = "B$_"; Key__c = "K$_" } } | Set-SfRecord Account -ExternalIdField Key__c -Api Bulk1

            @($results | Where-Object Created).Count | Should -Be 50
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 150
        }

        It 'Delete_TakesIdsAndHardDeleteLeavesNothing' {
            $ids = (1..200 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Bulk1).Id

            ($ids[0..99] | Remove-SfRecord -Api Bulk1).Count | Should -Be 100
            ($ids[100..199] | Remove-SfRecord -Api Bulk1 -Hard -Confirm:$false).Count | Should -Be 100

            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 0
            Invoke-SfQuery 'SELECT COUNT() FROM Account' -IncludeDeleted | Should -Be 100
        }

        It 'NullAndBlank_ClearAndLeaveAlone' {
            $account = New-SfRecord Account @{ Name = 'Acme'; Site = 'x'; Industry = 'Energy' }

            [pscustomobject]@{ Id = $account.Id; Site = $null; Industry = '' } | Set-SfRecord Account -Api Bulk1

            $stored = Invoke-SfQuery 'SELECT Site, Industry FROM Account'
            $stored.Site, $stored.Industry | Should -Be $null, 'Energy'
        }

        It 'WhatIf_SendsNothing' {
            Clear-OrgRequest

            1..10 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Bulk1 -WhatIf

            Get-AsyncRequest | Should -BeNullOrEmpty
        }

        It '<Option>_IsRefusedByName' -ForEach @(
            @{ Option = 'AllOrNone'; Options = @{ AllOrNone = $true } }
            @{ Option = 'AllowDuplicates'; Options = @{ AllowDuplicates = $true } }
            @{ Option = 'AllowFieldTruncation'; Options = @{ AllowFieldTruncation = $true } }
            @{ Option = 'AssignmentRule'; Options = @{ AssignmentRule = 'default' } }
            @{ Option = 'BatchSize'; Options = @{ BatchSize = 10001 } }
            @{ Option = 'ThrottleLimit'; Options = @{ ThrottleLimit = 3; NoWait = $true } }
        ) {
            $failed = try { New-SfRecord Account @{ Name = 'A' } -Api Bulk1 @Options } catch { $_ }

            $failed.FullyQualifiedErrorId | Should -Be 'OptionNotSupported,SalesforcePS.Commands.NewSfRecordCommand'
            $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'InvalidArgument', $Option
        }

        It 'SerialWithoutApi_TakesBulk1' {
            Clear-OrgRequest

            New-SfRecord Account @{ Name = 'A' } -Serial

            (Get-BatchRequest).Count | Should -Be 1
        }
    }

    Context 'What breaks' {
        It 'ConnectionThatIsLost<When>ABatch_DoublesAndLosesNothing' -ForEach @(
            @{ When = 'Before'; Cut = 'before' }
            @{ When = 'After'; Cut = 'after' }
        ) {
            Set-OrgFault @{ match = '/batch'; closeConnection = $Cut }

            $results = 1..600 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Bulk1 -BatchSize 200

            $results.Count | Should -Be 600
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 600
        }

        It 'CtrlC_AbortsTheJob' {
            Set-OrgBulk @{ stateDelayMs = 60000 }
            $stopped = Stop-Midway { 1..500 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Bulk1 -BatchSize 100 } -When { (Get-BatchRequest).Count -ge 5 }

            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 2
            $stopped.State | Should -Be Stopped
            Set-OrgBulk @{ stateDelayMs = 0 }
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 0
        }
    }

    Context 'Queries' {
        BeforeEach {
            1..2500 | ForEach-Object { @{ Name = "A$_"; NumberOfEmployees = $_; Founded__c = [datetime]'2001-02-03'; Regions__c = 'North', 'West' } } |
                New-SfRecord Account -Api Bulk1 | Out-Null
            Clear-OrgRequest
        }

        It 'Records_AreTheSameAsOverRest' {
            $soql = 'SELECT Id, Name, NumberOfEmployees, Founded__c, Regions__c, CreatedDate, Owner.Name FROM Account ORDER BY NumberOfEmployees'

            $bulk = Invoke-SfQuery $soql -Api Bulk1
            $rest = Invoke-SfQuery $soql -Api Rest

            $bulk.Count | Should -Be 2500
            $bulk[0].GetType() | Should -Be $rest[0].GetType()
            ($bulk | ConvertTo-Json) | Should -BeExactly ($rest | ConvertTo-Json)
        }

        It 'PkChunkSize_SplitsTheQueryAndGivesEveryRecordOnce' {
            $records = Invoke-SfQuery 'SELECT Id, NumberOfEmployees FROM Account' -PkChunkSize 700

            $records.NumberOfEmployees | Sort-Object | Should -Be (1..2500)
            @(Get-AsyncRequest | Where-Object path -Match '/result/').Count | Should -BeGreaterThan 3
        }

        It 'RangesWithoutRecords_GiveNone' {
            (Invoke-SfQuery 'SELECT Id FROM Account WHERE NumberOfEmployees = 2' -PkChunkSize 500).Count | Should -Be 1
            Invoke-SfQuery "SELECT Id FROM Account WHERE Name = 'none'" -Api Bulk1 | Should -BeNullOrEmpty
        }

        It 'First_EndsTheJob' {
            (Invoke-SfQuery 'SELECT Id FROM Account' -Api Bulk1 -PkChunkSize 100 | Select-Object -First 3).Count | Should -Be 3
        }

        It 'QueryThatBulkCannotRun_IsRefusedBeforeAJob' {
            Invoke-SfQuery 'SELECT COUNT(Id) FROM Account' -Api Bulk1 -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode | Should -Be NOT_SUPPORTED_BY_BULK
            $bad[0].TargetObject | Should -Be 'SELECT COUNT(Id) FROM Account'
            Get-AsyncRequest | Should -BeNullOrEmpty
        }

        It 'WrongQuery_IsAnErrorOfThatQuery' {
            $found = 'SELECT Nme FROM Account', 'SELECT Id FROM Account LIMIT 1' | Invoke-SfQuery -Api Bulk1 -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
            $bad[0].Exception.Message | Should -BeLike '*Nme*'
            @($found).Count | Should -Be 1
        }

        It '<Option>_IsRefusedByName' -ForEach @(
            @{ Option = 'Raw'; Options = @{ Api = 'Bulk1'; Raw = $true } }
            @{ Option = 'BatchSize'; Options = @{ Api = 'Bulk1'; BatchSize = 500 } }
            @{ Option = 'PkChunkSize'; Options = @{ Api = 'Bulk'; PkChunkSize = 500 } }
            @{ Option = 'PkChunkSize'; Options = @{ Api = 'Rest'; PkChunkSize = 500 } }
        ) {
            { Invoke-SfQuery 'SELECT Id FROM Account' @Options } | Should -Throw -ErrorId 'OptionNotSupported,*' -ExpectedMessage "*$Option*"
        }
    }
}
