BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    . "$PSScriptRoot/../Module/ChildPowerShell.ps1"
}

AfterAll { Stop-SfEmulator }

Describe 'Start-SfEmulator' {
    Context 'Running' {
        BeforeAll { $org = Start-SfEmulator -DailyApiLimit 4 }

        It 'Emulator_IsAnObjectWithWhatASignInNeeds' {
            $org | Should -BeOfType SalesforcePS.SfEmulator
            $org.LoginUrl.Host, $org.IsRunning | Should -Be '127.0.0.1', $true
            $org.ClientSecret, $org.SecurityToken | Should -BeOfType securestring
            $org.Credential | Should -BeOfType pscredential
            Get-Process -Id $org.ProcessId | Should -Not -BeNullOrEmpty
        }

        It 'DailyApiLimit_EndsInAnErrorRecord' {
            Reset-TestOrg
            $org | Connect-Sf
            1..3 | ForEach-Object { $null = Invoke-SfQuery 'SELECT COUNT() FROM User' -ErrorAction Stop }

            { Invoke-SfQuery 'SELECT COUNT() FROM User' -ErrorAction Stop } | Should -Throw -ErrorId 'RequestLimitExceeded,*'
            $Error[0].CategoryInfo.Category | Should -Be LimitsExceeded
            (Get-SfSession).ApiCallsOfOrg | Should -BeGreaterOrEqual 4
        }

        It 'PortThatIsTaken_IsAnError' {
            { Start-SfEmulator -Port $org.LoginUrl.Port } | Should -Throw -ErrorId 'EmulatorNotStarted,*' -ExpectedMessage "*$($org.LoginUrl.Port)*"

            $Error[0].CategoryInfo.Category | Should -Be ResourceUnavailable
        }
    }

    It 'ProcessKilled_TakesItsEmulatorAlong' {
        $file = "$TestDrive/emulator.txt"
        { Invoke-ChildPowerShell "
                Import-Module '$env:SALESFORCEPS_MODULE'
                (Start-SfEmulator).ProcessId | Set-Content '$file'
                Stop-Process -Id `$PID -Force" } | Should -Throw

        $emulator = Get-Content $file
        Wait-Until { -not (Get-Process -Id $emulator -ErrorAction Ignore) }
    }

    It 'DatabasePath_KeepsTheDataOverARestart' {
        $path = @{ DatabasePath = 'TestDrive:/org.db' }
        $first = Start-SfEmulator @path
        $first | Connect-Sf
        $account = New-SfRecord Account @{ Name = 'kept' }
        Stop-SfEmulator $first

        Start-SfEmulator @path | Connect-Sf
        $kept = Invoke-SfQuery 'SELECT Id, Name FROM Account'

        $kept.Id, $kept.Name | Should -Be $account.Id, 'kept'
    }

    It 'UsersPath_AddsUsersWithRights' {
        Set-Content "$TestDrive/users.json" '{
            "profiles": [ { "name": "Clerk", "objectPermissions": [ { "object": "Account", "allowCreate": false } ] } ],
            "users": [ { "username": "clerk@example.com", "password": "a-password", "profile": "Clerk" } ] }'
        $org = Start-SfEmulator -UsersPath TestDrive:/users.json -SessionTimeout 600 -RotateRefreshTokens
        $clerk = [pscredential]::new('clerk@example.com', (ConvertTo-SecureString 'a-password' -AsPlainText -Force))
        $null = Connect-Sf -LoginUrl $org.LoginUrl -Credential $clerk

        { New-SfRecord Account @{ Name = 'refused' } -ErrorAction Stop } | Should -Throw '*entity type cannot be inserted: Account*'
        (Invoke-SfQuery "SELECT Profile.Name FROM User WHERE Username = 'clerk@example.com'").'Profile.Name' | Should -Be Clerk
    }

    It 'SchemaPathOfAFolder_TakesItsSourceWithFormulasAndRules' {
        $project = Resolve-Path "$PSScriptRoot/../SalesforcePS.Emulator.Tests/Schema/Source/Project"
        Start-SfEmulator -SchemaPath $project | Connect-Sf
        $account = New-SfRecord Account @{ Name = 'A' }

        $invoice = New-SfRecord Invoice__c @{ Account__c = $account.Id; Amount__c = 50 }
        New-SfRecord Invoice__c @{ Account__c = $account.Id; Amount__c = 0 } -ErrorAction SilentlyContinue -ErrorVariable failure

        (Invoke-SfQuery 'SELECT Gross__c FROM Invoice__c').Gross__c | Should -Be 60
        $invoice.Success | Should -BeTrue
        "$failure" | Should -BeLike '*An invoice has an amount.*'
    }

    It 'SchemaPathOfAFolderThatIsNoUse_NamesEveryFile' {
        foreach ($name in 'One__c', 'Two__c') {
            $file = New-Item "$TestDrive/bad/objects/Account/fields/$name.field-meta.xml" -Force
            Set-Content $file '<CustomField><type>ExternalLookup</type></CustomField>'
        }

        { Start-SfEmulator -SchemaPath "$TestDrive/bad" } |
            Should -Throw -ErrorId 'EmulatorNotStarted,SalesforcePS.Commands.StartSfEmulatorCommand' -ExpectedMessage '*One__c*Two__c*'
    }

    It 'FileThatIsNoUse_IsAnErrorThatNamesIt_<Because>' -ForEach @(
        @{ Because = 'SchemaIsNotJson'; Text = '{ "objects": ['; Parameter = 'SchemaPath'; Says = '*not JSON (line*' }
        @{ Because = 'SchemaTypeIsUnknown'; Text = '{ "objects": [{ "name": "X__c", "fields": [{ "name": "Y__c", "type": "strnig" }] }] }'; Parameter = 'SchemaPath'; Says = '*strnig*' }
        @{ Because = 'SchemaIsMissing'; Parameter = 'SchemaPath'; Says = '*no file*' }
        @{ Because = 'UsersHaveNoProfile'; Text = '{ "users": [{ "username": "a@b.c", "password": "p", "profile": "None" }] }'; Parameter = 'UsersPath'; Says = "*profile 'None', which there is not*" }
        @{ Because = 'CertificateIsText'; Text = 'nonsense'; Parameter = 'CertificatePath'; Says = '*certificate*' }
        @{ Because = 'DatabaseIsText'; Text = 'nonsense' * 200; Parameter = 'DatabasePath'; Says = '*database*' }
    ) {
        $path = "$TestDrive/$Because"
        if ($Text) { Set-Content $path $Text }
        $arguments = @{ $Parameter = $path }

        { Start-SfEmulator @arguments } | Should -Throw -ErrorId 'EmulatorNotStarted,SalesforcePS.Commands.StartSfEmulatorCommand' -ExpectedMessage $Says

        "$($Error[0])" | Should -BeLike "*$Because*"
        "$($Error[0])" | Should -Not -Match '   at '
        $Error[0].CategoryInfo.Category | Should -Be ResourceUnavailable
    }

    It 'DotnetWithoutAspNetCore_IsPassedOver' {
        $file = New-Item "$TestDrive/dotnet/dotnet$($IsWindows ? '.exe' : '')" -ItemType File -Force
        $before = $env:DOTNET_ROOT
        $env:DOTNET_ROOT = $file.DirectoryName
        try { (Start-SfEmulator).IsRunning | Should -BeTrue }
        finally { $env:DOTNET_ROOT = $before }
    }

    It 'ModuleWithoutTheEmulatorsFiles_SaysSo' {
        $copy = "$TestDrive/module"
        Copy-Item (Split-Path $env:SALESFORCEPS_MODULE) $copy -Recurse
        Remove-Item "$copy/bin/emulator" -Recurse

        $id = Start-Job { Import-Module "$using:copy/SalesforcePS.psd1"; try { Start-SfEmulator } catch { $_.FullyQualifiedErrorId } } |
            Receive-Job -Wait -AutoRemoveJob

        $id | Should -BeLike 'EmulatorFilesMissing,*'
    }

    It 'WhatIf_StartsNothing' {
        Invoke-Unattended { Start-SfEmulator -WhatIf } | Should -BeNullOrEmpty
    }

    It 'Confirm_Asks' {
        { Invoke-Unattended { Start-SfEmulator -Confirm } } | Should -Throw -ExceptionType ([Management.Automation.Host.HostException])
    }
}
