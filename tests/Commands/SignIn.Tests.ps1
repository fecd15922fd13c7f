BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    . "$PSScriptRoot/SignInOrg.ps1"
}

AfterAll { Stop-SfEmulator $org }

Describe 'Sign-in' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
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

    Context 'ClientName' {
        It 'ClientName_GoesWithEveryTransport' {
            $session = $org | Connect-Sf -ClientName Partner/1.0 -PassThru

            foreach ($api in 'Soap', 'Rest', 'Bulk', 'Bulk1') { New-SfRecord Account @{ Name = $api } -Api $api -Session $session | Should -HaveCount 1 }
            Invoke-SfQuery 'SELECT COUNT() FROM Account' -Session $session | Should -Be 4
        }

        It 'ClientNameWithOtherCharacters_IsRefused' {
            { $org | Connect-Sf -ClientName 'a; defaultNamespace=b' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,SalesforcePS.Commands.ConnectSfCommand'
            $Error[0].CategoryInfo.Category | Should -Be InvalidData
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
}
