BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
}

AfterAll { Stop-SfEmulator }

Describe 'Stop-SfEmulator' {
    BeforeAll { $orgs = 1..5 | ForEach-Object { Start-SfEmulator } }

    It 'WhatIf_KeepsItRunning' {
        Invoke-Unattended { Stop-SfEmulator $org -WhatIf } -Variables @{ org = $orgs[0] }

        $orgs.IsRunning | Should -Not -Contain $false
    }

    It 'Confirm_Asks' {
        { Invoke-Unattended { $org | Stop-SfEmulator -Confirm } -Variables @{ org = $orgs[0] } } |
            Should -Throw -ExceptionType ([Management.Automation.Host.HostException])

        $orgs[0].IsRunning | Should -BeTrue
    }

    It 'OneAsArgument_IsStoppedAlone' {
        Stop-SfEmulator $orgs[0]

        $orgs[0].IsRunning, $orgs[1].IsRunning | Should -Be $false, $true
        Get-Process -Id $orgs[0].ProcessId -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'SeveralFromThePipeline_AreStopped' {
        $orgs[1, 2] | Stop-SfEmulator

        $orgs[1, 2].IsRunning | Should -Be $false, $false
        $orgs[3].IsRunning | Should -BeTrue
    }

    It 'StoppedOne_IsNoError' {
        Stop-SfEmulator $orgs[1]
        Stop-SfEmulator $orgs[1] -ErrorAction Stop
    }

    It 'WithoutArgument_AllAreStopped' {
        $more = Start-SfEmulator
        Stop-SfEmulator

        @($orgs) + $more | Where-Object IsRunning | Should -BeNullOrEmpty
    }
}
