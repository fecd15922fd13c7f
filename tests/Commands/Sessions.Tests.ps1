BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    . "$PSScriptRoot/SignInOrg.ps1"
}

AfterAll { Stop-SfEmulator $org }

Describe 'Sessions side by side' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
    }

    BeforeAll { $second = Start-SfEmulator }
    AfterAll { Stop-SfEmulator $second }

    It 'Names_ServeAsSessions' {
        $org | Connect-Sf -Name first
        $second | Connect-Sf -Name second
        $null = New-SfRecord Account @{ Name = 'mine' } -Session FIRST

        Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session first | Should -Be 1
        Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session second | Should -Be 0
        Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 0
        (Get-SfSession -All).Name | Should -Be 'first', 'second'
        (Get-SfSession sec*).InstanceUrl | Should -Be $second.LoginUrl
    }

    It 'NameThatIsTakenAgain_IsThatOfTheNewSession' {
        $old = $org | Connect-Sf -Name same -PassThru
        $new = $second | Connect-Sf -Name same -PassThru

        Get-SfSession same | Should -Be $new
        Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $old | Should -Be 1
    }

    It 'NameThatNoSessionHas_IsRefused' {
        $org | Connect-Sf -Name first

        { Invoke-SfQuery 'SELECT Id FROM User' -Session third } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,SalesforcePS.Commands.InvokeSfQueryCommand' -ExpectedMessage "*'third'*first*"

        $Error[0].CategoryInfo.Category | Should -Be InvalidData
    }

    It 'NameThatIsLookedForInVain_IsAnErrorAndAPatternIsNot' {
        $org | Connect-Sf -Name first

        (Get-SfSession third, FIRST, fo* -ErrorVariable bad -ErrorAction SilentlyContinue).Name | Should -Be 'first'

        $bad.FullyQualifiedErrorId | Should -Be 'SessionNotFound,SalesforcePS.Commands.GetSfSessionCommand'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ObjectNotFound', 'third'
    }

    It 'DisconnectedSession_LosesItsName' {
        $org | Connect-Sf -Name first

        Disconnect-Sf first

        Get-SfSession first* | Should -BeNullOrEmpty
        Get-SfSession | Should -BeNullOrEmpty
    }

    It 'Completion_KnowsTheNames' {
        $org | Connect-Sf -Name first

        (TabExpansion2 'Invoke-SfQuery "x" -Session fi').CompletionMatches.CompletionText | Should -Be first
    }

    It 'TwoRunspacesWithOneSession_WriteAndReadSideBySideAndRenewItOnce' {
        $shared = $org | Connect-Sf -PassThru
        $shells = foreach ($name in 'a', 'b') {
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                param($module, $session, $name)
                Import-Module $module
                foreach ($api in 'Soap', 'Rest', 'Soap', 'Rest') {
                    (1..100 | ForEach-Object { @{ Name = "$name$_"; Site = $api } } | New-SfRecord Account -Api $api -BatchSize 20 -Session $session).Count
                    (Invoke-SfQuery "SELECT Id FROM Account WHERE Name LIKE '$name%'" -Session $session).Count
                }
            }).AddArgument($env:SALESFORCEPS_MODULE).AddArgument($shared).AddArgument($name)
            [pscustomobject]@{ Shell = $shell; Running = $shell.BeginInvoke() }
        }
        try {
            Wait-Until { (Get-OrgRequest).Count -gt 10 } -Seconds 60
            $null = Clear-OrgRequest
            $null = Invoke-OrgControl Post expire-sessions
            $output = foreach ($item in $shells) { , @($item.Shell.EndInvoke($item.Running)) }
        }
        finally {
            $shells.Shell.Dispose()
        }

        $output[0] | Should -Be 100, 100, 100, 200, 100, 300, 100, 400
        $output[1] | Should -Be 100, 100, 100, 200, 100, 300, 100, 400
        Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session $shared | Should -Be 800
        Get-TokenRequest | Should -HaveCount 1
    }

    It 'ForEachParallelWithOneSession_GivesEachRecordOneOutcome' {
        $shared = $org | Connect-Sf -PassThru
        $null = Invoke-OrgControl Post expire-sessions
        $null = Clear-OrgRequest

        $results = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:env:SALESFORCEPS_MODULE
            $worker = $_
            1..50 | ForEach-Object { @{ Name = "$worker-$_" } } | New-SfRecord Account -Session $using:shared -Api $(if ($worker % 2) { 'Rest' } else { 'Soap' })
        }

        @($results.Id | Sort-Object -Unique) | Should -HaveCount 400
        Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session $shared | Should -Be 400
        Get-TokenRequest | Should -HaveCount 1
    }
}
