BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $query = 'SELECT Id, Key__c, NumberOfEmployees, Owner.Name FROM Account ORDER BY NumberOfEmployees'

    function Set-StateDelay([int] $Milliseconds) { Invoke-RestMethod -Method Post -Uri "$($org.LoginUrl)__emulator/bulk" -Body "{`"stateDelayMs`": $Milliseconds}" }
    function Find-Error([scriptblock] $Script) { try { & $Script } catch { $_ } }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Bulk jobs' {
    BeforeEach {
        Reset-TestOrg
        $null = 1..300 | ForEach-Object { @{ Name = "A$_"; Key__c = "K$_"; NumberOfEmployees = $_ } } | New-SfRecord Account
        Clear-OrgRequest
    }

    Context 'Invoke-SfQuery' {
        It 'Bulk_GivesTheSameRecordsAsRest' {
            $fields = 'Id, Name, NumberOfEmployees, AnnualRevenue, Founded__c, Audited__c, Active__c, Regions__c, CreatedDate, Owner.Name, Site'
            $null = New-SfRecord Account @{ Name = 'x'; AnnualRevenue = 12.5; Founded__c = [datetime]'2020-02-03'; Active__c = $true; Audited__c = [datetime]::UtcNow; Regions__c = 'North', 'West' }

            $rest = Invoke-SfQuery "SELECT $fields FROM Account ORDER BY Id" -Api Rest
            $bulk = Invoke-SfQuery "SELECT $fields FROM Account ORDER BY Id" -Api Bulk

            $bulk | ConvertTo-Json -Depth 3 | Should -Be ($rest | ConvertTo-Json -Depth 3)
            $bulk[0].GetType().FullName | Should -Be $rest[0].GetType().FullName
        }

        It 'Bulk_TakesParametersAndDeletedRecords' {
            Invoke-SfQuery "SELECT Id FROM Account WHERE Key__c = 'K7'" | Remove-SfRecord | Out-Null

            Invoke-SfQuery 'SELECT Key__c FROM Account WHERE Key__c IN :keys' -Parameter @{ keys = 'K7', 'K8' } -Api Bulk | Should -HaveCount 1
            Invoke-SfQuery 'SELECT Key__c FROM Account WHERE Key__c IN :keys' -Parameter @{ keys = 'K7', 'K8' } -Api Bulk -IncludeDeleted | Should -HaveCount 2
        }

        It 'Auto_StaysOnRestForFewRecords' {
            Invoke-SfQuery $query | Should -HaveCount 300

            @(Get-OrgRequest | Where-Object path -Like '*/jobs/*') | Should -HaveCount 0
        }

        It '<Option>_IsRefusedByNameWith<Api>' -ForEach @(
            @{ Option = 'Raw'; Api = 'Bulk'; With = @{ Raw = $true } }
            @{ Option = 'BatchSize'; Api = 'Bulk'; With = @{ BatchSize = 500 } }
            @{ Option = 'NoWait'; Api = 'Rest'; With = @{ NoWait = $true } }
            @{ Option = 'Unordered'; Api = 'Rest'; With = @{ Unordered = $true } }
            @{ Option = 'ThrottleLimit'; Api = 'Rest'; With = @{ ThrottleLimit = 3 } }
        ) {
            $failed = Find-Error { Invoke-SfQuery $query -Api $Api @With }

            $failed.FullyQualifiedErrorId | Should -Be 'OptionNotSupported,SalesforcePS.Commands.InvokeSfQueryCommand'
            $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'InvalidArgument', $Option
            Get-OrgRequest | Should -HaveCount 0
        }

        It 'WhatBulkCannotQuery_IsRefusedBeforeAJobIsMade' {
            $failed = Find-Error { Invoke-SfQuery 'SELECT Id, (SELECT Id FROM Contacts) FROM Account' -Api Bulk -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.InvokeSfQueryCommand'
            $failed.Exception.ErrorCode | Should -Be NOT_SUPPORTED_BY_BULK
            $failed.TargetObject | Should -BeLike '*Contacts*'
            @(Get-OrgRequest | Where-Object path -Like '*/jobs/*') | Should -HaveCount 0
        }

        It 'CtrlC_AbortsTheJobWithinASecond' {
            Set-StateDelay 60000
            $stopped = Stop-Midway { Invoke-SfQuery 'SELECT Id FROM Account' -Api Bulk } -When { @(Get-OrgRequest | Where-Object path -Like '*/jobs/query/750*').Count -gt 0 }

            $stopped.Elapsed.TotalSeconds | Should -BeLessThan 1
            (Get-SfJob)[0].State | Should -Be Aborted
        }
    }

    Context 'Jobs' {
        It 'NoWait_GivesAJobThatCanBeWaitedForAndReceived' {
            $job = Invoke-SfQuery $query -NoWait

            $job | Should -BeOfType SalesforcePS.SfJob
            $job.Kind, $job.Operation, $job.ObjectType | Should -Be 'Bulk2Query', 'query', 'Account'
            $done = $job | Wait-SfJob
            $done.State, $done.IsDone, $done.RecordsProcessed | Should -Be 'JobComplete', $true, 300
            $rows = $done | Receive-SfJob
            $rows.Key__c | Should -Be (1..300 | ForEach-Object { "K$_" })
            $rows[4].NumberOfEmployees | Should -BeOfType int
            $rows[0].'Owner.Name' | Should -Be 'Emulator Administrator'
        }

        It 'GetById_TellsTheCounts' {
            $job = Invoke-SfQuery $query -NoWait | Wait-SfJob

            $seen = Get-SfJob $job.Id.Substring(0, 15)

            $seen.Id, $seen.RecordsProcessed, $seen.ApiVersion | Should -Be $job.Id, 300, '68.0'
        }

        It 'List_IsNewestFirstAndHasBothKinds' {
            $null = 1..3 | ForEach-Object { @{ Name = "B$_" } } | New-SfRecord Account -Api Bulk
            $query = Invoke-SfQuery 'SELECT Id FROM Account' -NoWait

            $jobs = Get-SfJob

            $jobs[0].Id | Should -Be $query.Id
            $jobs.Kind | Should -Be 'Bulk2Query', 'Bulk2Ingest'
            $jobs.CreatedDate | Should -Be ($jobs.CreatedDate | Sort-Object -Descending)
        }

        It 'UnknownId_IsAnErrorAndTheOthersAreFound' {
            $job = Invoke-SfQuery $query -NoWait

            $found = Get-SfJob 750000000000000AAA, $job.Id -ErrorVariable failed -ErrorAction SilentlyContinue

            $found.Id | Should -Be $job.Id
            $failed[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.GetSfJobCommand'
            $failed[0].CategoryInfo.Category, $failed[0].TargetObject | Should -Be 'ObjectNotFound', '750000000000000AAA'
        }

        It 'TimeOver_IsAnErrorWithTheJob' {
            Set-StateDelay 60000
            $job = Invoke-SfQuery $query -NoWait

            $failed = Find-Error { Wait-SfJob $job.Id -Timeout 1 -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'JobNotDone,SalesforcePS.Commands.WaitSfJobCommand'
            $failed.CategoryInfo.Category, $failed.TargetObject.Id | Should -Be 'OperationTimeout', $job.Id
        }

        It 'Stop_AbortsAndReceivingThenIsAnError' {
            Set-StateDelay 60000
            $job = Invoke-SfQuery $query -NoWait

            Stop-SfJob $job.Id -WhatIf
            (Get-SfJob $job.Id).State | Should -Not -Be Aborted
            (Stop-SfJob $job.Id -PassThru).State | Should -Be Aborted
            $failed = Find-Error { Receive-SfJob $job.Id -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.ReceiveSfJobCommand'
            $failed.Exception.ErrorCode, $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'JOB_ABORTED', 'OperationStopped', $job.Id
        }

        It 'StopOfADoneJob_IsAnError' {
            $job = Invoke-SfQuery $query -NoWait | Wait-SfJob

            $failed = Find-Error { $job | Stop-SfJob -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.StopSfJobCommand'
            $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'InvalidOperation', $job.Id
        }

        It 'ReceiveOfAWrite_GivesResultsAndErrorRecordsWithTheRows' {
            $job = @{ Name = 'New'; Key__c = 'N1' }, @{ Name = 'Double'; Key__c = 'K1' } | New-SfRecord Account -NoWait

            $results = $job | Wait-SfJob | Receive-SfJob -ErrorVariable bad -ErrorAction SilentlyContinue

            $results.InputObject.Key__c, $results.Operation, $results.JobId | Should -Be 'N1', 'Insert', $job.Id
            $results.Id | Should -Match '^001'
            $bad | Should -HaveCount 1
            $bad[0].TargetObject.Key__c, $bad[0].Exception.ErrorCode | Should -Be 'K1', 'DUPLICATE_VALUE'
        }
    }
}
