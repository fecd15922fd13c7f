BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    . "$PSScriptRoot/SignInOrg.ps1"
}

AfterAll { Stop-SfEmulator $org }

Describe 'Sign-in by browser' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
    }

    It 'UserWhoAllows_IsSignedIn' {
        $done = Invoke-BrowserSignIn { $session = Connect-Sf -Interactive -NoBrowser @client -PassThru; $session; Invoke-SfQuery 'SELECT COUNT() FROM User' } { Submit-SignInPage $args[0] }

        $done.Errors | Should -BeNullOrEmpty
        $done.Output[0].SignIn, $done.Output[0].UserName, $done.Output[1] | Should -Be 'browser', $org.Credential.UserName, 1
        $done.Shown | Should -BeLike 'To sign in, open this address in a browser on this machine, within 300 seconds:*'
        $done.Page.Content | Should -BeLike '*You are signed in*'
    }

    It 'RedirectPort_IsThatOfTheCallback' {
        $port = Get-Random -Minimum 20000 -Maximum 30000

        $done = Invoke-BrowserSignIn { Connect-Sf -Interactive -NoBrowser @client -RedirectPort $port -UserName ada@example.com } { $args[0]; Submit-SignInPage $args[0] } @{ port = $port }

        $done.Errors | Should -BeNullOrEmpty
        $done.Page[0].Query | Should -BeLike "*redirect_uri=http%3A%2F%2Flocalhost%3A$port%2Fcallback*login_hint=ada%40example.com*"
    }

    It 'UserWhoDenies_IsAnError' {
        $done = Invoke-BrowserSignIn { Connect-Sf -Interactive -NoBrowser @client } { Submit-SignInPage $args[0] Deny }

        $done.Errors[0].FullyQualifiedErrorId | Should -Be 'SignInRefused,SalesforcePS.Commands.ConnectSfCommand'
        $done.Errors[0].CategoryInfo.Category, $done.Errors[0].TargetObject | Should -Be 'AuthenticationError', $url
        $done.Errors[0].Exception.ErrorCode | Should -Be access_denied
        $done.Errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*choose Allow*'
        $done.Page.Content | Should -BeLike '*You are not signed in*'
    }

    It 'CallbackWithAnotherState_IsRefusedAndTheSignInGoesOn' {
        $done = Invoke-BrowserSignIn { (Connect-Sf -Interactive -NoBrowser @client -PassThru).SignIn } {
            $callback = [uri]::UnescapeDataString(($args[0].Query -split '&' -like 'redirect_uri=*')[0].Substring(13))
            Invoke-WebRequest "${callback}?code=stolen&state=guessed" -SkipHttpErrorCheck
            Submit-SignInPage $args[0]
        }

        $done.Page[0].StatusCode | Should -Be 400
        $done.Output | Should -Be browser
        Get-TokenRequest | Should -HaveCount 1
    }

    It 'NobodyInTime_IsAnError' {
        $done = Invoke-BrowserSignIn { Connect-Sf -Interactive -NoBrowser @client -Timeout 1 } { }

        $done.Errors[0].FullyQualifiedErrorId | Should -BeLike 'SignInRefused,*'
        $done.Errors[0].Exception.ErrorCode, $done.Errors[0].CategoryInfo.Category | Should -Be 'SIGN_IN_TIMED_OUT', 'AuthenticationError'
        $done.Errors[0].TargetObject | Should -Be $url
    }

    It 'CtrlC_StopsWaiting' {
        $stopped = Stop-Midway { Connect-Sf -Interactive -NoBrowser @client } -When { $true } -Variables @{ client = $client }

        $stopped.Elapsed.TotalSeconds | Should -BeLessThan 5
        $stopped.State | Should -Be Stopped
    }

    It 'PortThatIsTaken_IsAnError' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            { Connect-Sf -Interactive -NoBrowser @client -RedirectPort $listener.LocalEndpoint.Port } | Should -Throw -ErrorId 'SignInRefused,*'
        }
        finally {
            $listener.Stop()
        }

        $Error[0].Exception.ErrorCode, $Error[0].CategoryInfo.Category | Should -Be 'REDIRECT_PORT_UNUSABLE', 'AuthenticationError'
    }

    It 'EndedSession_RenewsItselfAndDisconnectEndsTheRefreshTokenToo' {
        $done = Invoke-BrowserSignIn { Connect-Sf -Interactive -NoBrowser @client -PassThru } { Submit-SignInPage $args[0] }
        $session = $done.Output[0]
        $null = Invoke-OrgControl Post expire-sessions

        Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $session | Should -Be 1
        Get-TokenRequest | Should -HaveCount 2
        Disconnect-Sf $session
        @(Get-OrgRequest | Where-Object path -EQ '/services/oauth2/revoke').status | Should -Be 200
    }
}
