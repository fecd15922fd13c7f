BeforeAll {
    . "$PSScriptRoot/../Commands/TestOrg.ps1"
    . "$PSScriptRoot/Chromium.ps1"
    $org = Start-TestOrg
    . "$PSScriptRoot/../Commands/SignInOrg.ps1"
    $chromium = Start-Chromium
}

AfterAll {
    if ($chromium) { Stop-Chromium $chromium }
    Stop-SfEmulator $org
}

Describe 'Connect-Sf -Interactive in Chromium' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
    }

    It 'UserWhoAllows_HasASessionAndAPageThatSaysSo' {
        $done = Invoke-BrowserSignIn {
            $session = Connect-Sf -Interactive -NoBrowser @client -PassThru
            $session
            Invoke-SfQuery 'SELECT Username FROM User' -Session $session
        } { Submit-SignIn $chromium $args[0] $org.Credential Allow }

        $done.Errors | Should -BeNullOrEmpty
        $done.Output[0].SignIn, $done.Output[0].UserName, $done.Output[1].Username | Should -Be 'browser', $org.Credential.UserName, $org.Credential.UserName
        $done.Page.Title | Should -Be 'You are signed in'
        $done.Page.Text | Should -BeLike '*You can close this page*'
        $done.Page.Url.Host, $done.Page.Url.AbsolutePath | Should -Be 'localhost', '/callback'
    }

    It 'UserWhoDenies_IsAnErrorAndAPageThatSaysSo' {
        $done = Invoke-BrowserSignIn { Connect-Sf -Interactive -NoBrowser @client } { Submit-SignIn $chromium $args[0] $org.Credential Deny }

        $done.Page.Title | Should -Be 'You are not signed in'
        $done.Errors[0].FullyQualifiedErrorId | Should -Be 'SignInRefused,SalesforcePS.Commands.ConnectSfCommand'
        $done.Errors[0].Exception.ErrorCode, $done.Errors[0].CategoryInfo.Category | Should -Be 'access_denied', 'AuthenticationError'
        $done.Errors[0].TargetObject | Should -Be $url
    }

    It 'SessionOfTheBrowser_RenewsItselfWithRotatedTokens' {
        $null = Set-OrgSignIn @{ rotateRefreshTokens = $true; requirePkce = $true }
        $done = Invoke-BrowserSignIn { Connect-Sf -Interactive -NoBrowser @client -PassThru } { Submit-SignIn $chromium $args[0] $org.Credential Allow }

        foreach ($i in 1..2) {
            $null = Invoke-OrgControl Post expire-sessions
            Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $done.Output[0] | Should -Be 1
        }
        Get-TokenRequest | Should -HaveCount 3
    }

    It 'SystemBrowser_IsOpenedAtTheAddressThatIsShown' -Skip:(-not $IsLinux) {
        $path, $display = $env:PATH, $env:DISPLAY
        Set-Content "$TestDrive/xdg-open" "#!/bin/sh`necho `"`$1`" > '$TestDrive/opened'"
        chmod 700 "$TestDrive/xdg-open"
        try {
            $env:PATH = "$TestDrive$([IO.Path]::PathSeparator)$path"
            $env:DISPLAY = ':99'
            $done = Invoke-BrowserSignIn { Connect-Sf -Interactive @client } {
                Wait-Until { (Get-Content "$TestDrive/opened" -Raw -ErrorAction Ignore) -match "`n" }
                Submit-SignIn $chromium (Get-Content "$TestDrive/opened") $org.Credential Allow
            }
        }
        finally {
            $env:PATH, $env:DISPLAY = $path, $display
        }

        $done.Errors | Should -BeNullOrEmpty
        $done.Shown | Should -BeLike 'Sign in on the page that opens in your browser*'
        $done.Page.Title | Should -Be 'You are signed in'
    }
}
