BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-Account { Invoke-SfQuery 'SELECT Id, Name, Site, Industry, Key__c, Regions__c, Founded__c, Audited__c, Active__c, ParentId FROM Account ORDER BY Name' }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Set-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $acme = New-SfRecord Account @{ Name = 'Acme'; Site = 'x'; Industry = 'Energy'; Key__c = 'K1'; Regions__c = 'North' } -PassThru
        $id = $acme.Id
        Clear-OrgRequest
    }

    Context 'Update' {
        It 'ObjectAsArgument_IsUpdated' {
            $result = Set-SfRecord Account @{ Id = $id; Name = 'Acme Ltd' }

            $result.Id, $result.Operation, $result.Created, $result.ObjectType | Should -Be $id, 'Update', $false, 'Account'
            (Get-Account).Name | Should -Be 'Acme Ltd'
        }

        It 'ObjectOfKind<Kind>_IsUpdated' -ForEach @(
            @{ Kind = 'PSCustomObject'; Make = { [pscustomobject]@{ Id = $id; Name = 'B' } } }
            @{ Kind = 'Hashtable'; Make = { @{ Id = $id; Name = 'B' } } }
            @{ Kind = 'Ordered'; Make = { [ordered]@{ Id = $id; Name = 'B' } } }
            @{ Kind = 'Class'; Make = { class Company { [string] $Id; [string] $Name }; [Company]@{ Id = $id; Name = 'B' } } }
            @{ Kind = 'CsvRow'; Make = { 'Id,Name', "$id,B" | ConvertFrom-Csv } }
        ) {
            & $Make | Set-SfRecord Account | Should -HaveCount 1

            (Get-Account).Name | Should -Be 'B'
        }

        It 'QueriedRecord_IsChangedWithoutNamingItsObject' {
            $account = Invoke-SfQuery 'SELECT Id, Name, Owner.Name, CreatedDate, (SELECT Id FROM Contacts) FROM Account'
            $account.Name = 'Changed'

            ($account | Set-SfRecord).ObjectType | Should -Be Account

            (Get-Account).Name | Should -Be 'Changed'
        }

        It 'QueriedRecordFromAJob_IsChangedWithoutNamingItsObject' {
            $copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-Account)))
            $copy.PSTypeNames[0] | Should -Be Deserialized.Salesforce.Account
            $copy.Name = 'Changed'

            $copy | Set-SfRecord | Should -HaveCount 1

            (Get-Account).Name | Should -Be 'Changed'
        }

        It 'RawRecord_IsChangedWithoutNamingItsObject' {
            $raw = Invoke-SfQuery 'SELECT Id, Name FROM Account' -Raw
            $raw.Name = 'Changed'

            ($raw | Set-SfRecord).ObjectType | Should -Be Account
        }

        It 'ResultOfAnInsertWithChanges_FeedsTheNext' {
            $acme['Name'] = 'Changed'

            $acme | Set-SfRecord Account -PassThru | Should -Be $acme

            (Get-Account).Name | Should -Be 'Changed'
        }

        It 'IdOfFifteenCharacters_Serves' {
            (Set-SfRecord Account @{ Id = $id.Substring(0, 15); Name = 'B' }).Id | Should -BeExactly $id
        }

        It 'MultiPicklist_TakesAListOrJoinedText' {
            Set-SfRecord Account @{ Id = $id; Regions__c = 'East', 'South' }
            (Get-Account).Regions__c | Should -Be 'East', 'South'

            Set-SfRecord Account @{ Id = $id; Regions__c = 'West;North' }
            (Get-Account).Regions__c | Sort-Object | Should -Be 'North', 'West'
        }

        It 'DatesAndInstants_DoNotShift' {
            $instant = [DateTimeOffset]'2024-05-06T07:08:09+05:00'
            Set-SfRecord Account @{ Id = $id; Founded__c = [datetime]::SpecifyKind('2024-05-06', 'Utc'); Audited__c = $instant; Active__c = 'yes' }

            $account = Get-Account
            $account.Founded__c, $account.Audited__c, $account.Active__c | Should -Be ([datetime]'2024-05-06'), $instant, $true
        }

        It 'ThousandRecords_TakeFiveCalls' {
            1..999 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account | Out-Null
            Clear-OrgRequest

            Get-Account | ForEach-Object { $_.Site = 'all'; $_ } | Set-SfRecord | Should -HaveCount 1000

            Get-OrgWrite | Should -Be (, 'update' * 5)
            Invoke-SfQuery "SELECT COUNT() FROM Account WHERE Site = 'all'" | Should -Be 1000
        }
    }

    Context 'NullAndBlank' {
        It 'AbsentProperty_LeavesTheFieldAlone' {
            Set-SfRecord Account @{ Id = $id; Name = 'B' }

            (Get-Account).Site | Should -Be 'x'
        }

        It 'Null_ClearsTheField' {
            Set-SfRecord Account @{ Id = $id; Site = $null; Regions__c = $null }

            $account = Get-Account
            $account.Site | Should -BeNullOrEmpty
            $account.Regions__c | Should -BeNullOrEmpty
        }

        It 'EmptyText_LeavesTheFieldAlone' {
            "Id,Site,Industry`n$id,,`n" | ConvertFrom-Csv | Set-SfRecord Account

            $account = Get-Account
            $account.Site, $account.Industry | Should -Be 'x', 'Energy'
        }

        It 'EmptyTextWithClearBlank_ClearsTheField' {
            "Id,Name,Site`n$id,B,`n" | ConvertFrom-Csv | Set-SfRecord Account -ClearBlank

            $account = Get-Account
            $account.Name | Should -Be 'B'
            $account.Site | Should -BeNullOrEmpty
        }

        It 'NullLink_ClearsTheReference' {
            $parent = New-SfRecord Account @{ Name = 'Parent'; Key__c = 'P' } -PassThru
            Set-SfRecord Account @{ Id = $id; 'Parent.Key__c' = 'P' }
            (Get-Account)[0].ParentId | Should -BeExactly $parent.Id

            Set-SfRecord Account @{ Id = $id; 'Parent.Key__c' = $null }

            (Get-Account)[0].ParentId | Should -BeNullOrEmpty
        }
    }

    Context 'Upsert' {
        It 'KnownAndUnknownKeys_AreUpdatedAndInserted' {
            $results = @{ Key__c = 'K1'; Name = 'Old' }, @{ Key__c = 'K2'; Name = 'New' } | Set-SfRecord Account -ExternalIdField Key__c

            $results.Created | Should -Be $false, $true
            $results.Operation | Should -Be 'Upsert', 'Upsert'
            $results[0].Id | Should -BeExactly $id
            (Get-Account).Name | Should -Be 'New', 'Old'
        }

        It 'QueriedRecord_IsUpsertedByItsKey' {
            $account = Get-Account
            $account.Name = 'Changed'

            ($account | Set-SfRecord -ExternalIdField Key__c).Created | Should -BeFalse

            (Get-Account).Name | Should -Be 'Changed'
        }

        It 'RecordWithoutKey_IsRefused' {
            Set-SfRecord Account @{ Name = 'x' } -ExternalIdField Key__c -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode, $bad[0].Exception.Fields | Should -Be 'MISSING_ARGUMENT', 'Key__c'
            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'FieldThatIsNoExternalId_IsRefusedForEachRecord' {
            @{ Site = 'x' }, @{ Site = 'y' } | Set-SfRecord Account -ExternalIdField Site -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad.TargetObject.Site | Should -Be 'x', 'y'
            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
        }

        It 'UpdateOnly_RefusesWhatIsNotThere' {
            $missing = @{ Key__c = 'none'; Name = 'New' }

            $results = @{ Key__c = 'K1'; Name = 'Old' }, $missing |
                Set-SfRecord Account -ExternalIdField Key__c -UpdateOnly -ErrorAction SilentlyContinue -ErrorVariable bad

            $results.Created, $results.Id | Should -Be $false, $id
            $bad.TargetObject | Should -Be $missing
            $bad[0].CategoryInfo.Category, $bad[0].Exception.ErrorCode | Should -Be 'ObjectNotFound', 'NOT_FOUND'
            (Get-Account).Name | Should -Be 'Old'
        }

        It 'UpdateOnlyWithoutExternalIdField_IsRefused' {
            { Set-SfRecord Account @{ Id = $id } -UpdateOnly } | Should -Throw -ErrorId 'UpdateOnlyNeedsExternalId,*'
        }
    }

    Context 'Errors' {
        It 'RefusedRecord_CanBeRepairedFromTheErrorVariable' {
            $source = @{ Id = $id; Tier__c = 'Tin' }
            $source | Set-SfRecord Account -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.SetSfRecordCommand'
            $bad[0].CategoryInfo.Category | Should -Be InvalidData
            $bad[0].TargetObject | Should -Be $source

            $bad.TargetObject.Tier__c = 'Gold'
            $bad.TargetObject | Set-SfRecord Account | Should -HaveCount 1
        }

        It 'RecordWithoutId_IsRefused' {
            Set-SfRecord Account @{ Name = 'x' } -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode, $bad[0].Exception.Fields | Should -Be 'MISSING_ARGUMENT', 'Id'
            $bad[0].TargetObject.Name | Should -Be 'x'
        }

        It 'DeletedRecord_IsNotFound' {
            $acme | Remove-SfRecord

            Set-SfRecord Account @{ Id = $id; Name = 'x' } -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].CategoryInfo.Category, $bad[0].Exception.ErrorCode | Should -Be 'ObjectNotFound', 'ENTITY_IS_DELETED'
        }

        It 'AllOrNone_RollsBackItsBatch' {
            @{ Id = $id; Name = 'B' }, @{ Id = '001gL0000000999QAA'; Name = 'C' } |
                Set-SfRecord Account -AllOrNone -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad | Should -HaveCount 2
            (Get-Account).Name | Should -Be 'Acme'
        }
    }
}
