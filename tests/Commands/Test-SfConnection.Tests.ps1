BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $rsa = [Security.Cryptography.RSA]::Create(2048)
    Set-Content "$TestDrive/public.pem" $rsa.ExportSubjectPublicKeyInfoPem()
    Set-Content "$TestDrive/key.pem" $rsa.ExportPkcs8PrivateKeyPem()
    $org = Start-TestOrg -CertificatePath "$TestDrive/public.pem"
    $url = $org.LoginUrl
    $byClient = @{ LoginUrl = $url; ClientId = $org.ClientId; ClientSecret = $org.ClientSecret }
    $byKey = @{ LoginUrl = $url; ClientId = $org.ClientId; UserName = $org.Credential.UserName; KeyPath = "$TestDrive/key.pem" }
    $bySoap = @{ LoginUrl = $url; Credential = $org.Credential; SecurityToken = $org.SecurityToken }
    $byPassword = $byClient + @{ Credential = $org.Credential; SecurityToken = $org.SecurityToken }
    $wrong = ConvertTo-SecureString 'wrong' -AsPlainText
    function Set-OrgSignIn([hashtable] $Rule) { $null = Invoke-RestMethod -Method Post -Uri "${url}__emulator/sign-in" -Body (ConvertTo-Json $Rule) }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Test-SfConnection' {
    BeforeEach {
        $null = Reset-TestOrg
        $null = Clear-OrgRequest
    }

    It 'ConnectionThatWorks_PassesEachStepAndEndsItsSession' {
        $steps = $org | Test-SfConnection

        $steps | Should -BeOfType SalesforcePS.SfConnectionStep
        $steps.Step | Should -Be 'Address', 'SignIn', 'ApiVersion', 'SoapApi', 'RestApi', 'ApiCalls'
        $steps.Result | Select-Object -Unique | Should -Be Passed
        $steps | Where-Object { $_.Remedy -or $_.ErrorCode } | Should -BeNullOrEmpty
        ($steps | Where-Object Step -EQ SoapApi).Detail | Should -BeLike "As $($org.Credential.UserName) in *"
        @(Get-OrgRequest | Where-Object path -EQ '/services/oauth2/revoke').status | Should -Be 200
    }

    It '<Case>_IsFailedStep<Step>WithItsCodeAndRemedy' -ForEach @(
        @{ Case = 'AppNotApprovedForJwt'; Step = 'SignIn'; Rule = @{ appApproved = $false }; By = { $byKey }; Code = 'invalid_grant'; Remedy = '*Admin approved users are pre-authorized*' }
        @{ Case = 'AppNotApprovedForPassword'; Step = 'SignIn'; Rule = @{ appApproved = $false }; By = { $byPassword }; Code = 'OAUTH_APP_ACCESS_DENIED'; Remedy = '*Admin approved users are pre-authorized*' }
        @{ Case = 'NoRunAsUser'; Step = 'SignIn'; Rule = @{ runAsUser = '' }; By = { $byClient }; Code = 'invalid_grant'; Remedy = '*Run As*' }
        @{ Case = 'WrongDomain'; Step = 'SignIn'; Rule = @{ myDomain = $false }; By = { $byClient }; Code = 'invalid_grant'; Remedy = '*my.salesforce.com*' }
        @{ Case = 'NetworkForOAuth'; Step = 'SignIn'; Rule = @{ networkRefused = $true }; By = { $byClient }; Code = 'invalid_grant'; Remedy = '*login IP ranges*' }
        @{ Case = 'NetworkForSoap'; Step = 'SignIn'; Rule = @{ networkRefused = $true }; By = { $bySoap }; Code = 'LOGIN_DURING_RESTRICTED_DOMAIN'; Remedy = '*login IP ranges*' }
        @{ Case = 'SoapLoginOff'; Step = 'SignIn'; Rule = @{ soapLogin = $false }; By = { $bySoap }; Code = 'INVALID_OPERATION'; Remedy = '*Enable SOAP API login()*' }
        @{ Case = 'PasswordFlowOff'; Step = 'SignIn'; Rule = @{ passwordFlow = $false }; By = { $byPassword }; Code = 'invalid_grant'; Remedy = '*Allow OAuth Username-Password Flows*' }
        @{ Case = 'PasswordExpired'; Step = 'SignIn'; Rule = @{ passwordExpired = $true }; By = { $bySoap }; Code = 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD'; Remedy = '*new password*' }
        @{ Case = 'SecurityTokenMissing'; Step = 'SignIn'; Rule = @{}; By = { @{ LoginUrl = $url; Credential = $org.Credential } }; Code = 'LOGIN_MUST_USE_SECURITY_TOKEN'; Remedy = '*-SecurityToken*' }
        @{ Case = 'WrongPassword'; Step = 'SignIn'; Rule = @{}; By = { @{ LoginUrl = $url; Credential = [pscredential]::new($org.Credential.UserName, $wrong) } }; Code = 'INVALID_LOGIN'; Remedy = '*Login History*' }
        @{ Case = 'WrongSecret'; Step = 'SignIn'; Rule = @{}; By = { @{ LoginUrl = $url; ClientId = $org.ClientId; ClientSecret = $wrong } }; Code = 'invalid_client'; Remedy = '*consumer secret*' }
        @{ Case = 'UnknownApp'; Step = 'SignIn'; Rule = @{}; By = { @{ LoginUrl = $url; ClientId = 'nobody'; ClientSecret = $wrong } }; Code = 'invalid_client_id'; Remedy = '*consumer key*' }
        @{ Case = 'ApiOff'; Step = 'SoapApi'; Rule = @{ apiEnabled = $false }; By = { $byClient }; Code = 'API_DISABLED_FOR_ORG'; Remedy = '*edition*' }
        @{ Case = 'SpentAccessToken'; Step = 'SoapApi'; Rule = @{}; By = { @{ AccessToken = $wrong; InstanceUrl = $url } }; Code = 'INVALID_SESSION_ID'; Remedy = '*Connect again*' }
        @{ Case = 'VersionThatIsNotThere'; Step = 'ApiVersion'; Rule = @{}; By = { $byClient + @{ ApiVersion = '99.0' } }; Code = 'UNSUPPORTED_API_VERSION'; Remedy = '*' }
    ) {
        Set-OrgSignIn $Rule
        $how = & $By

        $steps = Test-SfConnection @how

        $failed = @($steps | Where-Object Result -EQ Failed)
        $failed | Should -HaveCount 1
        $failed[0].Step, $failed[0].ErrorCode | Should -Be $Step, $Code
        $failed[0].Remedy | Should -BeLike $Remedy
        $failed[0].Detail | Should -Not -BeNullOrEmpty
        $steps.Step | Should -Be 'Address', 'SignIn', 'ApiVersion', 'SoapApi', 'RestApi', 'ApiCalls'
        $steps[([array]::IndexOf($steps.Step, $Step) + 1)..5].Result | Select-Object -Unique | Should -Be $(if ($Step -ne 'ApiCalls') { 'Skipped' })
    }

    It 'WayThatEnds_IsAWarning' -ForEach @(
        @{ By = { $bySoap } }
        @{ By = { $byPassword } }
    ) {
        $how = & $By

        $step = Test-SfConnection @how | Where-Object Step -EQ SignIn

        $step.Result, $step.ErrorCode | Should -Be 'Warning', $null
        $step.Remedy | Should -BeLike '*client credentials*'
    }

    It 'KeyThatIsNoUse_IsTheStepCredentials' {
        $step = Test-SfConnection -LoginUrl $url -ClientId $org.ClientId -UserName x -KeyPath "$TestDrive/public.pem"

        $step.Step, $step.Result, $step.ErrorCode | Should -Be 'Credentials', 'Failed', 'SIGNING_KEY_UNUSABLE'
    }

    It 'AddressThatIsNoOrg_IsAFailedAddress' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()

        $step = @(Test-SfConnection -LoginUrl "http://127.0.0.1:$port" -ClientId a -ClientSecret $wrong)[0]

        $step.Step, $step.Result, $step.ErrorCode | Should -Be 'Address', 'Failed', 'CONNECTION_FAILED'
        $step.Remedy | Should -BeLike '*-Proxy*'
    }

    It 'CurrentSession_IsTestedAndStaysOpen' {
        $session = $org | Connect-Sf -PassThru

        (Test-SfConnection).Result | Select-Object -Unique | Should -Be Passed
        (Test-SfConnection -Session $session).Result | Select-Object -Unique | Should -Be Passed
        Invoke-SfQuery 'SELECT COUNT() FROM User' | Should -Be 1
    }

    It 'AccessToken_IsNotEnded' {
        $body = @{ grant_type = 'client_credentials'; client_id = $org.ClientId; client_secret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText }
        $token = ConvertTo-SecureString (Invoke-RestMethod "${url}services/oauth2/token" -Method Post -Body $body).access_token -AsPlainText

        (Test-SfConnection -AccessToken $token -InstanceUrl $url).Result | Select-Object -Unique | Should -Be Passed
        (Test-SfConnection -AccessToken $token -InstanceUrl $url).Result | Select-Object -Unique | Should -Be Passed
    }

    It 'NoSession_IsAnError' {
        Get-SfSession | Disconnect-Sf

        { Test-SfConnection } | Should -Throw -ErrorId 'NotConnected,SalesforcePS.Commands.TestSfConnectionCommand'
        $Error[0].CategoryInfo.Category | Should -Be ConnectionError
        $org | Connect-Sf
    }

    It 'RefreshTokenWithoutAnyoneToTakeTheNewOne_IsRefused' {
        { Test-SfConnection -LoginUrl $url -ClientId a -RefreshToken $wrong } | Should -Throw -ErrorId 'TestNeedsOnTokenRefresh,*'

        $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', 'OnTokenRefresh'
        Get-OrgRequest | Should -BeNullOrEmpty
    }

    It 'Steps_HaveAViewOfTheirOwn' {
        Set-OrgSignIn @{ runAsUser = '' }

        $text = Test-SfConnection @byClient | Out-String -Width 100

        $text | Should -Match 'SignIn\s+Failed'
        $text | Should -Match 'Run As'
    }
}
