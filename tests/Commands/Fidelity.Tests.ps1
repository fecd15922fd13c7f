BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-SfEmulator -SchemaPath "$PSScriptRoot/fidelity-schema.json"
    $org | Connect-Sf
    $parent = (New-SfRecord Account @{ Name = 'Parent' }).Id
    $credential = "$TestDrive/creds.json"
    @{ url = "$($org.LoginUrl)"; clientId = $org.ClientId; clientSecret = ConvertFrom-SecureString $org.ClientSecret -AsPlainText } | ConvertTo-Json | Set-Content $credential
    if (-not $IsWindows) { chmod 600 $credential }
    $rows = @(. "$PSScriptRoot/FidelityTable.ps1").Count
    $cultures = 'en-US', 'de-DE', 'ar-SA'
}

AfterAll { Stop-SfEmulator $org }

Describe 'Value fidelity' {
    It 'EveryTypeInEveryZone_ComesOutAsItWentInByEveryTransport<_>' -ForEach 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Kiritimati' -Skip:$IsWindows {
        $zone = $env:TZ
        try {
            $env:TZ = $_
            $output = @(& "$PSHOME/pwsh" -NoProfile -NonInteractive -File "$PSScriptRoot/FidelityInChild.ps1" -Credential $credential -Parent $parent $cultures 2>&1)
        }
        finally {
            $env:TZ = $zone
        }

        $output[-1] | Should -Match "^checked \d+ in $_"
        $output[0..($output.Count - 2)] | Where-Object { $output.Count -gt 1 } | Should -BeNullOrEmpty
        # An hour that is shown twice is left out of the table of some zones.
        [int]($output[-1] -split ' ')[1] | Should -BeGreaterOrEqual (($rows - 12) * 4 * 4 * $cultures.Count)
    }

    It 'ControlCharacter_IsAnErrorRecordBy<_>AndTheOthersGoOn' -ForEach 'Soap', 'Rest', 'Bulk', 'Bulk1' {
        $source = @{ Text__c = "a$([char]1)b" }

        $results = @{ Text__c = 'good' }, $source, @{ Text__c = 'good too' } | New-SfRecord Sample__c -Api $_ -ErrorAction SilentlyContinue -ErrorVariable bad

        $results.InputObject.Text__c | Should -Be 'good', 'good too'
        $bad | Should -HaveCount 1
        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.NewSfRecordCommand'
        $bad[0].CategoryInfo.Category, $bad[0].Exception.ErrorCode, $bad[0].Exception.Fields | Should -Be 'InvalidData', 'INVALID_VALUE', 'Text__c'
        [object]::ReferenceEquals($bad[0].TargetObject, $source) | Should -BeTrue
    }

    It 'TextThatBulkTakesForNull_IsKeptBySoapAndRest_<_>' -ForEach 'Soap', 'Rest' {
        $id = (New-SfRecord Sample__c @{ Text__c = '#N/A' } -Api $_).Id

        (Invoke-SfQuery 'SELECT Text__c FROM Sample__c WHERE Id = :id' -Parameter @{ id = $id }).Text__c | Should -BeExactly '#N/A'
    }

    It 'TextThatBulkTakesForNull_IsAnErrorRecordBy<_>' -ForEach 'Bulk', 'Bulk1' {
        $source = @{ Text__c = '#N/A' }

        $source | New-SfRecord Sample__c -Api $_ -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

        $bad[0].FullyQualifiedErrorId | Should -Be 'RecordRefused,SalesforcePS.Commands.NewSfRecordCommand'
        $bad[0].CategoryInfo.Category, $bad[0].Exception.ErrorCode | Should -Be 'InvalidData', 'INVALID_VALUE'
        [object]::ReferenceEquals($bad[0].TargetObject, $source) | Should -BeTrue
    }
}
