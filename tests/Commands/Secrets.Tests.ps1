BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $secret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText
    $body = @{ grant_type = 'client_credentials'; client_id = $org.ClientId; client_secret = $secret }
    $token = (Invoke-RestMethod "$($org.LoginUrl)services/oauth2/token" -Method Post -Body $body).access_token
    $byToken = @{ AccessToken = ConvertTo-SecureString $token -AsPlainText; InstanceUrl = $org.LoginUrl }
    $secrets = [regex]::Escape($token), [regex]::Escape($secret), [regex]::Escape($org.Credential.GetNetworkCredential().Password) -join '|'
}

AfterAll { Stop-SfEmulator $org }

Describe 'Secrets' {
    BeforeEach {
        Reset-TestOrg
        $session = Connect-Sf @byToken -PassThru
    }

    It 'Session_ShowsNoToken' {
        $session | Format-List * -Force | Out-String | Should -Not -Match $secrets
        $session | ConvertTo-Json -Depth 6 -WarningAction Ignore | Should -Not -Match $secrets
        [Management.Automation.PSSerializer]::Serialize($session, 5) | Should -Not -Match $secrets
        "$session" | Should -Not -Match $secrets
    }

    It 'Emulator_ShowsNoSecret' {
        $org | Format-List * -Force | Out-String | Should -Not -Match $secrets
        $org | ConvertTo-Json -Depth 4 -WarningAction Ignore | Should -Not -Match $secrets
    }

    It 'VerboseAndDebug_ShowNoToken' {
        $text = & {
            $session = Connect-Sf @byToken -PassThru -Verbose -Debug
            New-SfRecord Account @{ Name = 'a' } -Verbose -Debug
            Invoke-SfQuery 'SELECT Id FROM Account' -Verbose -Debug
        } *>&1 | Out-String

        $text | Should -Match 'API 68.0'
        $text | Should -Not -Match $secrets
    }

    It 'Transcript_ShowsNoToken' {
        $null = Invoke-Unattended -Variables @{ byToken = $byToken; path = "$TestDrive/transcript.txt" } {
            Start-Transcript $path
            Connect-Sf @byToken -Verbose
            Get-SfSession | Format-List * | Out-Default
            Stop-Transcript
        }

        $text = Get-Content "$TestDrive/transcript.txt" -Raw
        $text | Should -Match 'access token'
        $text | Should -Not -Match $secrets
    }

    It 'Errors_ShowNoSecret' {
        Set-OrgFault @{ match = '/query'; status = 401 }, @{ match = '/token'; status = 400; body = '{"error":"invalid_grant"}' }
        $bad = & {
            try { Invoke-SfQuery 'SELECT Id FROM Account' -ErrorAction Stop } catch { $_ }
            try { $org | Connect-Sf } catch { $_ }
        }

        $bad.FullyQualifiedErrorId | Should -BeLike 'SignInRefused,*'
        $bad | Format-List * -Force | Out-String -Width 4000 | Should -Not -Match $secrets
        $bad.Exception | ForEach-Object { "$_" } | Should -Not -Match $secrets
    }
}
