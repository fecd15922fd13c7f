BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'The transport that Auto chooses' {
    BeforeEach { Reset-TestOrg; $org | Connect-Sf }

    It 'WriteWith<Option>_SaysWhy' -ForEach @(
        @{ Option = 'Serial'; With = @{ Serial = $true }; Transport = 'Bulk 1.0' }
        @{ Option = 'DisableBatchRetry'; With = @{ DisableBatchRetry = $true }; Transport = 'Bulk 1.0' }
        @{ Option = 'NoWait'; With = @{ NoWait = $true }; Transport = 'Bulk 2.0' }
        @{ Option = 'AllOrNone'; With = @{ AllOrNone = $true }; Transport = 'SOAP' }
        @{ Option = 'BatchSize'; With = @{ BatchSize = 200 }; Transport = 'SOAP' }
        @{ Option = 'BatchSize'; With = @{ BatchSize = 201 }; Transport = 'Bulk 2.0' }
    ) {
        $said = New-SfRecord Account @{ Name = 'A' } @With -Verbose 4>&1

        @($said) -like "${Transport}: -$Option asks for it." | Should -HaveCount 1
    }

    It 'DeleteForGood_SaysWhy' {
        $id = (New-SfRecord Account @{ Name = 'A' }).Id

        @(Remove-SfRecord $id -Hard -Force -Verbose 4>&1) -like 'Bulk 2.0: -Hard asks for it.' | Should -HaveCount 1
    }

    It 'WriteWithoutOption_GoesByTheNumberOfRecords' {
        @(New-SfRecord Account @{ Name = 'A' } -Verbose 4>&1) -like 'SOAP: 1 records, not more than 2000.' | Should -HaveCount 1
    }

    It 'QueryWith<Option>_SaysWhy' -ForEach @(
        @{ Option = 'PkChunkSize'; With = @{ PkChunkSize = 1000 }; Transport = 'Bulk 1.0' }
        @{ Option = 'NoWait'; With = @{ NoWait = $true }; Transport = 'Bulk 2.0' }
        @{ Option = 'Raw'; With = @{ Raw = $true }; Transport = 'REST' }
    ) {
        @(Invoke-SfQuery 'SELECT Id FROM Account' @With -Verbose 4>&1) -like "${Transport}: -$Option asks for it." | Should -HaveCount 1
    }

    It 'QueryWithoutOption_GoesByTheNumberOfRows' {
        @(Invoke-SfQuery 'SELECT Id FROM Account' -Verbose 4>&1) -like 'REST: 0 rows, not more than 50000.' | Should -HaveCount 1
    }
}
