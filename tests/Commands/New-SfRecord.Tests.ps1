BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-Account { Invoke-SfQuery 'SELECT Id, Name, Site, Industry, Key__c, Regions__c, Founded__c, NumberOfEmployees, OwnerId FROM Account ORDER BY Name' }
}

AfterAll { Stop-SfEmulator $org }

Describe 'New-SfRecord' {
    BeforeEach { Reset-TestOrg }

    Context 'Input' {
        It 'ObjectAsArgument_IsInserted' {
            $result = New-SfRecord Account @{ Name = 'Acme'; Founded__c = [datetime]'1999-12-31'; Regions__c = 'North', 'West' }

            $result.Success, $result.Created, $result.Operation, $result.ObjectType | Should -Be $true, $true, 'Insert', 'Account'
            $account = Get-Account
            $account.Id | Should -BeExactly $result.Id
            $account.Founded__c | Should -Be ([datetime]'1999-12-31')
            $account.Regions__c | Should -Be 'North', 'West'
        }

        It 'ListAsArgument_GivesOneResultForEachItem' {
            $results = New-SfRecord -Type Account -InputObject @{ Name = 'A' }, @{ Name = 'B' }

            $results.InputObject.Name | Should -Be 'A', 'B'
            (Get-Account).Name | Should -Be 'A', 'B'
        }

        It 'ObjectOfKind<Kind>_IsInserted' -ForEach @(
            @{ Kind = 'PSCustomObject'; Make = { [pscustomobject]@{ Name = 'Acme'; Site = 'x' } } }
            @{ Kind = 'Hashtable'; Make = { @{ Name = 'Acme'; Site = 'x' } } }
            @{ Kind = 'Ordered'; Make = { [ordered]@{ Name = 'Acme'; Site = 'x' } } }
            @{ Kind = 'Class'; Make = { class Company { [string] $Name; [string] $Site }; [Company]@{ Name = 'Acme'; Site = 'x' } } }
            @{ Kind = 'CsvRow'; Make = { 'Name,Site', 'Acme,x' | ConvertFrom-Csv } }
            @{ Kind = 'JobOutput'; Make = { Start-Job { [pscustomobject]@{ Name = 'Acme'; Site = 'x' } } | Receive-Job -Wait -AutoRemoveJob | Select-Object Name, Site } }
            @{ Kind = 'ScriptProperty'; Make = { [pscustomobject]@{ Name = 'Acme' } | Add-Member ScriptProperty Site { 'x' } -PassThru } }
        ) {
            $source = & $Make

            ($source | New-SfRecord Account).InputObject | Should -Be $source

            $account = Get-Account
            $account.Name, $account.Site | Should -Be 'Acme', 'x'
        }

        It 'QueriedRecord_IsCopiedWithItsObjectType' {
            New-SfRecord Account @{ Name = 'Acme'; Site = 'x' }
            $original = Invoke-SfQuery 'SELECT Id, Name, Site, CreatedDate, Owner.Name FROM Account'

            $copy = $original | New-SfRecord

            $copy.ObjectType | Should -Be Account
            $copy.Id | Should -Not -Be $original.Id
            (Get-Account).Site | Should -Be 'x', 'x'
        }

        It 'ParentByExternalId_IsLinked' {
            $parent = New-SfRecord Account @{ Name = 'Acme'; Key__c = 'K1' }

            New-SfRecord Contact ([pscustomobject]@{ LastName = 'Doe'; 'Account.Key__c' = 'K1' })

            (Invoke-SfQuery 'SELECT AccountId FROM Contact').AccountId | Should -BeExactly $parent.Id
        }

        It 'ParentByUnknownExternalId_IsRefused' {
            New-SfRecord Contact @{ LastName = 'Doe'; 'Account.Key__c' = 'none' } -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RecordRefused,*'
            $bad[0].Exception.ErrorCode | Should -Be INVALID_FIELD
        }
    }

    Context 'Results' {
        It 'ThousandRecords_TakeFiveCalls' {
            $results = 1..1000 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account

            $results.Count | Should -Be 1000
            $results.InputObject.Name | Should -Be (1..1000 | ForEach-Object { "A$_" })
            Get-OrgWrite | Should -Be (, 'create' * 5)
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 1000
        }

        It 'BatchSize_IsKept' {
            1..5 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -BatchSize 2 | Should -HaveCount 5

            Get-OrgWrite | Should -HaveCount 3
        }

        It 'PassThru_SetsTheIdAndFeedsTheNextCmdlet' {
            $contacts = [pscustomobject]@{ Name = 'A' }, @{ Name = 'B' } | New-SfRecord Account -PassThru |
                ForEach-Object { @{ LastName = "of $($_.Name)"; AccountId = $_.Id } } | New-SfRecord Contact -PassThru

            $contacts.Id | Should -Match '^003\w{15}$'
            (Invoke-SfQuery 'SELECT Account.Name FROM Contact ORDER BY LastName').'Account.Name' | Should -Be 'A', 'B'
        }

        It 'InputCount_IsResultsPlusErrors' {
            $results = 1..450 | ForEach-Object { @{ Name = $(if ($_ % 50) { "A$_" }) } } |
                New-SfRecord Account -ErrorAction SilentlyContinue -ErrorVariable bad

            $results.Count, $bad.Count | Should -Be 441, 9
        }

        It 'NoInput_SendsNothing' {
            @() | New-SfRecord Account | Should -BeNullOrEmpty

            Get-OrgRequest | Should -BeNullOrEmpty
        }
    }

    Context 'Errors' {
        It 'RefusedRecord_IsAnErrorRecordThatCanBeRepaired' {
            $source = [pscustomobject]@{ Name = 'Acme'; Tier__c = 'Tin' }
            $results = @{ Name = 'Good' }, $source | New-SfRecord Account -ErrorAction SilentlyContinue -ErrorVariable bad

            $results | Should -HaveCount 1
            $bad | Should -HaveCount 1
            $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.NewSfRecordCommand'
            $bad[0].CategoryInfo.Category | Should -Be InvalidData
            [object]::ReferenceEquals($bad[0].TargetObject, $source) | Should -BeTrue
            $bad[0].Exception.ErrorCode | Should -Be INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST
            $bad[0].Exception.Fields | Should -Be Tier__c

            $bad.TargetObject | ForEach-Object { $_.Tier__c = 'Gold'; $_ } | New-SfRecord Account | Should -HaveCount 1
        }

        It 'ErrorActionStop_EndsAtTheFirstRefusal' {
            { 1..3 | ForEach-Object { @{ Site = "$_" } } | New-SfRecord Account -BatchSize 1 -ErrorAction Stop } |
                Should -Throw -ErrorId 'RecordRefused,SalesforcePS.Commands.NewSfRecordCommand'

            Get-Account | Should -BeNullOrEmpty
        }

        It 'UnknownProperty_IsRefusedByName' {
            New-SfRecord Account @{ Nam = 'x' } -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].CategoryInfo.Category | Should -Be InvalidArgument
            $bad[0].Exception.ErrorCode | Should -Be INVALID_FIELD
            "$($bad[0])" | Should -BeLike "*'Nam'*"
            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'UnknownObjectType_IsAnErrorForEachRecord' {
            @{ Name = 'a' }, @{ Name = 'b' } | New-SfRecord Nothing__c -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad.TargetObject.Name | Should -Be 'a', 'b'
            $bad[0].CategoryInfo.Category | Should -Be ObjectNotFound
            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
        }

        It 'InputThatIsNoRecord_IsRefused' {
            'text', 5 | New-SfRecord Account -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad.TargetObject | Should -Be 'text', 5
            $bad[0].FullyQualifiedErrorId | Should -BeLike 'InputNotARecord,*'
            $bad[0].CategoryInfo.Category | Should -Be InvalidArgument
        }

        It 'NullInAList_IsRefusedAndTheOthersGoOn' {
            New-SfRecord Account @(@{ Name = 'a' }, $null, @{ Name = 'b' }) -ErrorAction SilentlyContinue -ErrorVariable bad | Should -HaveCount 2

            $bad[0].FullyQualifiedErrorId | Should -BeLike 'InputNotARecord,*'
        }

        It 'RecordsWithoutValues_AreForTheOrgToDecideBy<_>' -ForEach 'Soap', 'Rest', 'Bulk', 'Bulk1' {
            $blank = @{ Name = ''; Phone = '' }

            $created = @{}, @{ Subject = '' } | New-SfRecord Case -Api $_
            $blank | New-SfRecord Account -Api $_ -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty

            $created.Success | Should -Be $true, $true
            $bad.FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.NewSfRecordCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'REQUIRED_FIELD_MISSING', 'InvalidData'
            $bad[0].TargetObject | Should -Be $blank
        }

        It 'PropertyThatThrows_IsAnErrorRecordAndTheNextGoesOn' {
            $source = [pscustomobject]@{ Name = 'x' } | Add-Member ScriptProperty Site { throw 'no' } -PassThru

            $source, @{ Name = 'good' } | New-SfRecord Account -ErrorAction SilentlyContinue -ErrorVariable bad | Should -HaveCount 1

            $unreadable = @($bad | Where-Object FullyQualifiedErrorId -Like 'PropertyUnreadable,*')
            $unreadable.TargetObject | Should -Be $source
        }

        It 'ObjectTypeNowhere_IsRefused' {
            New-SfRecord -InputObject @{ Name = 'x' } -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.ErrorCode | Should -Be MISSING_ARGUMENT
            $bad[0].TargetObject.Name | Should -Be 'x'
        }

        It 'AllOrNone_RollsBackItsBatch' {
            @{ Name = 'a' }, @{ Site = 'b' } | New-SfRecord Account -AllOrNone -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad.Exception.ErrorCode | Sort-Object | Should -Be 'ALL_OR_NONE_OPERATION_ROLLED_BACK', 'REQUIRED_FIELD_MISSING'
            Get-Account | Should -BeNullOrEmpty
        }
    }

    Context 'Options' {
        It 'AllowFieldTruncation_CutsTextThatIsTooLong' {
            $long = 'x' * 300
            New-SfRecord Account @{ Name = $long } -ErrorAction SilentlyContinue -ErrorVariable bad
            $bad[0].Exception.ErrorCode | Should -Be STRING_TOO_LONG

            New-SfRecord Account @{ Name = $long } -AllowFieldTruncation

            (Get-Account).Name | Should -BeExactly ('x' * 255)
        }

        It 'AllowDuplicates_SavesWhatTheRuleRefuses' {
            New-SfRecord Account @{ Name = 'a'; AccountNumber = 'same' }
            New-SfRecord Account @{ Name = 'b'; AccountNumber = 'same' } -ErrorAction SilentlyContinue -ErrorVariable bad
            $bad[0].Exception.ErrorCode | Should -Be DUPLICATES_DETECTED
            $bad[0].CategoryInfo.Category | Should -Be ResourceExists

            New-SfRecord Account @{ Name = 'b'; AccountNumber = 'same' } -AllowDuplicates | Should -HaveCount 1
        }

        It 'AssignmentRule_GivesTheOwner' {
            $profile = Invoke-SfQuery 'SELECT Id FROM Profile'
            $user = New-SfRecord User @{
                Username = 'assignee@emulator.example'; LastName = 'Assignee'; Email = 'a@emulator.example'; Alias = 'assig'
                ProfileId = $profile.Id; TimeZoneSidKey = 'GMT'; LocaleSidKey = 'en_US'; EmailEncodingKey = 'UTF-8'; LanguageLocaleKey = 'en_US'
            }

            New-SfRecord Account @{ Name = 'a' }
            New-SfRecord Account @{ Name = 'b' } -AssignmentRule default

            (Get-Account).OwnerId | Should -Be $org.UserId, $user.Id
        }
    }
}
