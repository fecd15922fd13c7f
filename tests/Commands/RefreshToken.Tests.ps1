BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    . "$PSScriptRoot/SignInOrg.ps1"
}

AfterAll { Stop-SfEmulator $org }

Describe 'Sign-in by refresh token' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
    }

    BeforeAll { $null = Set-OrgSignIn @{ rotateRefreshTokens = $false } }

    It 'Token_OpensASession' {
        $token = Get-RefreshToken

        (Connect-Sf @client -RefreshToken $token -PassThru).SignIn | Should -Be 'refresh token'
        (Connect-Sf @client -RefreshToken $token -ClientSecret $org.ClientSecret -PassThru).SignIn | Should -Be 'refresh token'
    }

    It 'RotatedToken_IsHandedOnEachTimeAndTheNewestServes' {
        $null = Set-OrgSignIn @{ rotateRefreshTokens = $true }
        $taken = [Collections.Concurrent.ConcurrentQueue[securestring]]::new()
        $session = Connect-Sf @client -RefreshToken (Get-RefreshToken) -PassThru -OnTokenRefresh { param($token) ($using:taken).Enqueue($token) }
        $null = Invoke-OrgControl Post expire-sessions
        $null = Invoke-SfQuery 'SELECT Id FROM User' -Session $session

        $taken.Count | Should -Be 2
        (Connect-Sf @client -RefreshToken $taken.ToArray()[1] -PassThru).SignIn | Should -Be 'refresh token'
    }

    It 'RotatedTokenWithoutAnyoneToTakeIt_IsKeptInTheSession' {
        $null = Set-OrgSignIn @{ rotateRefreshTokens = $true }
        $session = Connect-Sf @client -RefreshToken (Get-RefreshToken) -PassThru

        foreach ($i in 1..3) {
            $null = Invoke-OrgControl Post expire-sessions
            Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $session | Should -Be 1
        }
    }

    It 'TokenThatCannotBeKept_IsInTheError' {
        $null = Set-OrgSignIn @{ rotateRefreshTokens = $true }

        { Connect-Sf @client -RefreshToken (Get-RefreshToken) -OnTokenRefresh { throw 'The vault is locked.' } } |
            Should -Throw -ErrorId 'RefreshTokenNotKept,SalesforcePS.Commands.ConnectSfCommand' -ExpectedMessage '*The vault is locked.*'

        $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'WriteError', $url
        (Connect-Sf @client -RefreshToken $Error[0].Exception.RefreshToken -PassThru).SignIn | Should -Be 'refresh token'
    }

    It 'SpentToken_IsRefusedWithItsRemedy' {
        $null = Set-OrgSignIn @{ rotateRefreshTokens = $true }
        $token = Get-RefreshToken
        $null = Connect-Sf @client -RefreshToken $token

        { Connect-Sf @client -RefreshToken $token } | Should -Throw -ErrorId 'SignInRefused,*'

        $Error[0].Exception.ErrorCode, $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'invalid_grant', 'AuthenticationError', $url
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*-OnTokenRefresh*'
    }

    It 'ParallelRunspaces_SpendOneTokenBetweenThem' {
        $null = Set-OrgSignIn @{ rotateRefreshTokens = $true }
        $session = Connect-Sf @client -RefreshToken (Get-RefreshToken) -PassThru
        $null = Invoke-OrgControl Post expire-sessions
        $null = Clear-OrgRequest

        $counts = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:env:SALESFORCEPS_MODULE
            Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $using:session
        }

        $counts | Should -Be (, 1 * 8)
        Get-TokenRequest | Should -HaveCount 1
    }
}
