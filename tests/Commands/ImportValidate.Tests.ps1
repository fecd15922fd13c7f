BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    function Get-JobRequest([string] $Method = '*') { @(Get-OrgRequest | Where-Object { $_.path -like '*/jobs/ingest*' -and $_.method -like $Method }) }
    function Get-Account([string] $Field = 'Name') { (Invoke-SfQuery "SELECT $Field FROM Account ORDER BY Name").$Field }
    function Set-Input([string] $Text, [string] $Encoding = 'utf8') { Set-Content $path $Text -Encoding $Encoding -NoNewline }
    function Import-Account { Import-SfRecord $path Account @args -WarningAction SilentlyContinue }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Import-SfRecord -Validate' {
    BeforeEach {
        Reset-TestOrg
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        $path = Join-Path $folder 'accounts.csv'
        $errorPath = Join-Path $folder 'accounts.error.csv'
    }

    It 'HopelessRows_AreNotSentAndHaveTheReason' {
        $contact = New-SfRecord Contact @{ LastName = 'C' } -PassThru
        Set-Input "Name,Tier__c,NumberOfEmployees,ParentId,Active__c`na,Gold,,,1`nb,Bronze,,,`n,Gold,,,`nd,,many,,`ne,,,$($contact.Id),`nf,#N/A,5,,TRUE`n"
        Clear-OrgRequest

        $result = Import-Account -Operation Insert -Validate

        $result.Total, $result.Succeeded, $result.Failed | Should -Be 6, 2, 4
        Get-Account | Should -Be 'a', 'f'
        $bad = Import-Csv $errorPath
        $bad.Name | Should -Be 'b', '', 'd', 'e'
        $bad.Error -replace ':.*' | Should -Be 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'REQUIRED_FIELD_MISSING', 'INVALID_TYPE_ON_FIELD_IN_RECORD', 'FIELD_INTEGRITY_EXCEPTION'
        (Get-SfJob $result.JobIds[0]).RecordsProcessed | Should -Be 2
    }

    It 'FileOfHopelessRowsAlone_MakesNoJob' {
        Set-Input "Id,Name`n003000000000000AAA,x`n,y`n001000000000001AAA,`n"

        $result = Import-Account -Operation Update -Validate -ClearBlank

        $result.Failed, $result.JobIds.Count | Should -Be 3, 0
        (Import-Csv $errorPath).Error -replace ':.*' | Should -Be 'MALFORMED_ID', 'MISSING_ARGUMENT', 'REQUIRED_FIELD_MISSING'
        Get-JobRequest Post | Should -BeNullOrEmpty
    }

    It 'Delete_LooksAtTheIds' {
        $id = (New-SfRecord Account @{ Name = 'a' }).Id
        Set-Input "Id`n$id`nnonsense`n"

        $result = Import-Account -Operation Delete -Validate -Force

        $result.Succeeded, $result.Failed | Should -Be 1, 1
        (Import-Csv $errorPath).Error | Should -BeLike 'MALFORMED_ID*'
    }
}
