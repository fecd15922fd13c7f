BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe '<Cmdlet>' -ForEach @(
    @{ Cmdlet = 'Get-SfUpdatedRecord'; Type = 'SfUpdatedRecord'; Change = 'updated' }
    @{ Cmdlet = 'Get-SfDeletedRecord'; Type = 'SfDeletedRecord'; Change = 'deleted' }
) {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        $kept, $gone = 1..2 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account
        $gone | Remove-SfRecord | Out-Null
        $expected = if ($Change -eq 'updated') { $kept.Id } else { $gone.Id }
        $since = [datetimeoffset]::Now.AddHours(-1)
        $until = [datetimeoffset]::Now.AddMinutes(2)
        Clear-OrgRequest
    }

    It 'Window_GivesTheRecordsAndWhatItCovers' {
        $changes = & $Cmdlet Account -Since $since -Until $until

        $changes.Id | Should -Be $expected
        $changes.ObjectType, $changes.GetType().Name | Should -Be 'Account', $Type
        $changes.LatestDateCovered | Should -BeOfType [datetimeoffset]
        if ($Change -eq 'deleted') {
            $changes.DeletedDate | Should -BeGreaterThan $since
            $changes.EarliestDateAvailable | Should -BeLessOrEqual $changes.DeletedDate
        }
    }

    It 'WindowWithoutChanges_StillTellsWhatItCovers' {
        & $Cmdlet Contact -Since $since -Until $until -LatestDateCoveredVariable covered | Should -BeNullOrEmpty

        $covered | Should -BeOfType [datetimeoffset]
        $covered | Should -BeGreaterThan $since
    }

    It 'WithoutUntil_TheWindowEndsNow' {
        & $Cmdlet Account -Since $since -LatestDateCoveredVariable covered | Out-Null

        $covered | Should -BeLessOrEqual ([datetimeoffset]::Now.AddMinutes(1))
    }

    It 'ObjectsFromThePipeline_AreAskedForOneByOne' {
        ('Account', 'Contact' | & $Cmdlet -Since $since -Until $until).Id | Should -Be $expected

        @(Get-OrgRequest | Where-Object path -Match "/$Change") | Should -HaveCount 2
    }

    It 'Window<Kind>_IsRefusedBeforeItIsSent' -ForEach @(
        @{ Kind = 'OfMoreThanThirtyDaysAgo'; From = -31 * 24 * 60; To = 0; Reason = '*30 days*' }
        @{ Kind = 'OfHalfAMinute'; From = -10; To = -9.5; Reason = '*shorter than a minute*' }
        @{ Kind = 'ThatEndsBeforeItBegins'; From = -10; To = -20; Reason = '*not after its start*' }
    ) {
        $start = [datetimeoffset]::Now.AddMinutes($From)

        & $Cmdlet Account -Since $start -Until ([datetimeoffset]::Now.AddMinutes($To)) -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

        $bad[0].FullyQualifiedErrorId | Should -Be "RequestRefused,SalesforcePS.Commands.$($Cmdlet -replace '-')Command"
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'INVALID_REPLICATION_DATE', 'InvalidArgument', $start
        $bad[0].Exception.Message | Should -BeLike $Reason
        Get-OrgRequest | Should -BeNullOrEmpty
    }

    It 'UnknownObject_IsAnErrorRecordAndTheNextIsAsked' {
        $changes = 'Acount', 'Account' | & $Cmdlet -Since $since -Until $until -ErrorAction SilentlyContinue -ErrorVariable bad

        $changes.Id | Should -Be $expected
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ObjectNotFound', 'Acount'
    }
}

Describe 'Changes in the pipeline' {
    It 'UpdatedRecords_AreGot' {
        Reset-TestOrg
        $org | Connect-Sf
        New-SfRecord Account @{ Name = 'A' } | Out-Null

        (Get-SfUpdatedRecord Account ([datetimeoffset]::Now.AddHours(-1)) ([datetimeoffset]::Now.AddMinutes(2)) | Get-SfRecord -Field Name).Name | Should -Be 'A'
    }

    It 'DeletedRecords_AreRestored' {
        Reset-TestOrg
        $org | Connect-Sf
        New-SfRecord Account @{ Name = 'A' } | Remove-SfRecord | Out-Null

        Get-SfDeletedRecord Account ([datetimeoffset]::Now.AddHours(-1)) ([datetimeoffset]::Now.AddMinutes(2)) | Restore-SfRecord | Should -HaveCount 1
    }
}
