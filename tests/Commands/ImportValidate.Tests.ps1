BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Import-Validated([string] $Text, [string] $Operation, [switch] $ClearBlank) {
        Set-Content $path $Text -NoNewline
        Import-SfRecord $path Account -Operation $Operation -Validate -ClearBlank:$ClearBlank -Force -WarningAction SilentlyContinue
    }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Import-SfRecord -Validate' {
    BeforeEach {
        Reset-TestOrg
        $path = Join-Path $TestDrive 'accounts.csv'
    }

    It 'HopelessRows_AreNotSentAndHaveTheReason' {
        $contact = New-SfRecord Contact @{ LastName = 'C' } -PassThru
        Clear-OrgRequest

        $result = Import-Validated "Name,Tier__c,NumberOfEmployees,ParentId,Active__c`na,Gold,,,1`nb,Bronze,,,`n,Gold,,,`nd,,many,,`ne,,,$($contact.Id),`nf,#N/A,5,,TRUE`n" Insert

        $result.Total, $result.Succeeded, $result.Failed | Should -Be 6, 2, 4
        (Invoke-SfQuery "SELECT Name FROM Account ORDER BY Name").Name | Should -Be 'a', 'f'
        $bad = Import-Csv $result.ErrorPath
        $bad.Name | Should -Be 'b', '', 'd', 'e'
        $bad.Error -replace ':.*' | Should -Be 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'REQUIRED_FIELD_MISSING', 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'FIELD_INTEGRITY_EXCEPTION'
        (Get-SfJob $result.JobIds[0]).RecordsProcessed | Should -Be 2
    }

    It 'FileOfHopelessRowsAlone_MakesNoJob' {
        $result = Import-Validated "Id,Name`n003000000000000AAA,x`n,y`n001000000000001AAA,`n" Update -ClearBlank

        $result.Failed, $result.JobIds.Count | Should -Be 3, 0
        (Import-Csv $result.ErrorPath).Error -replace ':.*' | Should -Be 'MALFORMED_ID', 'MISSING_ARGUMENT', 'REQUIRED_FIELD_MISSING'
        Get-OrgRequest | Where-Object path -Like '*/jobs/ingest*' | Should -BeNullOrEmpty
    }

    It 'Delete_LooksAtTheIds' {
        $id = (New-SfRecord Account @{ Name = 'a' }).Id
        $result = Import-Validated "Id`n$id`nnonsense`n" Delete

        $result.Succeeded, $result.Failed | Should -Be 1, 1
        (Import-Csv $result.ErrorPath).Error | Should -BeLike 'MALFORMED_ID*'
    }
}
