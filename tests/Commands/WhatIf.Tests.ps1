BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $noUser = [Management.Automation.Host.HostException]
}

AfterAll { Stop-SfEmulator $org }

Describe 'WhatIf and Confirm' {
    BeforeEach {
        Reset-TestOrg
        $acme = New-SfRecord Account @{ Name = 'Acme' } -PassThru
        $id = $acme.Id
        Clear-OrgRequest
    }

    Context 'New-SfRecord' {
        It 'WhatIf_SendsNothing' {
            Invoke-Unattended { @{ Name = 'a' }, @{ Name = 'b' } | New-SfRecord Account -WhatIf } | Should -BeNullOrEmpty

            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'WhatIf_TellsWhatWouldBeRefused_<Code>' -ForEach @(
            @{ Code = 'INVALID_FIELD'; Record = @{ Nam = 'x' } }
            @{ Code = 'INVALID_FIELD_FOR_INSERT_UPDATE'; Record = @{ Name = 'x'; CreatedDate = [datetime]'2020-01-01' } }
            @{ Code = 'STRING_TOO_LONG'; Record = @{ Name = 'x' * 256 } }
            @{ Code = 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'; Record = @{ Name = 'x'; Tier__c = 'Tin' } }
            @{ Code = 'REQUIRED_FIELD_MISSING'; Record = @{ Site = 'x' } }
            @{ Code = 'MALFORMED_ID'; Record = @{ Name = 'x'; ParentId = 'Acme' } }
            @{ Code = 'FIELD_INTEGRITY_EXCEPTION'; Record = @{ Name = 'x'; ParentId = '003gL0000000001QAA' } }
            @{ Code = 'INVALID_TYPE_ON_FIELD_IN_RECORD'; Record = @{ Name = 'x'; NumberOfEmployees = 'many' } }
        ) {
            { Invoke-Unattended { $record | New-SfRecord Account -WhatIf } -Variables @{ record = $Record } } | Should -Throw

            $Error[0].Exception.GetBaseException().ErrorCode | Should -Be $Code
            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'WhatIfOfARecordThatWouldBeRefused_IsAnErrorRecord' {
            $source = @{ Site = 'x' }
            New-SfRecord Account $source -WhatIf -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad[0].FullyQualifiedErrorId | Should -BeLike 'RecordWouldBeRefused,*'
            $bad[0].TargetObject, $bad[0].CategoryInfo.Category | Should -Be $source, 'InvalidData'
        }

        It 'Confirm_AsksBeforeAnythingIsSent' {
            { Invoke-Unattended { New-SfRecord Account @{ Name = 'a' } -Confirm } } | Should -Throw -ExceptionType $noUser

            Get-OrgWrite | Should -BeNullOrEmpty
        }
    }

    Context 'Set-SfRecord' {
        It 'WhatIf_SendsNothing' {
            Invoke-Unattended { $acme | Set-SfRecord Account -WhatIf } -Variables @{ acme = $acme } | Should -BeNullOrEmpty

            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'WhatIf_TellsWhatWouldBeRefused' {
            { Invoke-Unattended { Set-SfRecord Account @{ Name = $null; Id = $id } -WhatIf } -Variables @{ id = $id } } |
                Should -Throw -ExpectedMessage '*REQUIRED_FIELD_MISSING*Name*'
            { Invoke-Unattended { Set-SfRecord Account @{ Id = '003gL0000000001QAA' } -WhatIf } } | Should -Throw -ExpectedMessage '*MALFORMED_ID*'
            { Invoke-Unattended { Set-SfRecord Account @{ Site = 'x' } -ExternalIdField Site -WhatIf } } | Should -Throw -ExpectedMessage '*INVALID_FIELD*Site*'
        }

        It 'Confirm_AsksBeforeAnythingIsSent' {
            { Invoke-Unattended { $acme | Set-SfRecord Account -Confirm } -Variables @{ acme = $acme } } |
                Should -Throw -ExceptionType $noUser

            Get-OrgWrite | Should -BeNullOrEmpty
        }
    }

    Context 'Remove-SfRecord' {
        It 'WhatIf_SendsNothing' {
            Invoke-Unattended { $ids | Remove-SfRecord -WhatIf } -Variables @{ ids = $id } | Should -BeNullOrEmpty

            Get-OrgWrite | Should -BeNullOrEmpty
        }

        It 'WhatIf_TellsWhatIsNoId' {
            { Invoke-Unattended { 'nonsense' | Remove-SfRecord -WhatIf } } | Should -Throw -ExpectedMessage '*MALFORMED_ID*'
        }

        It 'Confirm_AsksBeforeAnythingIsSent' {
            { Invoke-Unattended { Remove-SfRecord $ids -Confirm } -Variables @{ ids = $id } } |
                Should -Throw -ExceptionType $noUser

            Get-OrgWrite | Should -BeNullOrEmpty
        }
    }
}
