BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $missingId = '001gL0000000999QAA'
    function Get-Retrieval { @(Get-OrgRequest | Where-Object { $_.path -match '/composite/sobjects/' -or $_.soapOperation -eq 'retrieve' }) }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Get-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $accounts = 1..4 | ForEach-Object { [pscustomobject]@{ Name = "A$_"; Site = "s$_" } } | New-SfRecord Account -PassThru
        $contact = New-SfRecord Contact @{ LastName = 'Lovelace'; AccountId = $accounts[0].Id } -PassThru
        Clear-OrgRequest
    }

    Context 'Input' {
        It 'IdsAsArgument_ComeInTheirOrder' {
            $records = Get-SfRecord $accounts[2].Id, $accounts[0].Id -Field Name

            $records.Name | Should -Be 'A3', 'A1'
            $records.Id | Should -Be $accounts[2].Id, $accounts[0].Id
            Get-Retrieval | Should -HaveCount 1
        }

        It '<Kind>FromThePipeline_IsFound' -ForEach @(
            @{ Kind = 'Id'; Make = { $accounts[1].Id } }
            @{ Kind = 'ShortId'; Make = { $accounts[1].Id.Substring(0, 15) } }
            @{ Kind = 'PSCustomObject'; Make = { $accounts[1] } }
            @{ Kind = 'Hashtable'; Make = { @{ id = $accounts[1].Id } } }
            @{ Kind = 'QueriedRecord'; Make = { Invoke-SfQuery "SELECT Id FROM Account WHERE Name = 'A2'" } }
            @{ Kind = 'Result'; Make = { $accounts[1] | Set-SfRecord Account } }
            @{ Kind = 'CsvRow'; Make = { 'Id', $accounts[1].Id | ConvertFrom-Csv } }
        ) {
            (& $Make | Get-SfRecord -Field Name).Name | Should -Be 'A2'
        }

        It 'IdsOfSeveralObjects_ComeInTheirOrder' {
            $records = $accounts[0].Id, $contact.Id, $accounts[1].Id | Get-SfRecord -Field Name

            $records.ForEach({ $_.GetType().FullName }) | Should -Be 'Salesforce.Account', 'Salesforce.Contact', 'Salesforce.Account'
            $records.Name | Should -Be 'A1', 'Lovelace', 'A2'
        }

        It 'SameIdTwice_ComesTwice' {
            (Get-SfRecord $accounts[0].Id, $accounts[0].Id -Field Name).Name | Should -Be 'A1', 'A1'
        }

        It 'MoreThanABatch_GoesInSeveralRequests' {
            $ids = 1..5 | ForEach-Object { $accounts.Id }

            ($ids | Get-SfRecord -Field Name -BatchSize 8).Name | Should -Be (1..5 | ForEach-Object { 'A1', 'A2', 'A3', 'A4' })
            Get-Retrieval | Should -HaveCount 3
        }

        It 'TwoThousandRecords_TakeOneCall' {
            $many = 1..2000 | ForEach-Object { [pscustomobject]@{ Name = "M$_" } } | New-SfRecord Account -PassThru
            Clear-OrgRequest

            ($many | Get-SfRecord -Field Name).Name | Should -Be $many.Name
            Get-Retrieval | Should -HaveCount 1
        }
    }

    Context 'Fields' {
        It 'WithoutField_AllComeBy<Api>' -ForEach @(
            @{ Api = 'Rest' }
            @{ Api = 'Soap' }
        ) {
            $record = Get-SfRecord $accounts[0].Id -Api $Api

            $record.psobject.Properties.Name | Sort-Object | Should -Be ((Get-SfField Account).Name | Sort-Object)
            $record.Name, $record.Site | Should -Be 'A1', 's1'
        }

        It 'ValuesBy<Api>_AreThoseOfAQuery' -ForEach @(
            @{ Api = 'Rest' }
            @{ Api = 'Soap' }
        ) {
            $id = (New-SfRecord Account @{
                    Name = "Fern & `"Sons`" <Ltd>"; AnnualRevenue = 1234567890123.45; NumberOfEmployees = 12; Score__c = 0.125; Active__c = $true
                    Founded__c = [datetime]'1999-12-31'; Audited__c = [datetimeoffset]'2026-03-29T01:30:00Z'; Regions__c = 'North', 'West'
                    BillingCity = 'Ulm'; BillingCountry = 'Germany'
                }).Id
            $fields = 'Id', 'Name', 'AnnualRevenue', 'NumberOfEmployees', 'Score__c', 'Active__c', 'Founded__c', 'Audited__c', 'Regions__c', 'Phone', 'BillingAddress', 'CreatedDate'
            $queried = Invoke-SfQuery "SELECT $($fields -join ', ') FROM Account WHERE Id = '$id'"

            $record = Get-SfRecord $id -Field $fields -Api $Api

            foreach ($field in $fields -ne 'BillingAddress') {
                , $record.$field | Should -Be (, $queried.$field)
                if ($null -ne $queried.$field) { $record.$field.GetType() | Should -Be $queried.$field.GetType() }
            }
            $record.BillingAddress.city, $record.BillingAddress.country | Should -Be 'Ulm', 'Germany'
            $record.BillingAddress.psobject.Properties.Name | Sort-Object | Should -Be ($queried.BillingAddress.psobject.Properties.Name | Sort-Object)
        }

        It 'FieldNames_AreTakenInAnyCase' {
            (Get-SfRecord $accounts[0].Id -Field nAmE).psobject.Properties.Name | Should -Be 'Id', 'Name'
        }

        It 'UnknownField_IsAnErrorForEachId' {
            Get-SfRecord $accounts[0].Id, $accounts[1].Id -Field Nam -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'RequestRefused,SalesforcePS.Commands.GetSfRecordCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'INVALID_FIELD', 'InvalidArgument'
            $bad.TargetObject | Should -Be $accounts[0].Id, $accounts[1].Id
        }

        It 'FieldOfAParent_IsRefusedWithTheWayToGetIt' {
            Get-SfRecord $contact.Id -Field Account.Name -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].Exception.Message | Should -BeLike "*'Account.Name'*Invoke-SfQuery*"
        }
    }

    Context 'API versions before sObject collections' {
        AfterEach { $org | Connect-Sf }

        BeforeEach { $null = Connect-Sf -LoginUrl $org.LoginUrl -ClientId $org.ClientId -ClientSecret $org.ClientSecret -ApiVersion 41.0 }

        It 'Auto_ReadsBySoapAndSaysWhy' {
            $text = Get-SfRecord $accounts[0].Id -Field Name -Verbose 4>&1

            $text[-1].Name | Should -Be 'A1'
            "$($text[0])" | Should -Be 'SOAP: REST has it from API 42.0 on, and the session has 41.0.'
            (Get-OrgRequest).soapOperation | Should -Contain 'retrieve'
        }

        It 'Rest_IsRefusedByName' {
            { Get-SfRecord $accounts[0].Id -Api Rest } | Should -Throw -ErrorId 'OptionNotSupported,SalesforcePS.Commands.GetSfRecordCommand'
        }
    }

    Context 'Records that do not come' {
        It 'DeletedAndMissingOnesBy<Api>_AreErrorRecordsAmongTheOthers' -ForEach @(
            @{ Api = 'Rest' }
            @{ Api = 'Soap' }
        ) {
            Remove-SfRecord $accounts[1].Id | Out-Null

            $records = $accounts[0].Id, $accounts[1].Id, $missingId, $accounts[2].Id | Get-SfRecord -Field Name -Api $Api -ErrorAction SilentlyContinue -ErrorVariable bad

            $records.Name | Should -Be 'A1', 'A3'
            $bad.FullyQualifiedErrorId | Should -Be 'RecordDeleted,SalesforcePS.Commands.GetSfRecordCommand', 'RecordNotFound,SalesforcePS.Commands.GetSfRecordCommand'
            $bad.Exception.ErrorCode | Should -Be 'ENTITY_IS_DELETED', 'NOT_FOUND'
            $bad.CategoryInfo.Category | Should -Be 'ObjectNotFound', 'ObjectNotFound'
            $bad.TargetObject | Should -Be $accounts[1].Id, $missingId
        }

        It '<Text>_IsNoId' -ForEach @(
            @{ Text = 'nonsense' }
            @{ Text = "001' OR Name != '" }
            @{ Text = 'zzz000000000001AAA' }
        ) {
            $text = $Text
            $text | Get-SfRecord -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.GetSfRecordCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'MALFORMED_ID', 'InvalidArgument', $text
            Get-Retrieval | Should -BeNullOrEmpty
        }

        It 'IdOfAnotherObject_IsRefusedAloneBy<Api>' -ForEach @(
            @{ Api = 'Rest' }
            @{ Api = 'Soap' }
        ) {
            $records = $accounts[0].Id, $contact.Id | Get-SfRecord -ObjectType Account -Field Name -Api $Api -ErrorAction SilentlyContinue -ErrorVariable bad

            $records.Name | Should -Be 'A1'
            $bad[0].Exception.ErrorCode, $bad[0].TargetObject | Should -Be 'MALFORMED_ID', $contact.Id
        }

        It 'UnknownObject_IsAnErrorForItsId' {
            Get-SfRecord $accounts[0].Id -ObjectType Acount -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
            $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ObjectNotFound', $accounts[0].Id
        }

        It 'ObjectWithoutId_IsRefused' {
            $source = [pscustomobject]@{ Name = 'x' }

            $source | Get-SfRecord -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -Be 'InputHasNoId,SalesforcePS.Commands.GetSfRecordCommand'
            $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'InvalidArgument', $source
        }

        It 'ErrorActionStop_EndsAtTheFirst' {
            { $missingId, $accounts[0].Id | Get-SfRecord -ErrorAction Stop } | Should -Throw -ErrorId 'RecordNotFound,*'
        }

        It 'OrgThatFailsOnce_IsAskedAgain' {
            Set-OrgFault @{ match = '/composite/sobjects/Account'; status = 503 }

            (Get-SfRecord $accounts[0].Id -Field Name).Name | Should -Be 'A1'
        }
    }
}
