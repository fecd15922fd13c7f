BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $rsa = [Security.Cryptography.RSA]::Create(2048)
    $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=test', $rsa, 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
    $certificate = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
    $keyPassword = ConvertTo-SecureString 'key secret' -AsPlainText
    Set-Content "$TestDrive/public.pem" $certificate.ExportCertificatePem()
    Set-Content "$TestDrive/key.pem" $rsa.ExportPkcs8PrivateKeyPem()
    $encryption = [Security.Cryptography.PbeParameters]::new('Aes256Cbc', 'SHA256', 1000)
    Set-Content "$TestDrive/locked.pem" $rsa.ExportEncryptedPkcs8PrivateKeyPem('key secret', $encryption)
    [IO.File]::WriteAllBytes("$TestDrive/key.pfx", $certificate.Export('Pkcs12', $keyPassword))

    $org = Start-TestOrg -CertificatePath "$TestDrive/public.pem"
    $url = $org.LoginUrl
    $jwt = @{ LoginUrl = $url; ClientId = $org.ClientId; UserName = $org.Credential.UserName }
    function Get-Token {
        $body = @{ grant_type = 'client_credentials'; client_id = $org.ClientId; client_secret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText }
        (Invoke-RestMethod "${url}services/oauth2/token" -Method Post -Body $body).access_token
    }
    function Save-Credential([hashtable] $Content, [string] $Mode = '600') {
        $path = "$TestDrive/creds.json"
        $Content | ConvertTo-Json | Set-Content $path
        if (-not $IsWindows) { chmod $Mode $path }
        $path
    }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Connect-Sf' {
    BeforeEach {
        Reset-TestOrg
        Get-SfSession | Disconnect-Sf
        Clear-OrgRequest
    }

    Context 'SignIn' {
        It 'ClientCredentials_OpenASession' {
            $session = Connect-Sf -LoginUrl $url -ClientId $org.ClientId -ClientSecret $org.ClientSecret -PassThru

            $session | Should -BeOfType SalesforcePS.SfSession
            $session.SignIn, $session.UserName, $session.OrganizationId, $session.UserId |
                Should -Be 'client credentials', $org.Credential.UserName, $org.OrganizationId, $org.UserId
            $session.ApiVersion, $session.InstanceUrl | Should -Be '68.0', $url
            Get-SfSession | Should -Be $session
        }

        It 'EmulatorFromThePipeline_BindsByPropertyName' {
            $org | Connect-Sf | Should -BeNullOrEmpty

            (Get-SfSession).SignIn | Should -Be 'client credentials'
        }

        It 'JwtBy<Kind>_OpensASession' -ForEach @(
            @{ Kind = 'PemFile'; Key = { @{ KeyPath = "$TestDrive/key.pem" } } }
            @{ Kind = 'EncryptedPemFile'; Key = { @{ KeyPath = "$TestDrive/locked.pem"; KeyPassword = $keyPassword } } }
            @{ Kind = 'PfxFile'; Key = { @{ KeyPath = "$TestDrive/key.pfx"; KeyPassword = $keyPassword } } }
            @{ Kind = 'PathOfADrive'; Key = { @{ KeyPath = 'TestDrive:/key.pem' } } }
            @{ Kind = 'Certificate'; Key = { @{ Certificate = $certificate } } }
        ) {
            $key = & $Key

            (Connect-Sf @jwt @key -PassThru).SignIn | Should -Be 'JWT bearer'
            Invoke-SfQuery 'SELECT COUNT() FROM User' | Should -BeGreaterThan 0
        }

        It 'AccessToken_OpensASession' {
            $token = ConvertTo-SecureString (Get-Token) -AsPlainText

            (Connect-Sf -AccessToken $token -InstanceUrl $url -PassThru).SignIn | Should -Be 'access token'
        }

        It 'SoapLogin_OpensASessionAndWarns' {
            $session = Connect-Sf -LoginUrl $url -Credential $org.Credential -SecurityToken $org.SecurityToken -PassThru -WarningAction SilentlyContinue -WarningVariable warnings

            $session.SignIn | Should -Be 'SOAP login'
            $warnings | Should -HaveCount 1
            "$warnings" | Should -Match "Summer '27"
        }

        It 'ApiVersion_IsPinned' -ForEach '60.0', '60', 'v60' {
            (Connect-Sf -LoginUrl $url -ClientId $org.ClientId -ClientSecret $org.ClientSecret -ApiVersion $_ -PassThru).ApiVersion | Should -Be '60.0'

            $null = Invoke-SfQuery 'SELECT Id FROM Account'
            (Get-OrgRequest)[-1].path | Should -BeLike '*/v60.0/*'
        }
    }

    Context 'CredentialFile' {
        BeforeAll {
            $secret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText
            $byClient = @{ url = "$url"; clientId = $org.ClientId; clientSecret = $secret }
        }

        It 'ClientCredentials_AreUsed' {
            (Connect-Sf (Save-Credential $byClient) -PassThru -WarningVariable warnings).SignIn | Should -Be 'client credentials'

            $warnings | Should -BeNullOrEmpty
        }

        It 'KeyFile_IsFoundBesideIt' {
            $content = @{ url = "$url"; clientId = $org.ClientId; username = $org.Credential.UserName; keyFile = 'key.pem'; apiVersion = '60.0' }

            $session = Connect-Sf (Save-Credential $content) -PassThru

            $session.SignIn, $session.ApiVersion | Should -Be 'JWT bearer', '60.0'
        }

        It 'Password_IsUsedBySoapLogin' {
            $content = @{
                url = "$url"; username = $org.Credential.UserName; password = $org.Credential.GetNetworkCredential().Password
                token = ConvertFrom-SecureString $org.SecurityToken -AsPlainText
            }

            (Connect-Sf (Save-Credential $content) -PassThru -WarningAction SilentlyContinue).SignIn | Should -Be 'SOAP login'
        }

        It 'FileThatOthersCanRead_IsWarnedOf' -Skip:$IsWindows {
            Connect-Sf (Save-Credential $byClient -Mode 644) -WarningAction SilentlyContinue -WarningVariable warnings

            "$warnings" | Should -BeLike '*creds.json*can be read by others*'
        }

        It 'FileThatIsNoUse_IsRefused_<Because>' -ForEach @(
            @{ Because = 'UnknownName'; Content = @{ url = 'https://x.example'; pasword = 'p' }; Says = '*pasword*' }
            @{ Because = 'NotEnough'; Content = @{ url = 'https://x.example'; username = 'p' }; Says = '*client secret*' }
            @{ Because = 'NoAddress'; Content = @{ url = 'x'; clientId = 'a'; clientSecret = 'b' }; Says = '*not an address*' }
        ) {
            $path = Save-Credential $Content

            { Connect-Sf $path } | Should -Throw -ErrorId 'CredentialFileUnusable,*' -ExpectedMessage $Says
            $Error[0].CategoryInfo.Category | Should -Be InvalidArgument
        }

        It 'FileThatIsNotThere_IsRefused' {
            { Connect-Sf "$TestDrive/none.json" } | Should -Throw -ErrorId 'PathNotFound,*'
            $Error[0].TargetObject, $Error[0].CategoryInfo.Category | Should -Be "$TestDrive/none.json", 'ObjectNotFound'
        }
    }

    Context 'Errors' {
        It 'WrongSecret_IsRefused' {
            $wrong = ConvertTo-SecureString 'wrong' -AsPlainText

            { Connect-Sf -LoginUrl $url -ClientId $org.ClientId -ClientSecret $wrong } | Should -Throw -ErrorId 'SignInRefused,SalesforcePS.Commands.ConnectSfCommand'

            $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'AuthenticationError', $url
            $Error[0].Exception.ErrorCode | Should -Be invalid_client
            $Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            Get-SfSession | Should -BeNullOrEmpty
        }

        It 'WrongPassword_IsRefused' {
            { Connect-Sf -LoginUrl $url -Credential $org.Credential -WarningAction SilentlyContinue } | Should -Throw -ErrorId 'SignInRefused,*'

            $Error[0].Exception.ErrorCode | Should -Be LOGIN_MUST_USE_SECURITY_TOKEN
        }

        It 'WrongKey_IsRefused' {
            $other = [Security.Cryptography.RSA]::Create(2048)
            Set-Content "$TestDrive/other.pem" $other.ExportPkcs8PrivateKeyPem()

            { Connect-Sf @jwt -KeyPath "$TestDrive/other.pem" } | Should -Throw -ErrorId 'SignInRefused,*'
        }

        It 'KeyFileThatIsNoUse_IsRefused' -ForEach 'public.pem', 'locked.pem', 'key.pfx' {
            { Connect-Sf @jwt -KeyPath "$TestDrive/$_" } | Should -Throw -ErrorId 'SignInRefused,*'

            $Error[0].Exception.ErrorCode | Should -Be SIGNING_KEY_UNUSABLE
            $Error[0].TargetObject | Should -Be "$TestDrive/$_"
        }

        It 'ThumbprintThatIsNowhere_IsRefused' {
            { Connect-Sf @jwt -CertificateThumbprint ('0' * 40) } | Should -Throw -ErrorId 'SignInRefused,*'
        }

        It 'ExpiredAccessToken_IsRefused' {
            $token = ConvertTo-SecureString 'nonsense' -AsPlainText

            { Connect-Sf -AccessToken $token -InstanceUrl $url } | Should -Throw -ErrorId 'SignInRefused,*'
        }

        It 'VersionThatTheOrgHasNot_IsRefused' {
            { $org | Connect-Sf -ApiVersion 99.0 } | Should -Throw -ErrorId 'RequestRefused,*' -ExpectedMessage '*99.0*68.0*'

            $Error[0].Exception.ErrorCode | Should -Be UNSUPPORTED_API_VERSION
        }

        It '<Parameter>WithoutScheme_IsRefusedByName' -ForEach @(
            @{ Parameter = 'LoginUrl'; By = { @{ LoginUrl = 'acme.my.salesforce.com'; ClientId = 'a'; ClientSecret = $org.ClientSecret } } }
            @{ Parameter = 'InstanceUrl'; By = { @{ InstanceUrl = 'acme.my.salesforce.com'; AccessToken = $org.ClientSecret } } }
            @{ Parameter = 'Proxy'; By = { @{ LoginUrl = $org.LoginUrl; Proxy = 'acme.my.salesforce.com'; ClientId = 'a'; ClientSecret = $org.ClientSecret } } }
        ) {
            $by = & $By

            { Connect-Sf @by } | Should -Throw -ErrorId 'AddressIncomplete,*' -ExpectedMessage "-$Parameter 'acme.my.salesforce.com'*https*"
            $Error[0].CategoryInfo.Category, "$($Error[0].TargetObject)" | Should -Be 'InvalidArgument', 'acme.my.salesforce.com'
        }

        It 'PlainHttpToAnotherMachine_IsRefused' {
            { Connect-Sf -LoginUrl http://org.example -ClientId a -ClientSecret $org.ClientSecret } | Should -Throw -ExpectedMessage '*https*'

            $Error[0].Exception.ErrorCode, $Error[0].CategoryInfo.Category | Should -Be 'HTTPS_REQUIRED', 'SecurityError'
        }

        It 'FailedSignIn_LeavesTheCurrentSession' {
            $session = $org | Connect-Sf -PassThru

            { Connect-Sf -LoginUrl http://org.example -ClientId a -ClientSecret $org.ClientSecret } | Should -Throw

            Get-SfSession | Should -Be $session
        }
    }
}
