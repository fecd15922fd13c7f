BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-Revocation { @(Get-OrgRequest | Where-Object path -EQ '/services/oauth2/revoke') }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Disconnect-Sf' {
    BeforeEach {
        Reset-TestOrg
        $session = $org | Connect-Sf -PassThru
    }

    It 'CurrentSession_IsRevokedAndForgotten' {
        Disconnect-Sf

        (Get-Revocation).status | Should -Be 200
        Get-SfSession | Should -BeNullOrEmpty
        { Invoke-SfQuery 'SELECT Id FROM Account' } | Should -Throw -ErrorId 'NotConnected,*'
        $Error[0].CategoryInfo.Category | Should -Be ConnectionError
    }

    It 'SessionFromThePipeline_IsRevoked' {
        $session | Disconnect-Sf

        Get-Revocation | Should -HaveCount 1
    }

    It 'OtherSession_LeavesTheCurrentOne' {
        $second = $org | Connect-Sf -PassThru

        Disconnect-Sf $session

        Get-SfSession | Should -Be $second
        Invoke-SfQuery 'SELECT COUNT() FROM User' | Should -Be 1
    }

    It 'ClosedSession_IsRefusedByName' -ForEach @(
        @{ Use = { Invoke-SfQuery 'SELECT Id FROM Account' -Session $session } }
        @{ Use = { New-SfRecord Account @{ Name = 'a' } -Session $session } }
        @{ Use = { Remove-SfRecord 001gL0000000001QAA -Session $session } }
    ) {
        $session | Disconnect-Sf

        $Use | Should -Throw -ErrorId 'SessionClosed,*'

        $Error[0].TargetObject | Should -Be $session
    }

    It 'SecondTime_DoesNothing' {
        $session | Disconnect-Sf
        $session | Disconnect-Sf

        Get-Revocation | Should -HaveCount 1
    }

    It 'NothingToDisconnect_IsAnErrorRecord' {
        $session | Disconnect-Sf

        Disconnect-Sf -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
    }

    It 'OrgThatDoesNotAnswer_StillForgetsTheSession' {
        Set-OrgFault @{ match = '/revoke'; status = 400; body = '{"error":"unsupported_token_type"}' }

        Disconnect-Sf -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].TargetObject | Should -Be $session
        Get-SfSession | Should -BeNullOrEmpty
    }

    It 'WhatIf_KeepsTheSession' {
        Invoke-Unattended { $session | Disconnect-Sf -WhatIf } -Variables @{ session = $session }

        Get-Revocation | Should -BeNullOrEmpty
        Invoke-SfQuery 'SELECT COUNT() FROM User' | Should -Be 1
    }

    It 'Confirm_Asks' {
        { Invoke-Unattended { $session | Disconnect-Sf -Confirm } -Variables @{ session = $session } } |
            Should -Throw -ExceptionType ([Management.Automation.Host.HostException])

        Get-Revocation | Should -BeNullOrEmpty
    }
}
