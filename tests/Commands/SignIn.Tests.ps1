BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $url = $org.LoginUrl
    $client = @{ LoginUrl = $url; ClientId = $org.ClientId }
    $password = $org.Credential.GetNetworkCredential().Password
    function Get-TokenRequest { @(Get-OrgRequest | Where-Object path -EQ '/services/oauth2/token') }
    function Set-OrgSignIn([hashtable] $Rule) { Invoke-RestMethod -Method Post -Uri "${url}__emulator/sign-in" -Body (ConvertTo-Json $Rule) }
    function ConvertTo-Secret([string] $Text) { ConvertTo-SecureString $Text -AsPlainText }

    # Signs in as a person does, by the page's form in place of a browser; gives the page at the end.
    function Submit-SignInPage([uri] $Address, [string] $Decision = 'Allow') {
        $body = @{ username = $org.Credential.UserName; password = $password; decision = $Decision }
        $Address.Query.TrimStart('?') -split '&' | ForEach-Object {
            $name, $value = $_ -split '='
            $body[$name] = [uri]::UnescapeDataString($value)
        }
        Invoke-WebRequest "${url}services/oauth2/authorize" -Method Post -Body $body
    }

    # Runs a script that signs in with the browser in a runspace of its own; the answer comes from this one.
    function Invoke-BrowserSignIn([scriptblock] $Script, [scriptblock] $Browse, [hashtable] $Variables = @{}) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                param($module, $client, $variables, $script)
                Import-Module $module
                foreach ($name in $variables.Keys) { Set-Variable $name $variables[$name] }
                . ([scriptblock]::Create($script))
            }).AddArgument($env:SALESFORCEPS_MODULE).AddArgument($client).AddArgument($Variables).AddArgument("$Script")
            $running = $shell.BeginInvoke()
            Wait-Until { $shell.Streams.Information.Count -gt 0 -or $running.IsCompleted } -Seconds 30
            $shown = "$($shell.Streams.Information)"
            $page = if ($shown -match '(?m)^http\S+') { & $Browse ([uri]$Matches[0]) }
            [pscustomobject]@{ Output = $shell.EndInvoke($running); Errors = @($shell.Streams.Error); Shown = $shown; Page = $page }
        }
        finally {
            $shell.Dispose()
        }
    }

    function Get-RefreshToken {
        $taken = [Collections.Concurrent.ConcurrentQueue[securestring]]::new()
        $null = Invoke-BrowserSignIn -Variables @{ taken = $taken } -Browse { Submit-SignInPage $args[0] } -Script {
            Connect-Sf -Interactive -NoBrowser @client -OnTokenRefresh { param($token) ($using:taken).Enqueue($token) }
        }
        $taken.ToArray()[0]
    }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Sign-in' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
    }

    Context 'Browser' {
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

    Context 'RefreshToken' {
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

    Context 'OAuthPassword' {
        It 'PasswordFlow_OpensASessionAndWarns' {
            $session = Connect-Sf @client -ClientSecret $org.ClientSecret -Credential $org.Credential -SecurityToken $org.SecurityToken -PassThru -WarningAction SilentlyContinue -WarningVariable warnings

            $session.SignIn | Should -Be 'OAuth password'
            $warnings | Should -HaveCount 1
            "$warnings" | Should -Match "Summer '23"
            @(Get-OrgRequest).soapOperation | Should -Not -Contain login
        }

        It 'BlockedFlow_IsRefusedWithItsRemedy' {
            $null = Set-OrgSignIn @{ passwordFlow = $false }

            { Connect-Sf @client -ClientSecret $org.ClientSecret -Credential $org.Credential -SecurityToken $org.SecurityToken -WarningAction SilentlyContinue } |
                Should -Throw -ErrorId 'SignInRefused,*'

            $Error[0].Exception.ErrorCode, $Error[0].CategoryInfo.Category | Should -Be 'invalid_grant', 'AuthenticationError'
            $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*Allow OAuth Username-Password Flows*'
        }
    }

    Context 'TokenType' {
        It 'TokenThatIsNotBearer_IsRefusedEarly' {
            $null = Set-OrgFault @{ match = '/services/oauth2/token'; status = 200; body = "{`"access_token`":`"x`",`"instance_url`":`"$url`",`"token_type`":`"DPoP`"}" }

            { $org | Connect-Sf } | Should -Throw -ErrorId 'SignInRefused,*' -ExpectedMessage '*DPoP*'

            $Error[0].Exception.ErrorCode | Should -Be UNSUPPORTED_TOKEN_TYPE
            @(Get-OrgRequest) | Should -HaveCount 1
        }
    }

    Context 'SalesforceCli' -Skip:$IsWindows {
        BeforeEach {
            $path = $env:PATH
            $folder = New-Item "$TestDrive/$([guid]::NewGuid())" -ItemType Directory
            function Install-SfCli([string] $Display, [string] $ShowAccessToken) {
                Set-Content "$folder/display.json" $Display
                Set-Content "$folder/token.json" $ShowAccessToken
                Set-Content "$folder/sf" "#!/bin/sh`necho `"`$*`" >> '$folder/calls'`ncase `"`$2`" in display) /bin/cat '$folder/display.json';; *) /bin/cat '$folder/token.json';; esac"
                /bin/chmod 700 "$folder/sf"
                $env:PATH = $folder.FullName
            }
            function Get-AccessToken {
                $body = @{ grant_type = 'client_credentials'; client_id = $org.ClientId; client_secret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText }
                (Invoke-RestMethod "${url}services/oauth2/token" -Method Post -Body $body).access_token
            }
        }

        AfterEach { $env:PATH = $path }

        It 'LoginOfTheCli_IsUsedAndNotEnded' {
            $token = Get-AccessToken
            Install-SfCli "{`"status`":0,`"result`":{`"instanceUrl`":`"$url`",`"accessToken`":`"[REDACTED] Use 'sf org auth show-access-token' to view`"}}" "{`"status`":0,`"result`":{`"accessToken`":`"$token`"}}"

            $session = Connect-Sf -SfCliAlias my-org -PassThru

            $session.SignIn, $session.UserName | Should -Be 'Salesforce CLI', $org.Credential.UserName
            Get-Content "$folder/calls" | Should -Be 'org display --target-org my-org --json', 'org auth show-access-token --target-org my-org --no-prompt --json'
            $session | Disconnect-Sf
            Invoke-RestMethod "${url}services/data/v68.0/limits" -Headers @{ Authorization = "Bearer $token" } | Should -Not -BeNullOrEmpty
        }

        It 'EndedSession_IsAskedOfTheCliAgain' {
            Install-SfCli "{`"status`":0,`"result`":{`"instanceUrl`":`"$url`",`"accessToken`":`"$(Get-AccessToken)`"}}"
            $session = Connect-Sf -SfCliAlias my-org -PassThru
            $null = Invoke-OrgControl Post expire-sessions
            Install-SfCli "{`"status`":0,`"result`":{`"instanceUrl`":`"$url`",`"accessToken`":`"$(Get-AccessToken)`"}}"

            Invoke-SfQuery 'SELECT COUNT() FROM User' -Session $session | Should -Be 1
        }

        It 'CliThatIsNotThere_IsAClearError' {
            $env:PATH = $folder.FullName

            { Connect-Sf -SfCliAlias my-org } | Should -Throw -ErrorId 'SignInRefused,*' -ExpectedMessage '*sf, is not on PATH*'

            $Error[0].Exception.ErrorCode, $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'SF_CLI_NOT_FOUND', 'AuthenticationError', 'my-org'
            $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*npm install*'
        }

        It 'AliasWithOtherCharacters_IsRefusedBeforeTheCliIsStarted' {
            Install-SfCli '{}'

            { Connect-Sf -SfCliAlias 'x; rm -rf' } | Should -Throw -ErrorId 'SignInRefused,*'

            $Error[0].Exception.ErrorCode | Should -Be SF_CLI_ALIAS_INVALID
            "$folder/calls" | Should -Not -Exist
        }
    }

    Context 'SideBySide' {
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
}
