BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $noUser = [Management.Automation.Host.HostException]
    function Get-Merge { @(Get-OrgRequest | Where-Object soapOperation -EQ merge) }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Merge-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        $master, $second, $third = 1..3 | ForEach-Object { [pscustomobject]@{ Name = "A$_"; Phone = "$_"; Site = "s$_" } } | New-SfRecord Account -PassThru
        $child = New-SfRecord Contact @{ LastName = 'C'; AccountId = $second.Id } -PassThru
        Clear-OrgRequest
    }

    It 'Ids_AreMergedAndChildrenMove' {
        $result = Merge-SfRecord $master.Id -Duplicate $second.Id, $third.Id -Confirm:$false

        $result.Id, $result.Operation, $result.ObjectType, $result.Success, $result.InputObject | Should -Be $master.Id, 'Merge', 'Account', $true, $master.Id
        $result.MergedIds | Sort-Object | Should -Be ($second.Id, $third.Id | Sort-Object)
        $result.UpdatedRelatedIds | Should -Contain $child.Id
        (Get-SfRecord $child.Id -Field AccountId).AccountId | Should -Be $master.Id
        Invoke-SfQuery 'SELECT COUNT() FROM Account' | Should -Be 1
        (Get-SfRecord $master.Id -Field Phone).Phone | Should -Be '1'
    }

    It 'Field_ChoosesTheValues' {
        Merge-SfRecord $master.Id -Duplicate $second -Field @{ Phone = $second.Phone; Site = $null } -Confirm:$false | Out-Null

        $kept = Get-SfRecord $master.Id -Field Name, Phone, Site
        $kept.Name, $kept.Phone, $kept.Site | Should -Be 'A1', '2', $null
    }

    It 'PropertiesOfTheMaster_AreWritten' {
        $queried = Invoke-SfQuery "SELECT Id, Name, Phone, Owner.Name, CreatedDate FROM Account WHERE Id = '$($master.Id)'"
        $queried.Phone = '22'

        $result = $queried | Merge-SfRecord -Duplicate $second -Confirm:$false

        $result.InputObject | Should -Be $queried
        (Get-SfRecord $master.Id -Field Phone).Phone | Should -Be '22'
    }

    It 'FieldBesideTheMastersProperties_DecidesAlone' {
        $master.Phone = '99'

        Merge-SfRecord $master -Duplicate $second -Field @{ Site = 'Ulm' } -Confirm:$false | Out-Null

        $kept = Get-SfRecord $master.Id -Field Phone, Site
        $kept.Phone, $kept.Site | Should -Be '1', 'Ulm'
    }

    It 'RowsOfMerges_GoInOneRequest' {
        $fourth = New-SfRecord Account @{ Name = 'A4' }
        $rows = "Id,DuplicateId`n$($master.Id),$($second.Id)`n$($third.Id),$($fourth.Id)" | ConvertFrom-Csv

        $results = $rows | Merge-SfRecord -Confirm:$false

        $results.Id | Should -Be $master.Id, $third.Id
        Get-Merge | Should -HaveCount 1
    }

    It 'MergeThatIsRefused_IsAnErrorRecordAmongTheOthers' {
        Remove-SfRecord $second.Id | Out-Null

        $results = [pscustomobject]@{ Id = $master.Id; Duplicate = $second.Id }, [pscustomobject]@{ Id = $master.Id; Duplicate = $third.Id } |
            Merge-SfRecord -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable bad

        $results.MergedIds | Should -Be $third.Id
        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.MergeSfRecordCommand'
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'ENTITY_IS_DELETED', 'ObjectNotFound'
        $bad[0].TargetObject.Duplicate | Should -Be $second.Id
    }

    It 'ValueThatNoFieldTakes_IsRefusedBeforeItIsSent' {
        Merge-SfRecord $master.Id -Duplicate $second -Field @{ Nam = 'x' } -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable bad
        Merge-SfRecord $master.Id -Duplicate $second -Field @{ Tier__c = 'Tin' } -Validate -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable +bad

        $bad.Exception.ErrorCode | Should -Be 'INVALID_FIELD', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
        $bad.TargetObject | Should -Be $master.Id, $master.Id
        Get-Merge | Should -BeNullOrEmpty
    }

    It 'ObjectWithoutId_IsRefused' {
        $source = [pscustomobject]@{ Name = 'x' }

        Merge-SfRecord $source -Duplicate $second -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable bad
        Merge-SfRecord $master -Duplicate $source -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable +bad

        $bad.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'InputHasNoId,SalesforcePS.Commands.MergeSfRecordCommand'
        $bad[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $bad.TargetObject | Should -Be $source, $source
        Get-Merge | Should -BeNullOrEmpty
    }

    It 'MoreThanTwoDuplicates_AreRefused' {
        { Merge-SfRecord $master.Id -Duplicate $second, $third, $master -Confirm:$false } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'AnswerThatIsLost_LeavesTheOutcomeUnknown' {
        Set-OrgFault @{ match = 'merge'; closeConnection = 'after' }

        Merge-SfRecord $master.Id -Duplicate $second -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -Be 'OutcomeUnknown,SalesforcePS.Commands.MergeSfRecordCommand'
        $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'ConnectionError', $master.Id
        Get-Merge | Should -HaveCount 1
    }

    It 'WithoutConfirm_ItAsks' {
        { Invoke-Unattended { Merge-SfRecord $id -Duplicate $other } -Variables @{ id = $master.Id; other = $second.Id } } | Should -Throw -ExceptionType $noUser

        Get-Merge | Should -BeNullOrEmpty
    }

    It 'WhatIf_SendsNothingAndTellsWhatWouldBeRefused' {
        Merge-SfRecord $master.Id -Duplicate $second -Field @{ Tier__c = 'Tin' } -WhatIf -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordWouldBeRefused,SalesforcePS.Commands.MergeSfRecordCommand'
        $bad[0].TargetObject | Should -Be $master.Id
        Get-Merge | Should -BeNullOrEmpty
    }
}
