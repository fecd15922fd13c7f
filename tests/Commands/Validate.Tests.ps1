BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Validate' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        $acme = New-SfRecord Account @{ Name = 'Acme' } -PassThru
        Clear-OrgRequest
    }

    It 'RecordThatHas<Code>_IsAnErrorRecordAndIsNotSent' -ForEach @(
        @{ Code = 'INVALID_FIELD'; Category = 'InvalidArgument'; Object = 'Account'; Record = @{ Nam = 'x' } }
        @{ Code = 'INVALID_FIELD_FOR_INSERT_UPDATE'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Name = 'x'; CreatedDate = [datetime]'2020-01-01' } }
        @{ Code = 'STRING_TOO_LONG'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Name = 'x' * 256 } }
        @{ Code = 'STRING_TOO_LONG'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Name = 'x'; Industry = 'x' * 256 } }
        @{ Code = 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Name = 'x'; Tier__c = 'Tin' } }
        @{ Code = 'REQUIRED_FIELD_MISSING'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Site = 'x' } }
        @{ Code = 'INVALID_TYPE_ON_FIELD_IN_RECORD'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Name = 'x'; NumberOfEmployees = 'many' } }
        @{ Code = 'INVALID_TYPE_ON_FIELD_IN_RECORD'; Category = 'InvalidData'; Object = 'Account'; Record = @{ Name = 'x'; Founded__c = '26.11.2026' } }
        @{ Code = 'MALFORMED_ID'; Category = 'InvalidArgument'; Object = 'Contact'; Record = @{ LastName = 'x'; AccountId = 'Acme' } }
        @{ Code = 'FIELD_INTEGRITY_EXCEPTION'; Category = 'InvalidData'; Object = 'Contact'; Record = @{ LastName = 'x'; AccountId = '003gL0000000001QAA' } }
    ) {
        New-SfRecord $Object $Record -Validate -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.NewSfRecordCommand'
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be $Code, $Category
        $bad[0].TargetObject | Should -Be $Record
        Get-OrgWrite | Should -BeNullOrEmpty
    }

    It 'Org_RefusesWhatValidateFinds_<Code>' -ForEach @(
        @{ Code = 'INVALID_TYPE_ON_FIELD_IN_RECORD'; Object = 'Account'; Record = @{ Name = 'x'; NumberOfEmployees = 'many' } }
        @{ Code = 'INVALID_TYPE_ON_FIELD_IN_RECORD'; Object = 'Account'; Record = @{ Name = 'x'; Founded__c = '26.11.2026' } }
        @{ Code = 'MALFORMED_ID'; Object = 'Contact'; Record = @{ LastName = 'x'; AccountId = 'Acme' } }
        @{ Code = 'FIELD_INTEGRITY_EXCEPTION'; Object = 'Contact'; Record = @{ LastName = 'x'; AccountId = '003gL0000000001QAA' } }
    ) {
        New-SfRecord $Object $Record -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

        $bad[0].Exception.ErrorCode | Should -Be $Code
    }

    It 'GoodRecordsAmongHopelessOnes_AreWrittenBy<Api>' -ForEach @(
        @{ Api = 'Soap' }
        @{ Api = 'Rest' }
        @{ Api = 'Bulk' }
        @{ Api = 'Bulk1' }
    ) {
        $rows = 1..6 | ForEach-Object { [pscustomobject]@{ Name = "V$_"; Tier__c = if ($_ % 2) { 'Gold' } else { 'Tin' } } }

        $results = $rows | New-SfRecord Account -Api $Api -Validate -ErrorAction SilentlyContinue -ErrorVariable bad

        $results.InputObject.Name | Sort-Object | Should -Be 'V1', 'V3', 'V5'
        $bad.TargetObject.Name | Sort-Object | Should -Be 'V2', 'V4', 'V6'
        $bad.Exception.ErrorCode | Select-Object -Unique | Should -Be INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST
    }

    It 'AllThatIsWrongWithARecord_IsTold' {
        New-SfRecord Account @{ Site = 'x' * 90; Tier__c = 'Tin' } -Validate -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].Exception.Errors.StatusCode | Sort-Object |
            Should -Be 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'REQUIRED_FIELD_MISSING', 'STRING_TOO_LONG'
    }

    It 'Update_IsHeldAgainstItsId' {
        Set-SfRecord Account @{ Id = '003gL0000000001QAA'; Site = 'x' } -Validate -ErrorAction SilentlyContinue -ErrorVariable bad
        $acme | Set-SfRecord Account -Validate | Should -HaveCount 1

        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'MALFORMED_ID', 'InvalidArgument'
        Get-OrgWrite | Should -Be 'update'
    }

    It 'UpsertByAFieldThatIsNoKey_IsRefused' {
        Set-SfRecord Account @{ Site = 'x' } -ExternalIdField Site -Validate -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].Exception.ErrorCode, $bad[0].Exception.Fields | Should -Be 'INVALID_FIELD', 'Site'
        Get-OrgWrite | Should -BeNullOrEmpty
    }

    It 'DeleteOfWhatIsNoId_IsRefused' {
        'nonsense', $acme.Id | Remove-SfRecord -Validate -ErrorAction SilentlyContinue -ErrorVariable bad | Should -HaveCount 1

        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.RemoveSfRecordCommand'
        $bad[0].Exception.ErrorCode, $bad[0].TargetObject | Should -Be 'MALFORMED_ID', 'nonsense'
    }
}
