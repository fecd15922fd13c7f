BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $dataload = 'http://www.force.com/2009/06/asyncapi/dataload'
    $token = (Invoke-RestMethod -Method Post -Uri "$($org.LoginUrl)services/oauth2/token" -Body @{
        grant_type = 'client_credentials'; client_id = $org.ClientId; client_secret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText }).access_token

    # Bulk 1.0 as other tools speak it.
    function Send-Async([string] $Path, [string] $Body, [string] $ContentType = 'application/xml; charset=UTF-8') {
        $session = @{ 'X-SFDC-Session' = $token }
        Invoke-RestMethod -Method Post -Uri "$($org.LoginUrl)services/async/40.0/$Path" -Headers $session -ContentType $ContentType -Body ([Text.Encoding]::UTF8.GetBytes($Body))
    }

    function New-ForeignJob([string] $Operation, [string] $ContentType) {
        (Send-Async job "<jobInfo xmlns='$dataload'><operation>$Operation</operation><object>Account</object><contentType>$ContentType</contentType></jobInfo>").jobInfo.id
    }

    function Set-ForeignJob([string] $Id, [string] $State) { $null = Send-Async "job/$Id" "<jobInfo xmlns='$dataload'><state>$State</state></jobInfo>" }

    function Find-Error([scriptblock] $Script) { try { & $Script } catch { $_ } }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Bulk 1.0 jobs' {
    BeforeEach {
        Reset-TestOrg
        Clear-OrgRequest
    }

    Context 'NoWait' {
        It 'Jobs_ComeOutClosedAndTheirResultsAreBoundToTheRows' {
            # Every 97th is refused for want of a name, every 50th equals the others of its kind.
            $companies = 0..2999 | ForEach-Object { [pscustomobject]@{ Name = $_ % 97 -eq 5 ? '' : $_ % 50 -eq 7 ? 'Same' : "A$_, `"quoted`""; Site = $_ % 50 -eq 7 ? 'Same' : "S`n$_" } }

            $job = $companies | New-SfRecord Account -Api Bulk1 -BatchSize 700 -NoWait
            $results = $job | Wait-SfJob | Receive-SfJob -ErrorVariable bad -ErrorAction SilentlyContinue

            $job | Should -BeOfType SalesforcePS.SfJob
            $job.Kind, $job.State, $job.Operation, $job.ObjectType | Should -Be 'Bulk1', 'Closed', 'insert', 'Account'
            @(Get-OrgRequest | Where-Object { $_.method -eq 'POST' -and $_.path -like '*/batch' }).Count | Should -Be 5
            $expected = @($companies | Where-Object Name -EQ '')
            $bad.TargetObject.Site | Should -Be $expected.Site
            $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.ReceiveSfJobCommand'
            $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'REQUIRED_FIELD_MISSING', 'InvalidData'
            $results.Count | Should -Be (3000 - $expected.Count)
            $stored = @{}
            Invoke-SfQuery 'SELECT Id, Name, Site FROM Account' | ForEach-Object { $stored[$_.Id] = "$($_.Name)|$($_.Site)" }
            $results | Where-Object { $stored[$_.Id] -cne "$($_.InputObject.Name)|$($_.InputObject.Site)" } | Should -BeNullOrEmpty
            $results[0].Created, $results[0].Operation, $results[0].JobId | Should -Be $true, 'Insert', $job.Id
        }

        It 'SetAndRemove_LeaveTheirJobsToTheOrg' {
            $null = 1..100 | ForEach-Object { @{ Name = "A$_"; Key__c = "K$_" } } | New-SfRecord Account -Api Bulk1

            $job = 51..150 | ForEach-Object { @{ Name = "B$_"; Key__c = "K$_" } } | Set-SfRecord Account -ExternalIdField Key__c -Api Bulk1 -NoWait -Serial
            $results = $job | Wait-SfJob | Receive-SfJob

            @($results | Where-Object Created).Count, $results.Count | Should -Be 50, 100
            $removed = $results.Id | Remove-SfRecord -Api Bulk1 -NoWait | Wait-SfJob
            $removed.Operation, $removed.RecordsProcessed, $removed.RecordsFailed | Should -Be 'delete', 100, 0
            Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 50
        }

        It 'RowsWithOtherColumns_AreAnotherJob' {
            $jobs = @{ Name = 'A' }, @{ Name = 'B'; Site = 'x' } | New-SfRecord Account -Api Bulk1 -BatchSize 1 -NoWait

            ($jobs | Wait-SfJob | Receive-SfJob).InputObject.Name | Should -Be 'A', 'B'
            $jobs.Count | Should -Be 2
        }

        It 'CtrlC_AbortsTheJobThatHasNotComeOut' {
            $stopped = Stop-Midway {
                & { for ($i = 0; ; $i++) { @{ Name = "A$i" } } } | New-SfRecord Account -Api Bulk1 -BatchSize 100 -NoWait
            } -When { @(Get-OrgRequest | Where-Object path -Like '*/batch').Count -ge 4 }

            $stopped.State | Should -Be Stopped
            (Get-SfJob).State | Should -Be Aborted
        }

        It 'WhatIf_SendsNothing' {
            Clear-OrgRequest

            New-SfRecord Account @{ Name = 'A' } -Api Bulk1 -NoWait -WhatIf | Should -BeNullOrEmpty

            Get-OrgRequest | Should -BeNullOrEmpty
        }

        It 'Query_GivesAJobWhoseRecordsAreTheSameAsOverRest<With>' -ForEach @(
            @{ With = ''; Options = @{ Api = 'Bulk1' } }
            @{ With = 'SplitByIds'; Options = @{ PkChunkSize = 100 } }
        ) {
            $null = 1..450 | ForEach-Object { @{ Name = "A$_"; NumberOfEmployees = $_; Founded__c = [datetime]'2001-02-03' } } | New-SfRecord Account -Api Bulk1
            $soql = 'SELECT Id, Name, NumberOfEmployees, Founded__c FROM Account'

            $job = Invoke-SfQuery $soql -NoWait @Options
            $done = $job | Wait-SfJob
            $records = $done | Receive-SfJob

            $job.Kind, $done.IsDone, $done.RecordsProcessed | Should -Be 'Bulk1', $true, 450
            $rest = Invoke-SfQuery "$soql ORDER BY NumberOfEmployees" -Api Rest
            $records | Sort-Object NumberOfEmployees | ConvertTo-Json | Should -BeExactly ($rest | ConvertTo-Json)
        }
    }

    Context 'Jobs of Bulk 1.0 that other tools made' {
        It '<ContentType>_RowsComeAsTheyWereSent' -ForEach @(
            @{ ContentType = 'CSV'; MediaType = 'text/csv'; Rows = "Name,Key__c\n`"N, 1`",N1\nDouble,K1\n" -replace '\\n', "`n" }
            @{ ContentType = 'JSON'; MediaType = 'application/json'; Rows = '[{"Name":"N, 1","Key__c":"N1"},{"Name":"Double","Key__c":"K1"}]' }
            @{ ContentType = 'XML'; MediaType = 'application/xml'; Rows = '<sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload"><sObject><Name>N, 1</Name><Key__c>N1</Key__c></sObject><sObject><Name>Double</Name><Key__c>K1</Key__c></sObject></sObjects>' }
        ) {
            $null = New-SfRecord Account @{ Name = 'A1'; Key__c = 'K1' }
            $id = New-ForeignJob insert $ContentType
            $null = Send-Async "job/$id/batch" $Rows $MediaType
            Set-ForeignJob $id Closed

            $done = Wait-SfJob $id
            $results = Receive-SfJob $id -ErrorVariable bad -ErrorAction SilentlyContinue

            $done.Kind, $done.State, $done.IsDone, $done.RecordsProcessed, $done.RecordsFailed, $done.ApiVersion | Should -Be 'Bulk1', 'Closed', $true, 2, 1, '40.0'
            $results.InputObject.Name, $results.Created, $results.JobId | Should -Be 'N, 1', $true, $id
            (Invoke-SfQuery 'SELECT Key__c FROM Account WHERE Id = :id' -Parameter @{ id = $results.Id }).Key__c | Should -Be N1
            $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.ReceiveSfJobCommand'
            $bad[0].CategoryInfo.Category, $bad[0].Exception.ErrorCode, $bad[0].TargetObject.Name | Should -Be 'ResourceExists', 'DUPLICATE_VALUE', 'Double'
        }

        It 'List_DoesNotTakeAClosedOneForDone' {
            $id = New-ForeignJob insert CSV
            Set-ForeignJob $id Closed

            $listed = Get-SfJob | Where-Object Id -EQ $id

            $listed.Kind, $listed.State, $listed.IsDone | Should -Be 'Bulk1', 'Closed', $false
            ($listed | Get-SfJob).IsDone | Should -BeTrue
        }

        It 'OpenJob_IsWaitedForUntilTheTimeIsOver' {
            $id = New-ForeignJob insert CSV
            $null = Send-Async "job/$id/batch" "Name`nA`n" text/csv

            $failed = Find-Error { Wait-SfJob $id -Timeout 1 -ErrorAction Stop }
            $received = Find-Error { Receive-SfJob $id -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'JobNotDone,SalesforcePS.Commands.WaitSfJobCommand'
            $failed.CategoryInfo.Category, $failed.TargetObject.Id, $failed.TargetObject.State | Should -Be 'OperationTimeout', $id, 'Open'
            $received.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.ReceiveSfJobCommand'
            $received.Exception.ErrorCode, $received.CategoryInfo.Category, $received.TargetObject | Should -Be 'JOB_NOT_DONE', 'ResourceUnavailable', $id
        }

        It 'Stop_LeavesItsRowsUnprocessed' {
            Invoke-RestMethod -Method Post -Uri "$($org.LoginUrl)__emulator/bulk" -Body '{"stateDelayMs": 60000}'
            $id = New-ForeignJob insert CSV
            $null = Send-Async "job/$id/batch" "Name`nA`nB`n" text/csv

            (Stop-SfJob $id -PassThru).State | Should -Be Aborted
            $results = Receive-SfJob $id -ErrorVariable bad -ErrorAction SilentlyContinue

            $results | Should -BeNullOrEmpty
            $bad.TargetObject.Name | Should -Be 'A', 'B'
            $bad[1].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.ReceiveSfJobCommand'
            $bad[1].Exception.ErrorCode, $bad[1].CategoryInfo.Category | Should -Be 'NOT_PROCESSED', 'InvalidData'
        }

        It 'StopOfADoneOne_IsAnError' {
            $id = New-ForeignJob insert CSV
            Set-ForeignJob $id Closed

            $failed = Find-Error { Stop-SfJob $id -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.StopSfJobCommand'
            $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'InvalidOperation', $id
        }

        It 'QueryResultsThatAreNotCsv_AreRefused' {
            $id = New-ForeignJob query XML
            $null = Send-Async "job/$id/batch" 'SELECT Id FROM Account' application/xml
            Set-ForeignJob $id Closed
            $null = Wait-SfJob $id

            $failed = Find-Error { Receive-SfJob $id -ErrorAction Stop }

            $failed.FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.ReceiveSfJobCommand'
            $failed.Exception.ErrorCode, $failed.CategoryInfo.Category, $failed.TargetObject | Should -Be 'CONTENT_TYPE_NOT_SUPPORTED', 'NotImplemented', $id
            $failed.Exception.Message | Should -BeLike '*content type XML*Invoke-SfQuery*'
        }
    }
}
