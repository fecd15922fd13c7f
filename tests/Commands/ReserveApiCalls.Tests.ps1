BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg -DailyApiLimit 100
    function Get-CountedCall { @(Get-OrgRequest | Where-Object path -Match '^/services/(data/v|Soap|async)').Count }
}

AfterAll { Stop-SfEmulator $org }

Describe 'ReserveApiCalls' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
    }

    It 'WritesBy<Api>_StopBeforeTheReserveAndLoseNoRecord' -ForEach @(
        @{ Api = 'Soap' }
        @{ Api = 'Rest' }
        @{ Api = 'Bulk' }
        @{ Api = 'Bulk1' }
    ) {
        $names = 1..60 | ForEach-Object { "A$_" }
        $results = @(
            try {
                $names | ForEach-Object { [pscustomobject]@{ Name = $_ } } |
                    New-SfRecord Account -Api $Api -BatchSize 1 -ThrottleLimit 1 -ReserveApiCalls 70% -ErrorAction SilentlyContinue -ErrorVariable bad
            }
            catch { $stopped = $_ }
        )

        $stopped.FullyQualifiedErrorId | Should -Be 'ApiCallsReserved,SalesforcePS.Commands.NewSfRecordCommand'
        $stopped.CategoryInfo.Category, $stopped.TargetObject | Should -Be 'LimitsExceeded', '70%'
        $stopped.Exception.Message | Should -Match '^The org has used \d+ of its 100 API calls of 24 hours, and 70% are to be left'
        $refused = @($bad | Where-Object TargetObject -IsNot [string])
        $refused.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'ApiCallsReserved,SalesforcePS.Commands.NewSfRecordCommand'
        $results.Count | Should -BeGreaterThan 0
        @($results.InputObject.Name) + @($refused.TargetObject.Name) | Sort-Object | Should -Be ($names | Sort-Object)
        Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be $results.Count
    }

    It 'Writes_LeaveAsManyCallsAsTheyAreTo' {
        { 1..60 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Soap -BatchSize 1 -ReserveApiCalls 90 -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'ApiCallsReserved,*'

        Get-CountedCall | Should -Be 10
    }

    It 'Query_StopsBetweenItsPages' {
        1..600 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account | Out-Null
        $calls = (Get-SfSession).ApiCallsOfOrg

        $rows = @(
            try { Invoke-SfQuery 'SELECT Id FROM Account' -BatchSize 200 -ReserveApiCalls (100 - $calls - 2) }
            catch { $stopped = $_ }
        )

        $stopped.FullyQualifiedErrorId | Should -Be 'ApiCallsReserved,SalesforcePS.Commands.InvokeSfQueryCommand'
        $stopped.CategoryInfo.Category, $stopped.TargetObject | Should -Be 'LimitsExceeded', 'SELECT Id FROM Account'
        $rows.Count | Should -BeIn 200, 400
    }

    It 'JobThatMayNotBegin_IsRefusedBeforeItIsMade' {
        { Invoke-SfQuery 'SELECT Id FROM Account' -Api Bulk -ReserveApiCalls 99 } | Should -Throw -ErrorId 'ApiCallsReserved,*'

        Get-OrgRequest | Where-Object path -Match '/jobs/' | Should -BeNullOrEmpty
    }

    It 'Import_StopsAndGoesOnFromItsJournal' {
        $file = Join-Path $TestDrive 'rows.csv'
        $arguments = @{ Path = $file; ObjectType = 'Account'; Operation = 'Insert'; BatchSize = 5; ThrottleLimit = 1; StatePath = "$file.journal" }
        1..60 | ForEach-Object { [pscustomobject]@{ Name = "A$_" } } | Export-Csv $file

        { Import-SfRecord @arguments -ReserveApiCalls 70% } | Should -Throw -ErrorId 'ApiCallsReserved,SalesforcePS.Commands.ImportSfRecordCommand'

        $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'LimitsExceeded', $file
        Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -BeIn (5..55)
        $result = Import-SfRecord @arguments
        $result.Succeeded, $result.Resumed | Should -Be 60, $true
        Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 60
    }

    It '<Cmdlet>_IsStoppedToo' -ForEach @(
        @{ Cmdlet = 'GetSfRecord'; Script = { Get-SfRecord 001gL0000000001QAA -ReserveApiCalls 99 }; Target = '001gL0000000001QAA' }
        @{ Cmdlet = 'FindSfRecord'; Script = { Find-SfRecord Acme -ReserveApiCalls 99 }; Target = 'Acme' }
        @{ Cmdlet = 'InvokeSfApi'; Script = { Invoke-SfApi limits -ReserveApiCalls 99 }; Target = 'limits' }
        @{ Cmdlet = 'GetSfUpdatedRecord'; Script = { Get-SfUpdatedRecord Account (Get-Date).AddHours(-1) -ReserveApiCalls 99 }; Target = 'Account' }
        @{ Cmdlet = 'GetSfField'; Script = { Get-SfField Account -ReserveApiCalls 99 }; Target = 'Account' }
        @{ Cmdlet = 'MergeSfRecord'; Script = { Merge-SfRecord 001gL0000000001QAA 001gL0000000002QAA -ObjectType Account -ReserveApiCalls 99 -Confirm:$false -ErrorAction SilentlyContinue }; Target = '99' }
        @{ Cmdlet = 'RestoreSfRecord'; Script = { Restore-SfRecord 001gL0000000001QAA -ReserveApiCalls 99 -ErrorAction SilentlyContinue }; Target = '99' }
    ) {
        Clear-OrgRequest

        try { & $Script } catch { $stopped = $_ }

        $stopped.FullyQualifiedErrorId | Should -Be "ApiCallsReserved,SalesforcePS.Commands.${Cmdlet}Command"
        $stopped.CategoryInfo.Category, $stopped.TargetObject | Should -Be 'LimitsExceeded', $Target
        Get-CountedCall | Should -Be 0
    }

    It 'SessionOfTheRun_IsNotChangedByIt' {
        { Invoke-SfQuery 'SELECT Id FROM User' -ReserveApiCalls 99 } | Should -Throw -ErrorId 'ApiCallsReserved,*'

        Invoke-SfQuery 'SELECT COUNT() FROM User' | Should -Be 1
    }

    It 'TextThatIsNoReserve_IsRefused' {
        { Invoke-SfQuery 'SELECT Id FROM User' -ReserveApiCalls some } | Should -Throw -ErrorId 'RequestRefused,SalesforcePS.Commands.InvokeSfQueryCommand'

        $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', 'some'
    }
}
