BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-Account { Invoke-SfQuery 'SELECT Id, Name, Site, Industry, Key__c, Score__c, Founded__c, Audited__c, Active__c, Regions__c, OwnerId FROM Account ORDER BY Name' }
    function Get-CollectionRequest { @(Get-OrgRequest | Where-Object path -Like '*/composite/sobjects*') }

    # What became of records, in a form in which two transports can be compared.
    function Get-Outcome([object[]] $Result, [object[]] $Refused) {
        $Result | ForEach-Object { "$($_.Operation) $($_.ObjectType) $($_.Created) $($_.InputObject.Name)" }
        $Refused | ForEach-Object {
            "$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category) $($_.TargetObject.Name) $($_.Exception.ErrorCode) $($_.Exception.Fields)"
        }
    }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Records over REST' {
    BeforeEach { Reset-TestOrg }

    Context 'Same as SOAP' {
        It '<Case>_HasTheSameOutcomesAsBySoap' -ForEach @(
            @{ Case = 'Insert'; Write = { @{ Name = 'Good'; Score__c = '1.5'; Active__c = 'yes' }, @{ Name = 'Bad'; Tier__c = 'Tin' }, @{ Site = 'x'; Name = '' }, @{ Nam = 'x' } | New-SfRecord Account @to } }
            @{ Case = 'Long'; Write = { New-SfRecord Account @{ Name = 'x' * 300 } @to } }
            @{ Case = 'WrongType'; Write = { @{ Name = 'Bad'; Founded__c = 'yesterday' }, @{ Name = 'Good'; Founded__c = '2020-02-29' } | New-SfRecord Account @to } }
            @{ Case = 'Duplicate'; Write = { @{ Name = 'A'; Key__c = 'same' }, @{ Name = 'B'; Key__c = 'same' } | New-SfRecord Account @to -BatchSize 1 } }
            @{ Case = 'AllOrNone'; Write = { @{ Name = 'A' }, @{ Site = 'B' } | New-SfRecord Account @to -AllOrNone } }
            @{ Case = 'AllowDuplicates'; Write = { @{ Name = 'A'; AccountNumber = 'n' }, @{ Name = 'B'; AccountNumber = 'n' } | New-SfRecord Account @to -BatchSize 1 -AllowDuplicates } }
            @{ Case = 'Update'; Write = { @{ Id = $id; Name = 'Changed'; Site = $null }, @{ Id = '001gL0000000999QAA'; Name = 'Nobody' }, @{ Name = 'No id' } | Set-SfRecord Account @to } }
            @{ Case = 'UpsertByKey'; Write = { @{ Name = 'Old'; Key__c = 'K1' }, @{ Name = 'New'; Key__c = 'K2' }, @{ Name = 'None' } | Set-SfRecord Account -ExternalIdField Key__c @to } }
            @{ Case = 'UpdateOnly'; Write = { @{ Name = 'Old'; Key__c = 'K1' }, @{ Name = 'New'; Key__c = 'K2' } | Set-SfRecord Account -ExternalIdField Key__c -UpdateOnly @to } }
            @{ Case = 'Link'; Write = { @{ LastName = 'a'; 'Account.Key__c' = 'K1' }, @{ LastName = 'b'; 'Account.Key__c' = 'none' } | New-SfRecord Contact @to } }
            @{ Case = 'Delete'; Write = { @{ Id = $id }, @{ Id = '001gL0000000999QAA' }, @{ Id = 'nonsense' } | Remove-SfRecord @to } }
        ) {
            $outcomes = foreach ($api in 'Soap', 'Rest') {
                $null = Reset-TestOrg
                $to = @{ Api = $api; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'bad' }
                $id = (New-SfRecord Account @{ Name = 'Acme'; Site = 'x'; Key__c = 'K1' }).Id
                $results = . $Write
                $stored = Get-Account | Select-Object Name, Site, Key__c, Score__c, Active__c, Founded__c | ConvertTo-Json
                (@(Get-Outcome $results $bad) + $stored) -join "`n"
            }

            $outcomes[1] | Should -BeExactly $outcomes[0]
            if ($Case -ne 'AllowDuplicates') { $outcomes[1] | Should -BeLike '*RecordRefused*' }
            Get-CollectionRequest | Should -Not -BeNullOrEmpty
        }
    }

    Context 'Requests' {
        It '<Operation>OfThousandRecords_TakesFiveCallsAndBindsEachResult' -ForEach @(
            @{ Operation = 'Insert'; Method = 'POST' }
            @{ Operation = 'Update'; Method = 'PATCH' }
            @{ Operation = 'Upsert'; Method = 'PATCH' }
            @{ Operation = 'Delete'; Method = 'DELETE' }
        ) {
            $rows = 1..1000 | ForEach-Object { [pscustomobject]@{ Name = "A$_"; Key__c = "K$_" } }
            if ($Operation -ne 'Insert') { $null = $rows | New-SfRecord Account -PassThru }
            if ($Operation -eq 'Upsert') { $rows = $rows | Select-Object Name, Key__c }
            Clear-OrgRequest

            $results = switch ($Operation) {
                Insert { $rows | New-SfRecord Account -Api Rest }
                Update { $rows | ForEach-Object { $_.Name += ' changed'; $_ } | Set-SfRecord Account -Api Rest }
                Upsert { $rows | ForEach-Object { $_.Name += ' changed'; $_ } | Set-SfRecord Account -ExternalIdField Key__c -Api Rest }
                Delete { $rows | Remove-SfRecord -Api Rest }
            }

            (Get-CollectionRequest).method | Should -Be (, $Method * 5)
            for ($i = 0; $i -lt 1000; $i++) { if (-not [object]::ReferenceEquals($results[$i].InputObject, $rows[$i])) { throw "Result $i is not of its object." } }
            $stored = @{}
            Get-Account | ForEach-Object { $stored[$_.Id] = $_.Name }
            if ($Operation -eq 'Delete') { $stored.Count | Should -Be 0 }
            else { $results | Where-Object { $stored[$_.Id] -cne $_.InputObject.Name } | Should -BeNullOrEmpty }
        }

        It 'AssignmentRule_RunsOnlyWhereItIsAskedForBy<_>' -ForEach 'Soap', 'Rest' {
            $profile = Invoke-SfQuery 'SELECT Id FROM Profile'
            $user = New-SfRecord User @{
                Username = 'assignee@emulator.example'; LastName = 'Assignee'; Email = 'a@emulator.example'; Alias = 'assig'
                ProfileId = $profile.Id; TimeZoneSidKey = 'GMT'; LocaleSidKey = 'en_US'; EmailEncodingKey = 'UTF-8'; LanguageLocaleKey = 'en_US'
            }

            $null = New-SfRecord Account @{ Name = 'a' } -Api $_
            $null = New-SfRecord Account @{ Name = 'b' } -Api $_ -AssignmentRule default

            (Get-Account).OwnerId | Should -Be $org.UserId, $user.Id
        }

        It 'PolymorphicParentByExternalId_IsLinked' {
            $null = New-SfRecord Contact @{ LastName = 'Doe'; Key__c = 'C1' }

            $null = New-SfRecord Task @{ Subject = 'Call'; 'Contact:Who.Key__c' = 'C1' } -Api Rest

            (Invoke-SfQuery 'SELECT Who.Name FROM Task').'Who.Name' | Should -Be 'Doe'
        }

        It 'WhatIf_SendsNothing' {
            Clear-OrgRequest

            New-SfRecord Account @{ Name = 'a' } -Api Rest -WhatIf

            Get-CollectionRequest | Should -BeNullOrEmpty
        }
    }

    Context 'Refusals' {
        It '<Option>_IsRefusedByName' -ForEach @(
            @{ Option = 'AllowFieldTruncation'; Options = @{ AllowFieldTruncation = $true } }
            @{ Option = 'Serial'; Options = @{ Serial = $true } }
            @{ Option = 'DisableBatchRetry'; Options = @{ DisableBatchRetry = $true } }
            @{ Option = 'NoWait'; Options = @{ NoWait = $true } }
            @{ Option = 'ThrottleLimit'; Options = @{ ThrottleLimit = 2 } }
            @{ Option = 'BatchSize'; Options = @{ BatchSize = 201 } }
        ) {
            Clear-OrgRequest

            { New-SfRecord Account @{ Name = 'a' } -Api Rest @Options } |
                Should -Throw -ErrorId 'OptionNotSupported,SalesforcePS.Commands.NewSfRecordCommand' -ExpectedMessage "-$Option does not go with the transport Rest: *"

            $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', $Option
            Get-OrgRequest | Should -BeNullOrEmpty
        }

        It 'Hard_IsRefusedByName' {
            { Remove-SfRecord 001gL0000000999QAA -Hard -Force -Api Rest } | Should -Throw -ErrorId 'OptionNotSupported,*' -ExpectedMessage '-Hard *'

            $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', 'Hard'
        }

        It 'UpsertById_IsRefusedByName' {
            { Set-SfRecord Account @{ Name = 'a' } -ExternalIdField Id -Api Rest } | Should -Throw -ErrorId 'OptionNotSupported,*' -ExpectedMessage '-ExternalIdField *'

            $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', 'ExternalIdField'
        }

        It 'VersionThatHasNot<What>_IsRefusedByName' -ForEach @(
            @{ What = 'Collections'; Version = '41.0'; Option = 'Api'; Write = { New-SfRecord Account @{ Name = 'a' } @old } }
            @{ What = 'Upsert'; Version = '45.0'; Option = 'Api'; Write = { Set-SfRecord Account @{ Key__c = 'a' } -ExternalIdField Key__c @old } }
            @{ What = 'DuplicateRuleHeader'; Version = '51.0'; Option = 'AllowDuplicates'; Write = { New-SfRecord Account @{ Name = 'a' } -AllowDuplicates @old } }
        ) {
            $current = Get-SfSession
            $old = @{ Session = $org | Connect-Sf -ApiVersion $Version -PassThru; Api = 'Rest' }
            $org | Connect-Sf

            $Write | Should -Throw -ErrorId 'OptionNotSupported,*' -ExpectedMessage "*$Version*"

            $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', $Option
        }
    }

    Context 'What breaks' {
        It 'InsertWithLostAnswer_HasAnUnknownOutcomeAndIsNotRepeated' {
            Set-OrgFault @{ match = 'POST /services/data/v68.0/composite/sobjects'; closeConnection = 'after' }

            @{ Name = 'a' }, @{ Name = 'b' } | New-SfRecord Account -Api Rest -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad.FullyQualifiedErrorId | Should -Be (, 'OutcomeUnknown,SalesforcePS.Commands.NewSfRecordCommand' * 2)
            $bad.CategoryInfo.Category | Should -Be 'ConnectionError', 'ConnectionError'
            $bad.TargetObject.Name | Should -Be 'a', 'b'
            Get-CollectionRequest | Should -HaveCount 1
            (Get-Account).Name | Should -Be 'a', 'b'
        }

        It '<Write>WithLostAnswer_IsRepeatedAndSucceeds' -ForEach 'Update', 'Upsert', 'Delete' {
            $id = (New-SfRecord Account @{ Name = 'a'; Key__c = 'K1' }).Id
            Set-OrgFault @{ match = '/composite/sobjects'; closeConnection = 'after' }
            Clear-OrgRequest

            $result = switch ($_) {
                Update { Set-SfRecord Account @{ Id = $id; Name = 'b' } -Api Rest }
                Upsert { Set-SfRecord Account @{ Key__c = 'K1'; Name = 'b' } -ExternalIdField Key__c -Api Rest }
                Delete { Remove-SfRecord $id -Api Rest }
            }

            $result.Id | Should -BeExactly $id
            Get-CollectionRequest | Should -HaveCount 2
        }

        It 'SessionExpired_IsRenewedOnceAndTheCallRepeated' {
            Invoke-OrgControl Post expire-sessions

            New-SfRecord Account @{ Name = 'a' } -Api Rest | Should -HaveCount 1

            (Get-Account).Name | Should -Be 'a'
        }
    }
}
