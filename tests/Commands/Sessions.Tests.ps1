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

    It 'DisconnectedSession_LosesItsName' {
        $org | Connect-Sf -Name first

        Disconnect-Sf first

        Get-SfSession first | Should -BeNullOrEmpty
        Get-SfSession | Should -BeNullOrEmpty
    }

    It 'Completion_KnowsTheNames' {
        $org | Connect-Sf -Name first

        (TabExpansion2 'Invoke-SfQuery "x" -Session fi').CompletionMatches.CompletionText | Should -Be first
    }
}
