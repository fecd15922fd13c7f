BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $other = Start-SfEmulator -DailyApiLimit 500
}

AfterAll { Stop-SfEmulator $org, $other }

Describe 'Get-SfSession' {
    BeforeEach { $session = $org | Connect-Sf -PassThru }

    It 'NoSession_GivesNothing' {
        $session | Disconnect-Sf

        Get-SfSession | Should -BeNullOrEmpty
    }

    It 'NewestSession_IsTheCurrentOne' {
        $second = $other | Connect-Sf -PassThru

        Get-SfSession | Should -Be $second
    }

    It 'ApiUsage_IsCounted' {
        $second = $other | Connect-Sf -PassThru
        $before = $second.ApiCalls
        $null = Invoke-SfQuery 'SELECT Id FROM User'

        $second.ApiCalls | Should -BeGreaterThan $before
        $second.ApiCallsOfOrg | Should -BeGreaterThan 0
        $second.ApiCallLimit | Should -Be 500
    }

    It 'ApiUsage_IsToldByKind' {
        $null = Invoke-SfQuery 'SELECT Id FROM User'
        $null = New-SfRecord Account @{ Name = 'mine' } -Api Soap
        $null = New-SfRecord Account @{ Name = 'mine too' } -Api Bulk

        $calls = $session.ApiCallsByKind

        $calls.Keys | Should -Be 'Bulk', 'Rest', 'SignIn', 'Soap'
        $calls.SignIn, $calls.Soap | Should -Be 1, 2
        $calls.Rest | Should -BeGreaterOrEqual 2
        $calls.Bulk | Should -BeGreaterOrEqual 5
        $calls.Values | Measure-Object -Sum | ForEach-Object Sum | Should -Be $session.ApiCalls
        Reset-TestOrg
    }

    It 'TwoSessions_StandSideBySide' {
        $second = $other | Connect-Sf -PassThru
        $null = New-SfRecord Account @{ Name = 'mine' } -Session $session

        Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session $session | Should -Be 1
        Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 0
        Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session $second | Should -Be 0
        Reset-TestOrg
    }

    It 'OtherRunspace_HasItsOwnCurrentSession' {
        $seen = 1 | ForEach-Object -Parallel {
            Import-Module $using:env:SALESFORCEPS_MODULE
            @(Get-SfSession).Count
            $null = $using:other | Connect-Sf
            (Get-SfSession).InstanceUrl
        }

        $seen | Should -Be 0, $other.LoginUrl
        Get-SfSession | Should -Be $session
    }

    It 'SessionOfOneRunspace_ServesInAnother' {
        $counts = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:env:SALESFORCEPS_MODULE
            Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $using:session
        }

        $counts | Should -Be 1, 1, 1, 1
    }

    It 'ExpiredSession_IsRenewedOnceByParallelCallers' {
        Invoke-OrgControl Post expire-sessions
        Clear-OrgRequest

        $null = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:env:SALESFORCEPS_MODULE
            Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $using:session
        }

        @(Get-OrgRequest | Where-Object path -EQ '/services/oauth2/token').Count | Should -Be 1
    }
}
